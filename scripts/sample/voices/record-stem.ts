// What a studio would do to a dry voice: level, equaliser, gentle compression, a small room; then FLAC.

import { execFileSync } from 'node:child_process';
import type { Sound } from './wav.ts';

/** Speech lands at this RMS level where it is louder than -45 dBFS. */
const SPEECH_LEVEL_DB = -21;
const SPEECH_FLOOR = 10 ** (-45 / 20);
export const STEM_RATE = 24_000;

/** Takes the edge off espeak-ng's formants; the echoes are a desk and the near walls. */
const FILTERS = [
  'highpass=f=75',
  'equalizer=f=190:t=q:w=1.1:g=2.5',
  'equalizer=f=2900:t=q:w=1.2:g=-3.5',
  'equalizer=f=4300:t=q:w=1.4:g=-3',
  'acompressor=threshold=0.12:ratio=2.5:attack=6:release=90:makeup=1.8',
  'lowpass=f=8500',
  'aecho=1:0.92:6|11|17|26:0.09|0.06|0.05|0.03',
  'alimiter=limit=0.84:level=false',
].join(',');

export function recordStem(stem: Sound, path: string): void {
  const level = speechLevel(stem.samples);
  const gain = 10 ** (SPEECH_LEVEL_DB / 20) / level;
  const scaled = stem.samples.map((sample) => sample * gain);
  const frames = Math.round((stem.samples.length / stem.sampleRate) * STEM_RATE);
  const filters = `${FILTERS},aresample=${STEM_RATE},apad=whole_len=${frames},atrim=end_sample=${frames}`;
  const input = ['-f', 'f32le', '-ar', String(stem.sampleRate), '-ac', '1', '-i', 'pipe:0'];
  const output = ['-af', filters, '-ar', String(STEM_RATE), '-sample_fmt', 's16', '-c:a', 'flac'];
  execFileSync(
    'ffmpeg',
    [
      '-hide_banner',
      '-loglevel',
      'error',
      ...input,
      ...output,
      '-compression_level',
      '12',
      '-bitexact',
      '-y',
      path,
    ],
    { input: Buffer.from(scaled.buffer) },
  );
}

/** RMS of the parts that are speech, found in blocks of 20 ms. */
function speechLevel(samples: Float32Array): number {
  const block = 441;
  let sum = 0;
  let count = 0;
  for (let start = 0; start + block <= samples.length; start += block) {
    let energy = 0;
    for (let i = start; i < start + block; i++) energy += samples[i] * samples[i];
    if (Math.sqrt(energy / block) < SPEECH_FLOOR) continue;
    sum += energy;
    count += block;
  }
  return Math.sqrt(sum / count);
}
