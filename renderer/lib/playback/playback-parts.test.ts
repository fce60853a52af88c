import { expect, test } from 'vitest';
import type { VoiceSound } from '#core/contract/project-types.ts';
import { voiceIdSchema } from '#core/project/ids.ts';
import { TICKS_PER_SECOND as SECOND } from '#core/time/ticks.ts';
import { audibleSeconds, type AudioClock } from './audible-time.ts';
import { FrameCounter } from './frame-counter.ts';
import { PlaybackDiagnostics } from './playback-diagnostics.ts';
import { nextShuttleRate } from './shuttle.ts';
import { SoundBlocks, type SoundLoader } from './sound-blocks.ts';
import { cutSamples } from './voice-channel.ts';

const clock = (
  currentTime: number,
  stamp: { contextTime: number; performanceTime: number },
): AudioClock => ({
  currentTime,
  outputLatency: 0.03,
  baseLatency: 0.01,
  getOutputTimestamp: () => stamp,
});

test('what is heard: the output timestamp while it can be believed, else clock minus latency', () => {
  const believed = clock(2, { contextTime: 1.95, performanceTime: 5000 });
  expect(audibleSeconds(believed, 5012)).toBeCloseTo(1.962, 9);
  expect(audibleSeconds(clock(2, { contextTime: 0, performanceTime: 0 }), 5012)).toBeCloseTo(1.97);
  expect(audibleSeconds(clock(2, { contextTime: 1, performanceTime: 5000 }), 5012)).toBeCloseTo(
    1.97,
  );
  const stalled = clock(2, { contextTime: 1.99, performanceTime: 5000 });
  expect(audibleSeconds(stalled, 5100)).toBe(2);
});

test('samples come in the order of hearing, with silence behind the end of the voice', () => {
  const block = Int16Array.of(0, 8192, 16384, -32768);
  expect([...cutSamples(block, 1, 4)]).toEqual([0.25, 0.5, -1]);
  expect([...cutSamples(block, 4, 1)]).toEqual([-1, 0.5, 0.25]);
  expect([...cutSamples(block, 2, 8)]).toEqual([0.5, -1]);
  expect([...cutSamples(block, 6, 2)]).toEqual([0, 0, -1, 0.5]);
  expect(cutSamples(block, 8, 5)).toHaveLength(0);
});

test('J and L double, K and the other direction start over', () => {
  expect(nextShuttleRate(0, 1)).toBe(1);
  expect(nextShuttleRate(1, 1)).toBe(2);
  expect(nextShuttleRate(8, 1)).toBe(8);
  expect(nextShuttleRate(4, -1)).toBe(-1);
  expect(nextShuttleRate(-1, -1)).toBe(-2);
  expect(nextShuttleRate(0.5, 1)).toBe(1);
});

test('dropped frames are those that the rate does not pass over', () => {
  const counter = new FrameCounter();
  [0, 1, 2, 5].forEach((frame, i) => counter.note(frame, true, 1, i * 40));
  expect(counter.dropped).toBe(2);
  counter.reset();
  [0, 4, 8, 12].forEach((frame, i) => counter.note(frame, true, 4, i * 40));
  expect(counter.dropped).toBe(0);
  counter.note(0, true, 4, 200);
  expect(counter.dropped).toBe(0);
  counter.note(1, false, 1, 240);
  expect(counter.dropped).toBe(1);
  for (let frame = 2; frame < 52; frame++) counter.note(frame, true, 1, 240 + frame * 40);
  expect(counter.perSecond(240 + 51 * 40)).toBe(26);
});

test('an offset is how far the sound is outside the frame on screen', () => {
  const diagnostics = new PlaybackDiagnostics();
  const ms = SECOND / 1000;
  for (let i = 0; i < 95; i++) diagnostics.look(1010 * ms, 1000 * ms, 1040 * ms);
  for (let i = 0; i < 5; i++) diagnostics.look(1070 * ms, 1000 * ms, 1040 * ms);
  expect(diagnostics.offset).toMatchObject({ samples: 100, maxMs: 30, meanMs: 1.5 });
  expect(diagnostics.offset.p95Ms).toBe(1);
});

const VOICE = voiceIdSchema.parse('v1');
const SOUND: VoiceSound = { url: 'voice', sampleRate: 48_000, samples: 48_000 * 2 + 100 };

class FakeLoader implements SoundLoader {
  readonly ranges: [number, number][] = [];
  readonly failures: unknown[] = [];
  asked = 0;
  isBroken = false;

  soundOf(): Promise<VoiceSound> {
    this.asked++;
    return Promise.resolve(SOUND);
  }

  bytesOf(_sound: VoiceSound, first: number, end: number): Promise<ArrayBuffer> {
    this.ranges.push([first, end]);
    return this.isBroken
      ? Promise.reject(new Error('gone'))
      : Promise.resolve(new ArrayBuffer(end - first));
  }

  onFailure(_voiceId: unknown, error: unknown): void {
    this.failures.push(error);
  }
}

test('blocks are fetched once, cut at the end of the voice, and bounded', async () => {
  const loader = new FakeLoader();
  const blocks = new SoundBlocks(loader);
  await Promise.all([blocks.want(VOICE, 2), blocks.want(VOICE, 2), blocks.want(VOICE, 3)]);
  expect(loader.ranges).toEqual([[192_000, 192_200]]);
  expect(loader.asked).toBe(1);
  expect(blocks.get(VOICE, 2)).toHaveLength(100);
  expect(blocks.get(VOICE, 3)).toHaveLength(0);
  expect(blocks.get(VOICE, 1)).toBeNull();
  for (let i = 10; i < 500; i++) await blocks.want(VOICE, i);
  expect(blocks.size).toBeLessThanOrEqual(320);
  expect(blocks.get(VOICE, 2)).toBeNull();
});

test('a block that failed is asked for again, with a fresh address', async () => {
  const loader = new FakeLoader();
  loader.isBroken = true;
  const blocks = new SoundBlocks(loader);
  await blocks.want(VOICE, 0);
  expect(loader.failures).toHaveLength(1);
  loader.isBroken = false;
  await blocks.want(VOICE, 0);
  expect(blocks.get(VOICE, 0)).toHaveLength(48_000);
  expect(loader.asked).toBe(2);
});
