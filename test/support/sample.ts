// The sample interview, cut short and small, as input of tests.

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export const SAMPLE_PICTURE = join(ROOT, 'resources/sample/interview2.png');
export const SAMPLE_VOICES = [
  join(ROOT, 'resources/sample/interview2-voice-a.flac'),
  join(ROOT, 'resources/sample/interview2-voice-b.flac'),
] as const;

/** Cuts `seconds` from `start` out of both voices into `folder`. */
export function cutSampleVoices(folder: string, start: number, seconds: number): [string, string] {
  const cut = (source: string, name: string): string => {
    const path = join(folder, name);
    const range = ['-ss', String(start), '-t', String(seconds)];
    execFileSync('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...range, '-i', source, path]);
    return path;
  };
  return [cut(SAMPLE_VOICES[0], 'a.wav'), cut(SAMPLE_VOICES[1], 'b.wav')];
}

/** A file of ../shared, which only developers' machines have; null elsewhere. */
export function sharedFile(...parts: readonly string[]): string | null {
  const path = join(ROOT, '..', 'shared', ...parts);
  return existsSync(path) ? path : null;
}
