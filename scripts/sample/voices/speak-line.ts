// One spoken line by espeak-ng, cut to its first and last sound.

import { execFileSync } from 'node:child_process';
import { parseWav, type Sound, trimSilence } from './wav.ts';

export interface Speaker {
  /** espeak-ng voice with variant. */
  readonly voice: string;
  /** Words a minute. */
  readonly rate: number;
  /** 0..99 */
  readonly pitch: number;
}

export function speakLine(speaker: Speaker, text: string): Sound {
  const args = [
    '-v',
    speaker.voice,
    '-s',
    String(speaker.rate),
    '-p',
    String(speaker.pitch),
    '-g',
    '1',
  ];
  const wav = execFileSync('espeak-ng', [...args, '--stdout', text], { maxBuffer: 64_000_000 });
  return trimSilence(parseWav(wav));
}
