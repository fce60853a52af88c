import { copyFileSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { canonicalJson } from '#core/json/canonical-json.ts';
import { fakeImage, fakeVoice } from '../../../test/fakes/fake-project.ts';
import { createInterview, fakeChunk } from '../../../test/fakes/interview-project.ts';
import { testFolder, testServices } from '../../../test/fakes/project-services.ts';
import { ProjectStore } from './project-store.ts';

const projectIn = (folder: string) => join(folder, 'interview.parley');

/** Changes a closed project behind Parley's back. */
function tamper(path: string, sql: string): void {
  const database = new Database(path);
  database.exec(sql);
  database.close();
}

describe('a project', () => {
  test('is the same after it was closed and opened', () => {
    const path = projectIn(testFolder());
    const store = createInterview(path, testServices());
    const { document, revision } = store;
    store.close();
    const again = ProjectStore.open(path, testServices());
    expect(again.document).toEqual(document);
    expect(again.revision).toBe(revision);
    expect(again.access).toBe('writer');
    expect(again.notices).toEqual([]);
    again.close();
  });

  test('is one file and a data folder when it is closed', () => {
    const folder = testFolder();
    createInterview(projectIn(folder), testServices()).close();
    expect(readdirSync(folder).sort()).toEqual(['interview.parley', 'interview.parley-data']);
  });

  test('has the same bytes for the same commands', () => {
    const rowsOf = (path: string) => {
      createInterview(path, testServices()).close();
      const database = new Database(path, { readonly: true });
      const rows = database.prepare('SELECT kind, id, json, crc FROM rows').all();
      database.close();
      return canonicalJson(rows);
    };
    expect(rowsOf(projectIn(testFolder()))).toBe(rowsOf(projectIn(testFolder())));
  });

  test('undoes and redoes across restarts', () => {
    const path = projectIn(testFolder());
    let store = createInterview(path, testServices());
    const texts = [canonicalJson(store.document)];
    const labels: string[] = [];
    for (;;) {
      store.close();
      store = ProjectStore.open(path, testServices());
      const label = store.undo();
      if (label === null) break;
      labels.push(label);
      texts.push(canonicalJson(store.document));
    }
    expect(labels).toEqual([
      'Change speaking score of B',
      'Give voice ben to B',
      'Give voice anna to A',
      'Record 2 faces',
      'Add voice ben',
      'Add voice anna',
      'Create scene',
    ]);
    for (const text of texts.reverse().slice(1)) {
      store.close();
      store = ProjectStore.open(path, testServices());
      store.redo();
      expect(canonicalJson(store.document)).toBe(text);
    }
    expect(store.nextSteps).toEqual({
      undo: 'Change speaking score of B',
      redo: 'Rename A to Anna',
    });
    store.close();
  });

  test('forgets what was undone when something else is done', () => {
    const store = createInterview(projectIn(testFolder()), testServices());
    expect(store.nextSteps.redo).toBe('Rename A to Anna');
    store.execute('setSceneSettings', { seed: 9 });
    expect(store.nextSteps).toEqual({ undo: 'Change scene settings', redo: null });
    expect(store.redo()).toBeNull();
    store.close();
  });

  test('makes no undo step for a command that changes nothing', () => {
    const store = createInterview(projectIn(testFolder()), testServices());
    const { revision, nextSteps } = store;
    store.execute('setSceneSettings', {});
    expect([store.revision, store.nextSteps]).toEqual([revision, nextSteps]);
    store.close();
  });

  test('stays as it was when a command is refused', () => {
    const store = createInterview(projectIn(testFolder()), testServices());
    const { document, revision } = store;
    expect(() => store.execute('setSceneSettings', { size: [1, 1] })).toThrow(/setSceneSettings/);
    expect(() => store.execute('nonsense' as 'addVoice', {} as never)).toThrow(/no command/);
    expect([store.document, store.revision]).toEqual([document, revision]);
    store.close();
  });

  test('tells listeners about every change, until they stop', () => {
    const store = createInterview(projectIn(testFolder()), testServices());
    const revisions: number[] = [];
    const stop = store.subscribe(({ revision }) => revisions.push(revision));
    store.execute('setSceneSettings', { seed: 5 });
    store.undo();
    stop();
    store.redo();
    expect(revisions).toEqual([store.revision - 2, store.revision - 1]);
    store.close();
  });

  test('cannot be changed through its document', () => {
    const store = createInterview(projectIn(testFolder()), testServices());
    const person = store.document.people[0] as { name: string };
    expect(() => (person.name = 'x')).toThrow(TypeError);
    expect(() => (store.document.people as unknown[]).pop()).toThrow(TypeError);
    store.close();
  });
});

describe('making a project', () => {
  test('leaves nothing when an initial command is refused', () => {
    const folder = testFolder();
    const bad = { name: 'addVoice' as const, input: { name: '', media: fakeVoice() } };
    expect(() => ProjectStore.create(projectIn(folder), testServices(), [bad])).toThrow(/letter/);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('never overwrites a file', () => {
    const path = projectIn(testFolder());
    writeFileSync(path, 'precious');
    expect(() => ProjectStore.create(path, testServices())).toThrow(/exists already/);
  });

  test('names a folder that is not there', () => {
    const path = join(testFolder(), 'no', 'x.parley');
    expect(() => ProjectStore.create(path, testServices())).toThrow(
      expect.objectContaining({ code: 'folder-missing', category: 'bad-input' }),
    );
  });

  test('works with names that are hostile to shells and formats', () => {
    const folder = testFolder();
    for (const name of ['a\nb.parley', `q'"\`$(x).parley`, '%d.parley', '-x.parley', '🎬.parley']) {
      const path = join(folder, name);
      createInterview(path, testServices()).close();
      expect(ProjectStore.open(path, testServices()).document.people).toHaveLength(2);
    }
  });

  test('is not led astray by the log of a dead project of the same name', () => {
    const folder = testFolder();
    const path = projectIn(folder);
    const old = createInterview(path, testServices());
    const blocker = new Database(path, { readonly: true });
    blocker.exec('BEGIN; SELECT * FROM rows');
    old.execute('setSceneSettings', { seed: 77 });
    copyFileSync(`${path}-wal`, join(folder, 'new.parley-wal'));
    blocker.close();
    old.close();
    const input = { picture: fakeImage(), seed: 3 };
    const store = ProjectStore.create(join(folder, 'new.parley'), testServices(), [
      { name: 'createScene', input },
    ]);
    expect(store.document.scene?.seed).toBe(3);
    expect(store.document.people).toEqual([]);
    store.close();
  });
});

describe('what can be computed again', () => {
  test('derived results come back, and a damaged one is none', () => {
    const path = projectIn(testFolder());
    const store = createInterview(path, testServices());
    store.derived.putJson('score', 'k1', [0.5, -1]);
    store.derived.putBytes('peaks', 'k2', Uint8Array.of(1, 2, 3));
    store.close();
    tamper(path, `UPDATE derived SET value = x'010204' WHERE kind = 'peaks'`);
    const again = ProjectStore.open(path, testServices());
    expect(again.derived.getJson('score', 'k1', z.array(z.number()))).toEqual([0.5, -1]);
    expect(again.derived.getJson('score', 'k1', z.string())).toBeNull();
    expect(again.derived.getBytes('peaks', 'k2')).toBeNull();
    expect(again.derived.getBytes('peaks', 'other')).toBeNull();
    again.derived.keepOnly('score', []);
    expect(again.derived.getBytes('score', 'k1')).toBeNull();
    again.close();
  });

  test('the journal keeps chunks, finds them by key and drops damaged ones', () => {
    const path = projectIn(testFolder());
    const store = createInterview(path, testServices());
    for (let i = 0; i < 12; i++) store.journal.putChunk(fakeChunk(i));
    store.close();
    tamper(path, `UPDATE chunks SET json = replace(json, '1003', '9003') WHERE chunk_index = 3`);
    const { journal, ...again } = ProjectStore.open(path, testServices());
    expect(journal.getChunk('draft', 4)).toEqual(fakeChunk(4));
    expect(journal.getChunk('draft', 3)).toBeNull();
    expect(journal.findReady(fakeChunk(11).key)?.index).toBe(11);
    const indexes = journal.list('draft').map(({ index }) => index);
    expect(indexes).toEqual([0, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(again.access).toBe('writer');
  });

  test('the journal keeps versions side by side; the one used last counts', () => {
    const store = createInterview(projectIn(testFolder()), testServices());
    const { journal } = store;
    const version = (key: string) => ({ ...fakeChunk(3), key: key.repeat(40), file: `${key}.mp4` });
    for (const key of ['a', 'b']) journal.putChunk(version(key));
    journal.putChunk({ ...version('c'), state: 'failed' });
    expect(journal.list('draft').map(({ key }) => key[0])).toEqual(['a', 'b', 'c']);
    expect(journal.findReady('a'.repeat(40))?.file).toBe('a.mp4');
    expect(journal.findReady('c'.repeat(40))).toBeNull();
    journal.markUsed(['a'.repeat(40)]);
    expect(journal.getChunk('draft', 3)?.file).toBe('a.mp4');
    expect(journal.listByUse().map(({ key }) => key[0])).toEqual(['b', 'c', 'a']);
    expect(journal.listVersions().map(({ key, isReady }) => [key[0], isReady])).toEqual([
      ['a', true],
      ['b', true],
      ['c', false],
    ]);
    journal.remove(['b'.repeat(40), 'c'.repeat(40)]);
    expect(journal.list().map(({ key }) => key[0])).toEqual(['a']);
    store.close();
  });

  test('a chunk file outside the data folder is refused', () => {
    const store = createInterview(projectIn(testFolder()), testServices());
    for (const file of ['../x', '/etc/passwd', 'a/../b', '-x/../../y', '.hidden', 'a/b/c']) {
      expect(() => store.journal.putChunk({ ...fakeChunk(0), file })).toThrow();
    }
    store.journal.putChunk({ ...fakeChunk(0), file: 'draft/a.mp4' });
    store.close();
  });

  test('a damaged undo history costs the history, and says so', () => {
    const path = projectIn(testFolder());
    const store = createInterview(path, testServices());
    const { document } = store;
    store.close();
    tamper(path, `DELETE FROM history WHERE seq = 3`);
    const again = ProjectStore.open(path, testServices());
    expect(again.document).toEqual(document);
    expect(again.notices).toHaveLength(1);
    expect(again.undo()).toBeNull();
    again.execute('setSceneSettings', { seed: 4 });
    again.close();
    const third = ProjectStore.open(path, testServices());
    expect(third.notices).toEqual([]);
    expect(third.undo()).toBe('Change scene settings');
    third.close();
  });
});

test('a copied project is a project of its own', () => {
  const folder = testFolder();
  const path = projectIn(folder);
  const copy = join(folder, 'copy.parley');
  const store = createInterview(path, testServices());
  copyFileSync(path, copy);
  copyFileSync(`${path}-lock`, `${copy}-lock`);
  const copied = ProjectStore.open(copy, testServices());
  expect(copied.access).toBe('writer');
  expect(copied.document).toEqual(store.document);
  copied.execute('setSceneSettings', { seed: 8 });
  expect(store.document.scene?.seed).toBe(1);
  expect(existsSync(`${copy}-data`)).toBe(true);
  copied.close();
  store.close();
});
