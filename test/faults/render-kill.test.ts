// Twenty kill -9 at random moments of one render: the film is the same, nothing finished is redone.

import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SeededRandom } from '#core/random/seeded-random.ts';
import { pictureHashes as frameHashes } from '../support/films.ts';
import { parley, runParley, startParley } from '../support/parley.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { cutSampleVoices, SAMPLE_PICTURE } from '../support/sample.ts';

const KILLS = 20;
const SECONDS = 13;

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

it('survives kill -9 at any moment of a render', async () => {
  const folder = temporaryFolder();
  const [a, b] = cutSampleVoices(folder, 0, SECONDS);
  const inputs = ['--image', SAMPLE_PICTURE, '--voice', a, '--voice', b, '--size', '320x180'];
  await parley(['new', 'scene.parley', ...inputs], folder);
  const started = performance.now();
  await parley(['render', 'scene.parley', '--out', 'whole.mp4'], folder);
  const wholeMs = performance.now() - started;
  const expected = await frameHashes(join(folder, 'whole.mp4'));
  const chunkFolder = join(folder, 'scene.parley-data', 'chunks');
  const chunkCount = readdirSync(chunkFolder).length;

  const random = SeededRandom.stream(20, 'kills');
  let kills = 0;
  let rounds = 0;
  while (kills < KILLS) {
    rounds++;
    rmSync(chunkFolder, { recursive: true });
    rmSync(join(folder, 'film.mp4'), { force: true });
    // Several kills in a row on one render, then the same command to its end.
    const killsThisRound = Math.min(KILLS - kills, 5);
    let finished = 0;
    for (let i = 0; i < killsThisRound; i++) {
      const before = await readyKeysOnDisk(folder, chunkFolder);
      const running = startParley(['render', 'scene.parley', '--out', 'film.mp4'], folder);
      const timer = setTimeout(
        () => running.child.kill('SIGKILL'),
        random.uniform(0.05, 0.9) * wholeMs,
      );
      const run = await running.finished;
      clearTimeout(timer);
      kills++;
      if (run.signal === null) {
        expect(run.code).toBe(0);
        finished++;
      }
      const after = await readyKeysOnDisk(folder, chunkFolder);
      for (const key of before) expect(after).toContain(key);
    }
    const kept = await readyKeysOnDisk(folder, chunkFolder);
    const last = await runParley(['render', 'scene.parley', '--out', 'film.mp4'], folder);
    expect(last.code).toBe(0);
    const [film] = last.events.at(-1)?.['films'] as {
      chunksRendered: number;
      chunksReused: number;
    }[];
    expect(film.chunksReused).toBe(kept.length);
    expect(film.chunksRendered).toBe(chunkCount - kept.length);
    expect(await frameHashes(join(folder, 'film.mp4'))).toEqual(expected);
    expect(readdirSync(chunkFolder).filter((name) => !name.endsWith('.mp4'))).toEqual([]);
    expect(finished).toBeLessThan(killsThisRound);
  }
  expect(rounds).toBe(Math.ceil(KILLS / 5));
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
