// The turns of twelve real dialogues against their published annotation.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { asVoice } from '../fixtures/synthetic-voice.ts';
import { scoreVoices } from '#core/speech/score-voices.ts';

const MEDIA = '../shared/media';
const SIDES = ['left', 'right'] as const;
type Annotation = Record<string, Record<(typeof SIDES)[number], [number, number][]>>;

/** The annotation writes seconds.frames at 30 per second: 4.16 is 4 s and 16 frames. */
function annotatedSeconds(value: number): number {
  const seconds = Math.floor(value + 1e-9);
  return seconds + Math.round((value - seconds) * 100) / 30;
}

function decode(path: string): Float32Array {
  const args = ['-v', 'error', '-i', path, '-f', 'f32le', '-ac', '1', '-ar', '16000', '-'];
  const { stdout } = spawnSync('ffmpeg', args, { maxBuffer: 1 << 26 });
  return new Float32Array(
    stdout.buffer.slice(stdout.byteOffset, stdout.byteOffset + stdout.length),
  );
}

const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0;
const canRun = existsSync(`${MEDIA}/stems`) && hasFfmpeg;
if (!canRun) console.info('skipped: ../shared/media/stems or ffmpeg is not here');

test.skipIf(!canRun)('mean error of the speaking/listening turns is under 0.1 s', () => {
  const annotation = JSON.parse(
    readFileSync(`${MEDIA}/speaker_duration.json`, 'utf8'),
  ) as Annotation;
  const errors: number[] = [];
  for (let pair = 1; pair <= 12; pair++) {
    const name = `interact_${pair}`;
    const tracks = SIDES.map((side) => decode(`${MEDIA}/stems/${name}_${side}.flac`));
    const seconds = Math.max(...tracks.map((track) => track.length)) / 16_000;
    const scores = scoreVoices(tracks.map(asVoice));
    for (const [i, side] of SIDES.entries()) {
      for (const turn of annotation[`${name}.mp4`][side].map((t) => t.map(annotatedSeconds))) {
        for (const edge of [0, 1] as const) {
          // The film's own beginning and end are no turns.
          if (turn[edge] < 0.05 || turn[edge] > seconds - 0.4) continue;
          const found = scores[i].intervals.map((interval) =>
            Math.abs(interval[edge] - turn[edge]),
          );
          errors.push(Math.min(seconds, ...found));
        }
      }
    }
  }
  const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
  console.info(`${errors.length} turns, mean error ${mean.toFixed(3)} s`);
  expect(errors.length).toBeGreaterThanOrEqual(24);
  expect(mean).toBeLessThan(0.1);
});
