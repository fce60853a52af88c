// Everything Parley needs, tried out for real rather than looked up.

import { mkdtemp, rm, statfs } from 'node:fs/promises';
import { availableParallelism, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { AppError } from '#core/errors/app-error.ts';
import { findTools } from '#main/media/ffmpeg/find.ts';
import { resourcePath } from '#main/resource-path.ts';
import type { EngineClient } from '../engine-client/engine-client.ts';
import { ProjectStore, type StoreServices } from '../project-store/project-store.ts';
import { VERSION } from '../version.ts';

export interface Check {
  readonly name: string;
  readonly ok: boolean;
  /** What was found, or what is wrong and what to do. */
  readonly detail: string;
}

const GIGABYTE = 1e9;
/** Chunks and films of a long interview at 1080p. */
const LEAST_FREE_BYTES = 2 * GIGABYTE;

/** Runs every check; a check that fails does not stop the others. */
export async function diagnose(
  engine: EngineClient,
  services: StoreServices,
  signal: AbortSignal,
): Promise<Check[]> {
  const checks: Check[] = [];
  const check = async (name: string, run: () => Promise<string>) => {
    signal.throwIfAborted();
    try {
      checks.push({ name, ok: true, detail: await run() });
    } catch (error) {
      checks.push({ name, ok: false, detail: sentenceOf(error) });
    }
  };
  await check('program', () =>
    Promise.resolve(
      `Parley ${VERSION}, Node ${process.versions.node}, ${process.platform} ${process.arch}`,
    ),
  );
  await check('machine', () =>
    Promise.resolve(
      `${availableParallelism()} cores, ${(totalmem() / GIGABYTE).toFixed(1)} GB memory`,
    ),
  );
  await check('disk', freeDisk);
  await check('ffmpeg', async () => {
    const { ffmpeg } = await findTools();
    return `${ffmpeg.version} at ${ffmpeg.path}`;
  });
  await check('project files', () => tryProjectFile(services));
  await check('faces', async () => {
    const picturePath = resourcePath('sample', 'interview2.png');
    const { faces } = await engine.call('analyzeStill', { picturePath }, { signal });
    if (faces.length !== 2)
      throw new Error(`Found ${faces.length} faces in the sample picture instead of 2.`);
    return 'found both people of the sample picture';
  });
  await check('built-in model', async () => {
    await engine.call('prepareVoices', { voices: [], scores: [] }, { signal });
    return 'viseme encoder loads and runs on cpu';
  });
  return checks;
}

async function freeDisk(): Promise<string> {
  const { bavail, bsize } = await statfs(tmpdir());
  const free = bavail * bsize;
  const text = `${(free / GIGABYTE).toFixed(1)} GB free in ${tmpdir()}`;
  if (free < LEAST_FREE_BYTES) throw new Error(`Only ${text}; long films need more.`);
  return text;
}

async function tryProjectFile(services: StoreServices): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-doctor-'));
  try {
    const store = ProjectStore.create(join(folder, 'check.parley'), services);
    store.close();
    return 'a project can be made and locked';
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof AppError)
    return `${error.message}${error.hint === null ? '' : ` ${error.hint}`}`;
  return error instanceof Error ? error.message : String(error);
}
