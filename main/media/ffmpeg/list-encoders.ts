// What the ffmpeg of this machine can write.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findTools } from './find.ts';

const TIME_LIMIT_MS = 20_000;
let known: { readonly path: string; readonly encoders: ReadonlySet<string> } | null = null;

/** Names of the encoders, asked once per program. Throws AppError `ffmpeg-missing`. */
export async function listEncoders(): Promise<ReadonlySet<string>> {
  const { path } = (await findTools()).ffmpeg;
  if (known?.path !== path) {
    const { stdout } = await promisify(execFile)(path, ['-hide_banner', '-encoders'], {
      timeout: TIME_LIMIT_MS,
      killSignal: 'SIGKILL',
      windowsHide: true,
    });
    const names = [...stdout.matchAll(/^ [VAS]\S{5} (\S+) /gm)].map(([, name]) => name);
    known = { path, encoders: new Set(names) };
  }
  return known.encoders;
}
