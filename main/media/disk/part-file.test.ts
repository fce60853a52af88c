import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { makeTempFolder } from '../../../test/fixtures/media-kit.ts';
import { removeStaleParts, partPathFor, writeWhole } from './part-file.ts';

const temp = makeTempFolder();
afterAll(() => {
  temp.remove();
});

test('a file is replaced whole and leaves nothing beside it', async () => {
  mkdirSync(temp.at('one'));
  await writeWhole(temp.at('one/a.bin'), Buffer.from('first'));
  await writeWhole(temp.at('one/a.bin'), Buffer.from('second'));
  expect(readFileSync(temp.at('one/a.bin'), 'utf8')).toBe('second');
  expect(readdirSync(temp.at('one'))).toEqual(['a.bin']);
});

test('a missing folder is said in a sentence', async () => {
  await expect(writeWhole(temp.at('none/a.bin'), Buffer.from('x'))).rejects.toMatchObject({
    category: 'bad-input',
    code: 'output-folder-missing',
  });
});

test('a folder in the place of the file is said in a sentence and no part stays', async () => {
  mkdirSync(temp.at('two/taken'), { recursive: true });
  writeFileSync(temp.at('two/taken/inside'), '');
  await expect(writeWhole(temp.at('two/taken'), Buffer.from('x'))).rejects.toMatchObject({
    code: 'output-folder-missing',
  });
  expect(readdirSync(temp.at('two'))).toEqual(['taken']);
});

test('only the parts of dead processes are stale', async () => {
  mkdirSync(temp.at('three'));
  const own = partPathFor(temp.at('three/film.mp4'));
  const dead = temp.at('three/.parley-999999999-0123456789ab.part');
  for (const path of [own, dead, temp.at('three/film.part')]) writeFileSync(path, '');
  expect(await removeStaleParts(temp.at('three'))).toBe(1);
  expect(existsSync(own)).toBe(true);
  expect(existsSync(dead)).toBe(false);
});
