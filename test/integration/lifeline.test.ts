// A program that drives Parley may die; what it started must end with it, and only then.

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { parley } from '../support/parley.ts';
import { cutSampleVoices, SAMPLE_PICTURE } from '../support/sample.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const PROGRAM = fileURLToPath(new URL('../../main/cli/main.ts', import.meta.url));
const ENV = { ...process.env, PARLEY_LIFELINE: 'stdin' };

it('ends when its work is done though the lifeline stays open', async () => {
  const child = spawn(process.execPath, [PROGRAM, 'help'], {
    env: ENV,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
});

it('cancels when the lifeline ends', async () => {
  const folder = temporaryFolder();
  const [a, b] = cutSampleVoices(folder, 0, 13);
  const inputs = ['--image', SAMPLE_PICTURE, '--voice', a, '--voice', b];
  await parley(['new', 'scene.parley', ...inputs], folder);
  const child = spawn(process.execPath, [PROGRAM, 'render', 'scene.parley', '--json'], {
    cwd: folder,
    env: ENV,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  child.stdout.once('data', () => child.stdin.end());
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(130);
}, 120_000);
