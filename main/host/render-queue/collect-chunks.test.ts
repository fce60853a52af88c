import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createInterview, fakeChunk } from '../../../test/fakes/interview-project.ts';
import { testFolder, testServices } from '../../../test/fakes/project-services.ts';
import { collectChunks } from './collect-chunks.ts';

/** Chunks a, b, c... of 1000 bytes each, in the order of their use. */
function makeChunks(names: string) {
  const store = createInterview(join(testFolder(), 'x.parley'), testServices());
  const folder = join(store.dataFolder, 'chunks');
  mkdirSync(folder);
  for (const [index, name] of Array.from(names).entries()) {
    writeFileSync(join(folder, `${name}.mp4`), 'chunk');
    const file = `chunks/${name}.mp4`;
    store.journal.putChunk({ ...fakeChunk(index % 2), key: name.repeat(40), file, bytes: 1000 });
  }
  const left = () => {
    const files = readdirSync(folder).sort().join(' ');
    return {
      files,
      keys: store.journal
        .listByUse()
        .map(({ key }) => key[0])
        .join(''),
    };
  };
  return { store, left };
}

const keysOf = (names: string) => new Set(Array.from(names, (name) => name.repeat(40)));

test('the longest unused go first, until the rest fits', async () => {
  const { store, left } = makeChunks('abcde');
  store.journal.markUsed([...keysOf('a')]);
  await collectChunks(store, new Set(), 3000);
  expect(left()).toEqual({ files: 'a.mp4 d.mp4 e.mp4', keys: 'dea' });
  store.close();
});

test('what a take or a job refers to stays, however much it is', async () => {
  const { store, left } = makeChunks('abcde');
  await collectChunks(store, keysOf('abc'), 1000);
  expect(left()).toEqual({ files: 'a.mp4 b.mp4 c.mp4', keys: 'abc' });
  store.close();
});

test('all versions stay while there is room; strangers in the folder go', async () => {
  const { store, left } = makeChunks('abc');
  writeFileSync(join(store.dataFolder, 'chunks', 'lost.mp4'), 'lost');
  store.journal.putChunk({ ...fakeChunk(0), renderId: 'other', ...sharedFile('a') });
  await collectChunks(store, new Set(), 3000);
  expect(left()).toEqual({ files: 'a.mp4 b.mp4 c.mp4', keys: 'abca' });
  await collectChunks(store, new Set(), 2999);
  expect(left().files).toBe('a.mp4 c.mp4');
  store.close();
});

function sharedFile(name: string) {
  return { key: name.repeat(40), file: `chunks/${name}.mp4`, bytes: 1000 };
}
