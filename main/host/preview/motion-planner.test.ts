import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MOTION } from '#core/motion/motion-vector.ts';
import type { CommandInput } from '#core/project/commands/registry.ts';
import type { ProjectDocument } from '#core/project/document.ts';
import { planCommand } from '#core/project/plan-command.ts';
import { secondsToTicks } from '#core/time/ticks.ts';
import { EngineInProcess } from '../../../test/fakes/engine-in-process.ts';
import { countingIds } from '../../../test/fakes/fake-project.ts';
import { createHeardProject } from '../../../test/fakes/heard-project.ts';
import { testServices } from '../../../test/fakes/project-services.ts';
import { ProjectStore } from '../project-store/project-store.ts';
import { MotionPlanner } from './motion-planner.ts';

const SECONDS = 64;
const CHUNKS = 21;
const NO_ABORT = new AbortController().signal;
const engine = new EngineInProcess();
const folder = mkdtempSync(join(tmpdir(), 'parley-preview-'));
let store: ProjectStore;

beforeAll(async () => {
  store = await createHeardProject(
    join(folder, 'x.parley'),
    testServices(),
    engine.client,
    2,
    SECONDS,
  );
}, 60_000);
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

function withPose(
  document: ProjectDocument,
  second: number,
  values: NonNullable<CommandInput<'setPoseKeys'>['set']>[number]['values'],
): ProjectDocument {
  const personId = document.people[0].id;
  const set = [{ tick: secondsToTicks(second), values }];
  return planCommand(document, 'setPoseKeys', { personId, set }, countingIds('overlay')).document;
}

/** All chunks in order: what a render would be planned from. */
async function planWhole(document: ProjectDocument): Promise<number[][]> {
  const planner = new MotionPlanner(store, engine.client);
  const chunks: number[][] = [];
  for (let chunk = 0; chunk < CHUNKS; chunk++) {
    const planned = await planner.motionOf(document, chunk, NO_ABORT);
    expect(planned.isApproximate).toBe(false);
    chunks.push([...planned.motion]);
  }
  return chunks;
}

/** Waits until the planner says that the chunk is exact. */
function plannerWithExact(chunk: number): { planner: MotionPlanner; exact: Promise<null> } {
  const { promise, resolve } = Promise.withResolvers<null>();
  const planner = new MotionPlanner(store, engine.client, (index) => {
    if (index === chunk) resolve(null);
  });
  return { planner, exact: promise };
}

