import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { makeTempFolder } from '../../../test/fixtures/media-kit.ts';
import { checkInputFile } from './input-file.ts';

const temp = makeTempFolder();
afterAll(() => {
  temp.remove();
});
mkdirSync(temp.at('folder'));
writeFileSync(temp.at('empty'), '');
writeFileSync(temp.at('good'), '12345');
symlinkSync(temp.at('good'), temp.at('link'));
symlinkSync(temp.at('nowhere'), temp.at('broken'));
symlinkSync(temp.at('loop'), temp.at('loop'));
execFileSync('mkfifo', [temp.at('fifo')]);

test('a file, or a link to one, has a size', async () => {
  expect(await checkInputFile(temp.at('good'), 'picture')).toBe(5);
  expect(await checkInputFile(temp.at('link'), 'picture')).toBe(5);
});

test.each([
  ['folder', 'file-is-folder'],
  ['empty', 'file-empty'],
  ['none', 'file-missing'],
  ['good/inside', 'file-missing'],
  ['broken', 'file-missing'],
  ['loop', 'file-unreadable'],
  ['fifo', 'file-is-special'],
  ['nul\0', 'file-missing'],
  ['x'.repeat(300), 'file-missing'],
])('%s: %s', async (name, code) => {
  const failure = checkInputFile(temp.at(name), 'picture');
  await expect(failure).rejects.toMatchObject({ category: 'bad-input', code });
  await expect(failure).rejects.toThrow(/^The picture ".*" .*\.$/);
});

test('a device is refused without being opened', async () => {
  await expect(checkInputFile('/dev/zero', 'recording')).rejects.toMatchObject({
    code: 'file-is-special',
  });
});
