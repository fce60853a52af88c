// A project of the first version opens with its chunks, and then keeps several of each.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { canonicalJson } from '#core/json/canonical-json.ts';
import { createInterview, fakeChunk } from '../../../../test/fakes/interview-project.ts';
import { testFolder, testServices } from '../../../../test/fakes/project-services.ts';
import { ProjectStore } from '../project-store.ts';
import { checksum } from '../tables/checksum.ts';
import { firstTables } from './0001-first-tables.ts';

/** The tables of the first version, with the document of a new project and chunks as they lay then. */
function makeOldProject(folder: string): string {
  const newPath = join(folder, 'new.parley');
  createInterview(newPath, testServices()).close();
  const path = join(folder, 'old.parley');
  copyFileSync(newPath, path);
  const database = new Database(path);
  database.pragma('journal_mode = DELETE');
  for (const table of ['chunks', 'jobs', 'takes', 'frozen_documents']) {
    database.exec(`DROP TABLE ${table}`);
  }
  const [createChunks] = /CREATE TABLE chunks \([^;]*;/.exec(firstTables.sql) ?? [''];
  database.exec(createChunks);
  const put = database.prepare(
    'INSERT INTO chunks (render_id, chunk_index, key, json, crc) VALUES (?, ?, ?, ?, ?)',
  );
  for (let index = 0; index < 3; index++) {
    const { renderId, key } = fakeChunk(index);
    const json = canonicalJson(fakeChunk(index));
    put.run(renderId, index, key, json, checksum(renderId, index, key, json));
  }
  put.run('draft', 3, 'ab'.repeat(20), '{damaged', 1);
  put.run('draft', 4, 'cd'.repeat(20), '{"state":{"odd":1}}', 1);
  database.pragma('user_version = 1');
  database.close();
  return path;
}

test('a project of the first version keeps its document, its undo and its chunks', () => {
  const folder = testFolder();
  const path = makeOldProject(folder);
  const original = ProjectStore.open(join(folder, 'new.parley'), testServices());
  const store = ProjectStore.open(path, testServices());
  expect(store.document).toEqual(original.document);
  expect(store.nextSteps).toEqual(original.nextSteps);
  expect(store.journal.list()).toEqual([fakeChunk(0), fakeChunk(1), fakeChunk(2)]);
  expect(store.journal.findReady(fakeChunk(1).key)).toEqual(fakeChunk(1));
  const ready = store.journal.listVersions().filter(({ isReady }) => isReady);
  expect(ready).toHaveLength(3);
  store.journal.putChunk({ ...fakeChunk(1), key: 'f'.repeat(40) });
  expect(store.journal.getChunk('draft', 1)?.key).toBe('f'.repeat(40));
  expect(store.journal.list('draft')).toHaveLength(4);
  original.close();
  store.close();
  const again = ProjectStore.open(path, testServices(), { readOnly: true });
  expect(again.journal.list('draft')).toHaveLength(4);
  again.close();
});

test('who may only read a project of the first version is told so', () => {
  const path = makeOldProject(testFolder());
  expect(() => ProjectStore.open(path, testServices(), { readOnly: true })).toThrow(
    'made by an older Parley',
  );
});
