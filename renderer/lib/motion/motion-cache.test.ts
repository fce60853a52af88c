import { expect, test, vi } from 'vitest';
import type { PreviewMotion } from '#core/contract/project-types.ts';
import { personIdSchema } from '#core/project/ids.ts';
import { MotionCache, type MotionAsker } from './motion-cache.ts';

const PERSON = personIdSchema.parse('p1');

function motionOf(chunk: number, value: number, isApproximate = false): PreviewMotion {
  return {
    firstFrame: chunk * 80,
    frames: 80,
    people: [PERSON],
    key: `${chunk} ${value}`,
    motion: new Float32Array(80 * 24).fill(value),
    isApproximate,
  };
}

/** Answers when told to. */
class FakeAsker implements MotionAsker {
  readonly asked: number[] = [];
  readonly arrived: number[] = [];
  readonly failures: unknown[] = [];
  private pending: ((motion: PreviewMotion | Error) => void)[] = [];

  ask(chunk: number): Promise<PreviewMotion> {
    this.asked.push(chunk);
    return new Promise((resolve, reject) => {
      this.pending.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer)));
    });
  }

  async answer(motion: PreviewMotion | Error): Promise<void> {
    this.pending.shift()?.(motion);
    await new Promise((resolve) => setTimeout(resolve));
  }

  onMotion(first: number): void {
    this.arrived.push(first);
  }

  onFailure(error: unknown): void {
    this.failures.push(error);
  }
}

test('asks for the most urgent chunk first, one at a time', async () => {
  const asker = new FakeAsker();
  const cache = new MotionCache(asker);
  cache.want([3, 4, 2]);
  expect(asker.asked).toEqual([3]);
  cache.want([7, 3]);
  await asker.answer(motionOf(3, 1));
  expect(asker.asked).toEqual([3, 7]);
  expect(cache.at(240)?.motion[0]).toBe(1);
  expect(cache.at(320)).toBeNull();
});

test('keeps the old motion until the new one is there, and asks only behind the edit', async () => {
  const asker = new FakeAsker();
  const cache = new MotionCache(asker);
  cache.want([0, 1]);
  await asker.answer(motionOf(0, 1));
  await asker.answer(motionOf(1, 1));
  cache.outdate(100);
  expect(asker.asked).toEqual([0, 1, 1]);
  expect(cache.at(0)?.isOutdated).toBe(false);
  expect(cache.at(90)?.motion[0]).toBe(1);
  await asker.answer(motionOf(1, 2));
  expect(cache.at(90)?.motion[0]).toBe(2);
  expect(cache.at(90)?.isOutdated).toBe(false);
});

test('an edit during a question makes it ask again, with the answer shown meanwhile', async () => {
  const asker = new FakeAsker();
  const cache = new MotionCache(asker);
  cache.want([0]);
  cache.outdate(0);
  await asker.answer(motionOf(0, 1));
  expect(cache.at(0)?.motion[0]).toBe(1);
  expect(asker.asked).toEqual([0, 0]);
  await asker.answer(motionOf(0, 2));
  expect(cache.at(0)?.motion[0]).toBe(2);
  expect(asker.asked).toEqual([0, 0]);
});

test('a guess is asked for again after a rest', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const asker = new FakeAsker();
    const cache = new MotionCache(asker);
    cache.want([0]);
    const answered = asker.answer(motionOf(0, 1, true));
    await vi.advanceTimersByTimeAsync(10);
    await answered;
    expect(asker.asked).toEqual([0]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(asker.asked).toEqual([0, 0]);
    expect(cache.at(0)?.motion[0]).toBe(1);
  } finally {
    vi.useRealTimers();
  }
});

test('a failure is told once and does not spin', async () => {
  const asker = new FakeAsker();
  const cache = new MotionCache(asker);
  cache.want([0, 1]);
  await asker.answer(new Error('no engine'));
  expect(asker.failures).toHaveLength(1);
  expect(asker.asked).toEqual([0]);
  cache.want([0]);
  expect(asker.asked).toEqual([0, 0]);
});

test('what was asked for another project is thrown away', async () => {
  const asker = new FakeAsker();
  const cache = new MotionCache(asker);
  cache.want([0]);
  cache.clear();
  cache.want([5]);
  await asker.answer(motionOf(0, 1));
  expect(cache.at(0)).toBeNull();
  await asker.answer(motionOf(5, 1));
  expect(cache.at(400)?.motion[0]).toBe(1);
});
