// Turns found in whole recordings: the sample dialogues against their script, and twelve real
// dialogues against their published annotation.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { scoreVoices } from '#core/speech/score-voices.ts';
import type { Interval, SpeakingScore } from '#core/speech/speaking-score.ts';
import { decodeRaw } from '#main/media/audio/decode-raw.ts';
import { asVoice } from '../fixtures/synthetic-voice.ts';

async function decode(path: string): Promise<Float32Array> {
  const blocks: Uint8Array[] = [];
  const filters = ['aresample=16000', 'pan=mono|c0=c0'];
  for await (const block of decodeRaw(path, filters, 'f32le', 1, undefined)) blocks.push(block);
  return new Float32Array(Uint8Array.from(Buffer.concat(blocks)).buffer);
}

async function scoreFiles(paths: readonly string[]): Promise<SpeakingScore[]> {
  const tracks: Float32Array[] = [];
  for (const path of paths) tracks.push(await decode(path));
  return scoreVoices(tracks.map(asVoice));
}

/** Distance in seconds from a time to the nearest start (0) or end (1) of the intervals. */
function nearest(intervals: readonly Interval[], edge: 0 | 1, seconds: number): number {
  return Math.min(Infinity, ...intervals.map((interval) => Math.abs(interval[edge] - seconds)));
}

interface Sample {
  readonly name: string;
  readonly people: readonly { readonly name: string; readonly voice: string }[];
  readonly lines: readonly {
    readonly person: string;
    readonly startSeconds: number;
    readonly endSeconds: number;
  }[];
}

const SAMPLES = 'resources/sample';
const { films } = JSON.parse(readFileSync(`${SAMPLES}/dialogue.json`, 'utf8')) as {
  films: Sample[];
};

describe('sample dialogues', () => {
  test.each(films)('$name: every line is found to 0.15 s, and nothing else', async (film) => {
    const scores = await scoreFiles(film.people.map(({ voice }) => `${SAMPLES}/${voice}`));
    for (const [i, person] of film.people.entries()) {
      const lines = film.lines.filter((line) => line.person === person.name);
      const { intervals } = scores[i];
      for (const line of lines) {
        expect(nearest(intervals, 0, line.startSeconds)).toBeLessThan(0.15);
        expect(nearest(intervals, 1, line.endSeconds)).toBeLessThan(0.15);
      }
      for (const [start, end] of intervals) {
        const isInALine = lines.some(
          (line) => start > line.startSeconds - 0.15 && end < line.endSeconds + 0.15,
        );
        expect(isInALine).toBe(true);
      }
    }
  });
});

const MEDIA = '../shared/media';
const SIDES = ['left', 'right'] as const;
type Annotation = Record<string, Record<(typeof SIDES)[number], [number, number][]>>;

/** The annotation writes seconds.frames at 30 per second: 4.16 is 4 s and 16 frames. */
function annotatedSeconds(value: number): number {
  const seconds = Math.floor(value + 1e-9);
  return seconds + Math.round((value - seconds) * 100) / 30;
}

const canRun = existsSync(`${MEDIA}/stems`);
if (!canRun) console.info('skipped: ../shared/media/stems is not here');

test.skipIf(!canRun)('real dialogues: mean error of the turns is under 0.1 s', async () => {
  const annotation = JSON.parse(
    readFileSync(`${MEDIA}/speaker_duration.json`, 'utf8'),
  ) as Annotation;
  const errors: number[] = [];
  for (let pair = 1; pair <= 12; pair++) {
    const name = `interact_${pair}`;
    const scores = await scoreFiles(SIDES.map((side) => `${MEDIA}/stems/${name}_${side}.flac`));
    const seconds = scores[0].values.length / 25;
    for (const [i, side] of SIDES.entries()) {
      for (const turn of annotation[`${name}.mp4`][side].map((t) => t.map(annotatedSeconds))) {
        for (const edge of [0, 1] as const) {
          // The film's own beginning and end are no turns.
          if (turn[edge] < 0.05 || turn[edge] > seconds - 0.4) continue;
          errors.push(Math.min(seconds, nearest(scores[i].intervals, edge, turn[edge])));
        }
      }
    }
  }
  const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
  console.info(`${errors.length} turns, mean error ${mean.toFixed(3)} s`);
  expect(errors.length).toBeGreaterThanOrEqual(24);
  expect(mean).toBeLessThan(0.1);
});
