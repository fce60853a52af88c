// Long projects to look at: real recordings of the sample, repeated, heard and analysed by the real
// engine, with score keys on every lane.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { SeededRandom } from '#core/random/seeded-random.ts';
import { secondsToTicks } from '#core/time/ticks.ts';
import { analyzeProject } from '#main/host/analysis/analyze-project.ts';
import { EngineClient } from '#main/host/engine-client/engine-client.ts';
import { MotionPlanner } from '#main/host/preview/motion-planner.ts';
import { ProjectStore } from '#main/host/project-store/project-store.ts';
import { createProject } from '#main/host/projects/create-project.ts';
import { storeServices } from '#main/host/projects/open-project.ts';
import { resourcePath } from '#main/resource-path.ts';

export interface LongProject {
  readonly name: string;
  readonly seconds: number;
  readonly keysPerLane: number;
}

const VOICES = ['a', 'b', 'c', 'd'];
const RUN = {
  signal: new AbortController().signal,
  onProgress: () => undefined,
  onNotice: () => undefined,
};
/** One key in so many hands the person back to the analysis, so that there are edited spans. */
const KEYS_PER_SPAN = 40;
const INTERPOLATIONS = ['hold', 'linear', 'bezier'] as const;

/** Where the recordings of a length lie; wavesurfer.js reads the same files. */
export function recordingsOf(folder: string, seconds: number): string[] {
  return VOICES.map((letter) => join(folder, `voice-${letter}-${seconds}.flac`));
}

function recordVoices(folder: string, seconds: number): string[] {
  const paths = recordingsOf(folder, seconds);
  for (const [index, path] of paths.entries()) {
    if (existsSync(path)) continue;
    const source = resourcePath('sample', `interview4-voice-${VOICES[index]}.flac`);
    const loop = ['-stream_loop', '-1', '-i', source, '-t', String(seconds)];
    const coding = ['-compression_level', '0'];
    execFileSync('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...loop, ...coding, path]);
  }
  return paths;
}

/** Makes the project in `folder` unless it is there. Four people, one voice each. */
export async function makeLongProject(folder: string, project: LongProject): Promise<string> {
  const path = join(folder, `${project.name}.parley`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  rmSync(`${path}-data`, { recursive: true, force: true });
  const engine = new EngineClient();
  try {
    const store = await createProject(
      {
        projectPath: path,
        picturePath: resourcePath('sample', 'interview4.png'),
        voicePaths: recordVoices(folder, project.seconds),
        voiceNames: ['Anna', 'Ben', 'Clara', 'David'],
        size: null,
        seed: 1,
        platePath: null,
      },
      storeServices('bench'),
      RUN,
    );
    await fill(store, engine, project);
    store.close();
  } catch (error) {
    // A project without its keys would be measured as if it had them.
    rmSync(path, { force: true });
    throw error;
  } finally {
    await engine.close();
  }
  return path;
}

/** The same film with fewer keys, made from one that has been heard already. */
export function makeWithFewerKeys(folder: string, project: LongProject, heardPath: string): void {
  const path = join(folder, `${project.name}.parley`);
  if (existsSync(path)) return;
  mkdirSync(folder, { recursive: true });
  const heard = ProjectStore.open(heardPath, storeServices('bench'));
  heard.copyTo(path);
  heard.close();
  cpSync(`${heardPath}-data`, `${path}-data`, { recursive: true });
  const store = ProjectStore.open(path, storeServices('bench'));
  const { people } = store.document;
  // Its last steps set the keys; taken back, they leave the history with the next one.
  for (let left = people.length; left > 0; left--) store.undo();
  setKeys(store, project);
  store.close();
}

async function fill(store: ProjectStore, engine: EngineClient, project: LongProject) {
  await analyzeProject(store, engine, RUN);
  await new MotionPlanner(store, engine).prepare(RUN);
  store.execute('acceptProposals', { assignmentIds: 'all' });
  setKeys(store, project);
}

function setKeys(store: ProjectStore, project: LongProject): void {
  for (const { id } of store.document.people) {
    store.execute('setScoreKeys', { personId: id, set: makeKeys(project, id) });
  }
}

function makeKeys({ seconds, keysPerLane }: LongProject, lane: string) {
  const random = SeededRandom.stream(1, lane);
  const pitch = seconds / keysPerLane;
  return Array.from({ length: keysPerLane }, (_, i) => ({
    tick: secondsToTicks((i + 0.8 * random.uniform()) * pitch),
    value: i % KEYS_PER_SPAN === KEYS_PER_SPAN - 1 ? null : 2 * random.uniform() - 1,
    interpolation: INTERPOLATIONS[i % INTERPOLATIONS.length],
  }));
}
