import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ensureFolder } from './ensure-folder.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'parley-folder-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it('makes a folder with its parents, and is content with one that is there', async () => {
  await ensureFolder(join(root, 'a', 'b c', '%d'));
  await ensureFolder(join(root, 'a', 'b c', '%d'));
  expect(existsSync(join(root, 'a', 'b c', '%d'))).toBe(true);
});

it('makes one folder for two that ask at once', async () => {
  const path = join(root, 'x', 'y');
  await Promise.all([ensureFolder(path), ensureFolder(path), ensureFolder(path)]);
  expect(existsSync(path)).toBe(true);
});

it('refuses a path through a file', async () => {
  writeFileSync(join(root, 'film'), '');
  await expect(ensureFolder(join(root, 'film'))).rejects.toMatchObject({
    code: 'output-is-a-file',
  });
  await expect(ensureFolder(join(root, 'film', 'deep'))).rejects.toMatchObject({
    code: 'output-is-a-file',
  });
});

it.skipIf(process.platform !== 'linux')(
  'ends below /proc (needs Linux), where a recursive mkdir never does',
  async () => {
    await expect(ensureFolder('/proc/parley-test/deep')).rejects.toMatchObject({
      code: 'output-folder-missing',
    });
  },
);
