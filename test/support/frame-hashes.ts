// MD5 of every decoded frame: how tests compare films.
import { displayName } from '#main/media/disk/display-name.ts';
import { fileAddress } from '#main/media/ffmpeg/file-address.ts';
import { GUARDED_INPUT } from '#main/media/ffmpeg/formats.ts';
import { runTool } from '#main/media/ffmpeg/run.ts';

export interface FrameHash {
  /** Presentation time in units of the stream's time base. */
  readonly pts: number;
  readonly md5: string;
}

const TIME_LIMIT_SECONDS = 600;

/** @throws AppError `film-damaged` */
export async function frameHashes(path: string): Promise<FrameHash[]> {
  const printed = await runTool({
    tool: 'ffmpeg',
    args: [
      ...['-v', 'error', ...GUARDED_INPUT, '-i', fileAddress(path)],
      ...['-map', '0:v:0', '-vsync', 'passthrough', '-f', 'framemd5', 'pipe:1'],
    ],
    failure: {
      code: 'film-damaged',
      message: `The film ${displayName(path)} is damaged, so its pictures cannot be decoded.`,
    },
    timeLimitSeconds: TIME_LIMIT_SECONDS,
  });
  const rows = printed.toString('latin1').split('\n');
  return rows
    .filter((row) => row !== '' && !row.startsWith('#'))
    .map((row) => row.split(',').map((cell) => cell.trim()))
    .map((cells) => ({ pts: Number(cells[2]), md5: cells[5] }));
}
