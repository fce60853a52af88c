// Whatever file is dropped ends in one clear sentence.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { AppError } from '#core/errors/app-error.ts';
import { createInterview } from '../../../test/fakes/interview-project.ts';
import { testFolder, testServices } from '../../../test/fakes/project-services.ts';
import { ProjectStore } from './project-store.ts';

/** Opening must fail with an AppError that has a hint; returns code and message. */
function failureOf(path: string, readOnly = false): { code: string; message: string } {
  try {
    ProjectStore.open(path, testServices(), { readOnly }).close();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.category).toBe('bad-input');
    expect(error.hint).not.toBeNull();
    return { code: error.code, message: error.message };
  }
  throw new Error('opening did not fail');
}

function writeFile(content: string | Uint8Array): string {
  const path = join(testFolder(), 'x.parley');
  writeFileSync(path, content);
  return path;
}

function makeProject(): string {
  const path = join(testFolder(), 'x.parley');
  createInterview(path, testServices()).close();
  return path;
}

function tampered(sql: string): string {
  const path = makeProject();
  const database = new Database(path);
  database.exec(sql);
  database.close();
  return path;
}

test.each([
  ['an empty file', '', 'it is empty'],
  ['a text', 'hello, this is no project'.repeat(20), 'not a Parley project'],
  ['the beginning of a project', 'SQLite format 3\0', 'not a Parley project'],
])('%s is not a project', (_what, content, why) => {
  const failure = failureOf(writeFile(content));
  expect(failure.code).toBe('not-a-project');
  expect(failure.message).toContain(why);
});

test('a missing file, a folder and a pipe are named', () => {
  const folder = testFolder();
  expect(failureOf(join(folder, 'no.parley')).code).toBe('project-not-found');
  expect(failureOf(folder).message).toContain('it is a folder');
  if (process.platform === 'win32') return;
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  expect(failureOf(join(folder, 'pipe')).message).toContain('it is not a file');
});

test('a database of another program is not a project', () => {
  const path = join(testFolder(), 'x.parley');
  const database = new Database(path);
  database.exec('CREATE TABLE rows (a)');
  database.close();
  expect(failureOf(path).message).toContain('another program');
});

test('a project from the future names both versions', () => {
  const failure = failureOf(tampered('PRAGMA user_version = 7'));
  expect(failure.code).toBe('project-from-the-future');
  expect(failure.message).toMatch(/version 7.*version 3/);
});

test.each([
  ['a trigger', 'CREATE TRIGGER evil AFTER INSERT ON rows BEGIN DELETE FROM rows; END', 'evil'],
  ['a view', 'CREATE VIEW evil AS SELECT * FROM rows', 'evil'],
  ['a table', 'CREATE TABLE evil (a)', 'evil'],
  ['a missing table', 'DROP TABLE chunks', 'chunks'],
  ['no version', 'PRAGMA user_version = 0', 'version is 0'],
  [
    'a changed row',
    `UPDATE rows SET json = replace(json, '"A"', '"Z"') WHERE kind = 'person'`,
    'row person',
  ],
  ['a missing row', `DELETE FROM rows WHERE kind = 'scoreKey' AND id = 'id-12'`, 'missing'],
  ['a changed state', `UPDATE meta SET value = '{}'`, 'meta'],
])('a project with %s is damaged', (_what, sql, why) => {
  for (const readOnly of [false, true]) {
    const failure = failureOf(tampered(sql), readOnly);
    expect(failure.code).toBe('project-damaged');
    expect(failure.message).toContain(why);
  }
});

test('a truncated project is damaged', () => {
  const bytes = readFileSync(makeProject());
  for (const share of [0.3, 0.6, 0.95]) {
    const path = writeFile(bytes.subarray(0, Math.floor(bytes.length * share)));
    expect(failureOf(path).code).toBe('project-damaged');
  }
});

test('a project on a disk that may not be written can be read', (context) => {
  const folder = testFolder();
  const path = join(folder, 'sub', 'x.parley');
  mkdirSync(join(folder, 'sub'));
  createInterview(path, testServices()).close();
  chmodSync(path, 0o444);
  chmodSync(join(folder, 'sub'), 0o555);
  const store = ProjectStore.open(path, testServices());
  try {
    context.skip(store.access === 'writer', 'this user may write everywhere');
    expect(store.access).toEqual({ readOnly: { cause: 'not-writable', holder: null } });
    expect(store.document.people).toHaveLength(2);
    expect(() => store.execute('setSceneSettings', { seed: 2 })).toThrow(/may not be written/);
    expect(store.derived.putJson('score', 'k', 1)).toBe(false);
  } finally {
    store.close();
    chmodSync(join(folder, 'sub'), 0o755);
  }
});