describe('MotionPlanner', () => {
  test('answers with the frames, people and numbers of a grid chunk', async () => {
    const planner = new MotionPlanner(store, engine.client);
    const first = await planner.motionOf(store.document, 0, NO_ABORT);
    expect(first).toMatchObject({ firstFrame: 0, frames: 80, isApproximate: false });
    expect(first.people).toEqual(store.document.people.map(({ id }) => id));
    expect(first.motion).toHaveLength(80 * 2 * 24);
    const last = await planner.motionOf(store.document, CHUNKS - 1, NO_ABORT);
    expect(last.firstFrame + last.frames).toBe((SECONDS + 1) * 25);
    await expect(planner.motionOf(store.document, CHUNKS, NO_ABORT)).rejects.toMatchObject({
      code: 'no-such-chunk',
    });
  });

  test('asks the engine once for a chunk that is asked for again, also at the same time', async () => {
    const planner = new MotionPlanner(store, engine.client);
    await planner.motionOf(store.document, 0, NO_ABORT);
    const before = engine.count('planPreview');
    const [a, b] = await Promise.all([
      planner.motionOf(store.document, 1, NO_ABORT),
      planner.motionOf(store.document, 1, NO_ABORT),
    ]);
    await planner.motionOf(store.document, 0, NO_ABORT);
    expect(engine.count('planPreview')).toBe(before + 1);
    expect(a.motion).toEqual(b.motion);
  });

  test('far from what is known it guesses, catches up, and is exact when asked again', async () => {
    const whole = await planWhole(store.document);
    const { planner, exact } = plannerWithExact(15);
    const guessed = await planner.motionOf(store.document, 15, NO_ABORT);
    expect(guessed.isApproximate).toBe(true);
    expect([...guessed.motion]).not.toEqual(whole[15]);
    await exact;
    const again = await planner.motionOf(store.document, 15, NO_ABORT);
    expect(again.isApproximate).toBe(false);
    expect([...again.motion]).toEqual(whole[15]);
    expect(again.key).toBe(guessed.key);
  });

  test('an edit is planned from where it begins; what lies before stays', async () => {
    const planner = new MotionPlanner(store, engine.client);
    for (let chunk = 0; chunk < 12; chunk++)
      await planner.motionOf(store.document, chunk, NO_ABORT);
    const edited = withPose(store.document, 30, { yaw: 0.3 });
    const before = engine.count('planPreview');
    const eighth = await planner.motionOf(edited, 8, NO_ABORT);
    expect(engine.count('planPreview')).toBe(before);
    expect(eighth.key).toBe((await planner.motionOf(store.document, 8, NO_ABORT)).key);
    const ninth = await planner.motionOf(edited, 9, NO_ABORT);
    expect(engine.count('planPreview')).toBe(before + 1);
    expect(ninth).toMatchObject({ isApproximate: false, firstFrame: 720 });
    expect(ninth.motion[30 * 2 * 24 + MOTION.yaw]).toBeCloseTo(0.3, 5);
    // Back to the committed document: everything is still there.
    await planner.motionOf(store.document, 9, NO_ABORT);
    expect(engine.count('planPreview')).toBe(before + 1);
  });

  test('an edit far before guesses from the version before it', async () => {
    const { planner, exact } = plannerWithExact(14);
    for (let chunk = 0; chunk < 15; chunk++)
      await planner.motionOf(store.document, chunk, NO_ABORT);
    const edited = withPose(store.document, 3, { roll: 0.2 });
    const guessed = await planner.motionOf(edited, 14, NO_ABORT);
    expect(guessed.isApproximate).toBe(true);
    await exact;
    const after = await planner.motionOf(edited, 14, NO_ABORT);
    // A pose changes nothing that is carried on, so the guess was right.
    expect(after.motion).toEqual(guessed.motion);
  });

  test('an edit near the playhead is guessed with one question, and caught up', async () => {
    const { planner, exact } = plannerWithExact(3);
    for (let chunk = 0; chunk < 4; chunk++) await planner.motionOf(store.document, chunk, NO_ABORT);
    const edited = withPose(store.document, 3, { roll: 0.2 });
    const before = engine.count('planPreview');
    const guessed = await planner.motionOf(edited, 3, NO_ABORT);
    expect(guessed.isApproximate).toBe(true);
    expect(engine.count('planPreview')).toBe(before + 1);
    await exact;
    const after = await planner.motionOf(edited, 3, NO_ABORT);
    expect(after.isApproximate).toBe(false);
    expect(after.motion).toEqual(guessed.motion);
  });

  test('goes on after the engine was restarted', async () => {
    const planner = new MotionPlanner(store, engine.client);
    await planner.motionOf(store.document, 0, NO_ABORT);
    engine.restart();
    const [first, second] = [await planWhole(store.document), planner];
    const planned = await second.motionOf(store.document, 1, NO_ABORT);
    expect([...planned.motion]).toEqual(first[1]);
  });

  test('an aborted question is not answered, and costs nothing', async () => {
    const planner = new MotionPlanner(store, engine.client);
    const abort = new AbortController();
    abort.abort(new Error('not wanted'));
    await expect(planner.motionOf(store.document, 0, abort.signal)).rejects.toThrow('not wanted');
  });

  test('voices that were not heard yet are named', async () => {
    const silent = ProjectStore.create(join(folder, 'y.parley'), testServices());
    const planner = new MotionPlanner(silent, engine.client);
    await expect(planner.motionOf(silent.document, 0, NO_ABORT)).rejects.toMatchObject({
      code: 'not-analyzed',
    });
    silent.close();
  });
});
