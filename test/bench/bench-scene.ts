// Scenes to time: the sample interview at a given size and length.

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { parley } from '../support/parley.ts';
import { SAMPLE_PICTURE, SAMPLE_VOICES } from '../support/sample.ts';

/** An analysed project whose voices are the sample's, repeated to `seconds`. */
export async function makeBenchScene(
  folder: string,
  size: string,
  seconds: number,
): Promise<string> {
  const voices = SAMPLE_VOICES.map((source, index) => {
    const path = join(folder, `voice-${index}-${seconds}.wav`);
    const loop = ['-stream_loop', '-1', '-i', source, '-t', String(seconds)];
    execFileSync('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...loop, '-ar', '24000', path]);
    return path;
  });
  const project = join(folder, `bench-${size}-${seconds}.parley`);
  const inputs = ['--image', SAMPLE_PICTURE, '--voice', voices[0], '--voice', voices[1]];
  await parley(['new', project, ...inputs, '--size', size], folder);
  await parley(['analyze', project], folder);
  return project;
}
