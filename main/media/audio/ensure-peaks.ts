// Peaks are cached by what the recording contains, so renaming or relinking it costs nothing.
import { join } from 'node:path';
import { AppError } from '#core/errors/app-error.ts';
import { ensureFolder } from '../disk/ensure-folder.ts';
import { buildPeaks } from './build-peaks.ts';
import { PEAK_LEVELS } from './peak-format.ts';
import { readPeaks } from './read-peaks.ts';

/**
 * The peak file of a recording in `folder`; built when it is missing or damaged.
 * @param contentHash hex SHA-256 of the recording
 * @throws AppError as `buildPeaks`
 */
export async function ensurePeaks(
  path: string,
  contentHash: string,
  folder: string,
  signal?: AbortSignal,
): Promise<string> {
  if (!/^[0-9a-f]{16,128}$/.test(contentHash)) {
    throw new RangeError('A content hash is a hexadecimal number.');
  }
  await ensureFolder(folder);
  const peaksPath = join(folder, `${contentHash}.peaks`);
  if (!(await isSound(peaksPath))) await buildPeaks(path, peaksPath, signal);
  return peaksPath;
}

async function isSound(peaksPath: string): Promise<boolean> {
  try {
    for (const level of PEAK_LEVELS.keys()) await readPeaks(peaksPath, level, 0, 0);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'waveform-unreadable') return false;
    throw error;
  }
}
