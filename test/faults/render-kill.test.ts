// Twenty kill -9 at random moments of one render: the film is the same, nothing finished is redone.

import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SeededRandom } from '#core/random/seeded-random.ts';
import { pictureHashes } from '../support/films.ts';
import { parley, runParley, startParley, type ParleyRun } from '../support/parley.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { cutSampleVoices, SAMPLE_PICTURE } from '../support/sample.ts';

const KILLS = 20;
const KILLS_IN_A_ROW = 4;
const SECONDS = 13;
const RENDER = ['render', 'scene.parley', '--out', 'film.mp4'];

interface Chunk {
  readonly key: string;
  readonly state: string;
}

async function readyKeys(folder: string): Promise<string[]> {
  const inspection = await parley(['inspect', 'scene.parley'], folder);
  return (inspection['chunks'] as Chunk[])
    .filter(({ state }) => state === 'ready')
    .map(({ key }) => key);
}

/**
 * Starts the render and kills it: half of the times after a random time, which falls into start-up
 * and preparation, half at a random frame. Gives the run, killed or finished before.
 */
async function killSomewhere(
  folder: string,
  frames: number,
  random: SeededRandom,
): Promise<ParleyRun> {
  const { child, finished } = startParley(RENDER, folder);
  const kill = () => child.kill('SIGKILL');
  const targetFrame = random.uniform(0, frames);
  const delayMs = random.uniform(0, 80);
  const timers: NodeJS.Timeout[] = [];
  if (random.uniform() < 0.5) timers.push(setTimeout(kill, random.uniform(50, 1500)));
  child.stdout?.on('data', (text: Buffer) => {
    for (const [, done] of text.toString().matchAll(/"render","done":(\d+)/g)) {
      if (Number(done) >= targetFrame) timers.push(setTimeout(kill, delayMs));
    }
  });
  const run = await finished;
  for (const timer of timers) clearTimeout(timer);
  return run;
}

it('survives kill -9 at any moment of a render', async () => {
  const folder = temporaryFolder();
  const [a, b] = cutSampleVoices(folder, 0, SECONDS);
  const inputs = ['--image', SAMPLE_PICTURE, '--voice', a, '--voice', b, '--size', '320x180'];
  await parley(['new', 'scene.parley', ...inputs], folder);
  await parley(['render', 'scene.parley', '--out', 'whole.mp4'], folder);
  const expected = await pictureHashes(join(folder, 'whole.mp4'));
  const chunkFolder = join(folder, 'scene.parley-data', 'chunks');
  const chunkCount = readdirSync(chunkFolder).length;

  const random = SeededRandom.stream(20, 'kills');
  let kills = 0;
  for (let round = 0; kills < KILLS; round++) {
    expect(round).toBeLessThan(KILLS);
    rmSync(chunkFolder, { recursive: true });
    rmSync(join(folder, 'film.mp4'), { force: true });
    // Several kills in a row on one render, then the same command to its end.
    for (let i = 0; i < KILLS_IN_A_ROW && kills < KILLS; i++) {
      const before = await readyKeysOnDisk(folder, chunkFolder);
      const run = await killSomewhere(folder, expected.length, random);
      if (run.signal === 'SIGKILL') kills++;
      else expect(run.code).toBe(0);
      const after = await readyKeysOnDisk(folder, chunkFolder);
      for (const key of before) expect(after).toContain(key);
    }
    const kept = await readyKeysOnDisk(folder, chunkFolder);
    const last = await runParley(RENDER, folder);
    expect(last.code).toBe(0);
    const [film] = last.events.at(-1)?.['films'] as {
      chunksRendered: number;
      chunksReused: number;
    }[];
    expect(film.chunksReused).toBe(kept.length);
    expect(film.chunksRendered).toBe(chunkCount - kept.length);
    expect(await pictureHashes(join(folder, 'film.mp4'))).toEqual(expected);
    expect(readdirSync(chunkFolder).filter((name) => !name.endsWith('.mp4'))).toEqual([]);
  }
  console.log(`killed ${kills} renders`);
}, 600_000);

/** Chunks that the journal calls ready and that are there. */
async function readyKeysOnDisk(folder: string, chunkFolder: string): Promise<string[]> {
  const names = new Set(listOrEmpty(chunkFolder));
  return (await readyKeys(folder)).filter((key) => names.has(`${key}.mp4`));
}

function listOrEmpty(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
