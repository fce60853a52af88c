// The engine may die under a render, as when a driver crashes: the host starts another and goes on.

import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pictureHashes } from '../support/films.ts';
import { parley, startParley } from '../support/parley.ts';
import { findInTree } from '../support/process-tree.ts';
import { cutSampleVoices, SAMPLE_PICTURE } from '../support/sample.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const CRASHES = 3;

it('finishes the same film though the engine is killed three times', async () => {
  const folder = temporaryFolder();
  const [a, b] = cutSampleVoices(folder, 0, 13);
  const inputs = ['--image', SAMPLE_PICTURE, '--voice', a, '--voice', b, '--size', '640x360'];
  await parley(['new', 'one.parley', ...inputs], folder);
  await parley(['new', 'two.parley', ...inputs], folder);
  await parley(['render', 'one.parley'], folder);

  const running = startParley(['render', 'two.parley'], folder);
  let crashes = 0;
  let framesAtCrash = -1;
  running.child.stdout?.on('data', (text: Buffer) => {
    const frames = Math.max(
      0,
      ...[...text.toString().matchAll(/"render","done":(\d+)/g)].map((m) => Number(m[1])),
    );
    // Each crash a chunk later than the one before.
    if (crashes >= CRASHES || frames <= framesAtCrash + 90) return;
    const engine = findInTree(running.child.pid ?? 0, 'engine.ts');
    if (engine === null) return;
    process.kill(engine, 'SIGKILL');
    crashes++;
    framesAtCrash = frames;
  });
  const run = await running.finished;
  expect(run.events.at(-1)).toMatchObject({ event: 'done' });
  expect(crashes).toBe(CRASHES);
  expect(await pictureHashes(join(folder, 'two.mp4'))).toEqual(
    await pictureHashes(join(folder, 'one.mp4')),
  );
}, 240_000);
