// `node test/bench/preview-latency.ts`: how fast the motion of an hour with four voices answers an
// edit, and how long its chunk keys take.

import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChunkState } from '#core/contract/project-types.ts';
import { planCommand } from '#core/project/plan-command.ts';
import type { ProjectDocument } from '#core/project/document.ts';
import { MotionTracks } from '#core/render/motion-tracks.ts';
import { secondsToTicks } from '#core/time/ticks.ts';
import { EngineClient } from '#main/host/engine-client/engine-client.ts';
import { MotionPlanner } from '#main/host/preview/motion-planner.ts';
import type { ProjectStore } from '#main/host/project-store/project-store.ts';
import { storeServices } from '#main/host/projects/open-project.ts';
import { listChunkStates } from '#main/host/render-queue/chunk-states.ts';
import { planFilmChunks } from '#main/host/render-queue/film-scene.ts';
import { countingIds } from '../fakes/fake-project.ts';
import { fakeChunk } from '../fakes/interview-project.ts';
import { createHeardProject } from '../fakes/heard-project.ts';

const SECONDS = 3600;
const PEOPLE = 4;
const EDITS = 60;
const NO_ABORT = new AbortController().signal;
const QUIET = { signal: NO_ABORT, onProgress: () => undefined, onNotice: () => undefined };
const ids = countingIds('bench');

function withScore(document: ProjectDocument, second: number, value: number): ProjectDocument {
  const personId = document.people[second % PEOPLE].id;
  const set = [{ tick: secondsToTicks(second), value, interpolation: 'linear' as const }];
  return planCommand(document, 'setScoreKeys', { personId, set }, ids).document;
}

function withPose(document: ProjectDocument, second: number, yaw: number): ProjectDocument {
  const personId = document.people[second % PEOPLE].id;
  const set = [{ tick: secondsToTicks(second), values: { yaw, pitch: yaw / 2 } }];
  return planCommand(document, 'setPoseKeys', { personId, set }, ids).document;
}

/** A journal as after a few renders of the whole hour. */
function fillJournal(store: ProjectStore, chunks: readonly ChunkState[]): void {
  for (const { index, key } of chunks) {
    const carry = { people: Array.from({ length: 1500 }, (_, i) => i + 0.123456789) };
    store.journal.putChunk({ ...fakeChunk(index), key, carry });
  }
}

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const start = performance.now();
  const value = await work();
  return { ms: performance.now() - start, value };
}

function summarize(label: string, times: readonly number[]): void {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))].toFixed(1);
  console.log(`${label}: median ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms`);
}

const folder = mkdtempSync(join(tmpdir(), 'parley-latency-'));
const engine = new EngineClient();
try {
  const load = loadavg()[0].toFixed(2);
  console.log(
    `${SECONDS / 60} min, ${PEOPLE} voices. ${availableParallelism()} cores (${cpus()[0].model.trim()}), load ${load}`,
  );
  const services = storeServices('bench');
  const path = join(folder, 'hour.parley');
  const store = await createHeardProject(path, services, engine, PEOPLE, SECONDS);
  const planner = new MotionPlanner(store, engine);
  const prepared = await timed(() => planner.prepare(QUIET));
  console.log(`voices prepared once in ${(prepared.ms / 1000).toFixed(1)} s`);

  const cold: number[] = [];
  for (let chunk = 0; chunk < 40; chunk++) {
    cold.push((await timed(() => planner.motionOf(store.document, chunk, NO_ABORT))).ms);
  }
  summarize('first time through, per chunk', cold);
  const far = await timed(() => planner.motionOf(store.document, 900, NO_ABORT));
  console.log(`seek to minute 48: ${far.ms.toFixed(1)} ms, approximate ${far.value.isApproximate}`);

  let document = store.document;
  for (const [name, edit] of [
    ['score', withScore],
    ['pose', withPose],
  ] as const) {
    const exact: number[] = [];
    for (let i = 0; i < EDITS; i++) {
      const second = 20 + i;
      document = edit(document, second, 0.1 + 0.003 * i);
      // The playhead stands where the edit is.
      const chunk = Math.floor((second * 25) / 80);
      exact.push((await timed(() => planner.motionOf(document, chunk, NO_ABORT))).ms);
    }
    summarize(`${name} edit at the playhead`, exact);
  }

  for (let chunk = 900; chunk < 910; chunk++) {
    await planner.motionOf(document, chunk, NO_ABORT);
  }
  const guessed: number[] = [];
  for (let i = 0; i < EDITS; i++) {
    document = withScore(document, 300 + i, 0.5);
    const { ms } = await timed(() => planner.motionOf(document, 905, NO_ABORT));
    guessed.push(ms);
  }
  summarize('edit at minute 5, playhead at minute 48', guessed);

  const voices = await planner.prepare(QUIET);
  const choices = { range: null, size: null, seed: null };
  const tracks = new MotionTracks();
  const statesOf = (inputs: ProjectDocument) =>
    Promise.resolve(
      listChunkStates(
        planFilmChunks({ ...voices, document: inputs, encoderVersion: '1' }, choices, tracks),
        store.journal.listVersions(),
      ),
    );
  const first = await timed(() => statesOf(document));
  console.log(`states of ${first.value.length} chunks, first time: ${first.ms.toFixed(1)} ms`);
  fillJournal(store, first.value);
  for (const [name, edit] of [
    ['score', withScore],
    ['pose', withPose],
  ] as const) {
    const again: number[] = [];
    for (let i = 0; i < EDITS; i++) {
      document = edit(document, 700 + i, 0.2);
      again.push((await timed(() => statesOf(document))).ms);
    }
    summarize(`chunk states after a ${name} edit`, again);
  }
  planner.close();
  store.close();
} finally {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
}
