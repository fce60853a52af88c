import { existsSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createInterview } from '../../../../test/fakes/interview-project.ts';
import { LineChild } from '../../../../test/fakes/line-child.ts';
import { testFolder, testServices } from '../../../../test/fakes/project-services.ts';
import { ProjectStore } from '../project-store.ts';
import { lockPathOf } from './writer-lock.ts';

function makeProject(): string {
  const path = join(testFolder(), 'x.parley');
  createInterview(path, testServices()).close();
  return path;
}

/** Rewrites the lock that a living writer holds. */
function changeLock(path: string, change: object): void {
  const lock = JSON.parse(readFileSync(lockPathOf(path), 'utf8')) as object;
  writeFileSync(lockPathOf(path), JSON.stringify({ ...lock, ...change }));
}

function accessOf(path: string) {
  const store = ProjectStore.open(path, testServices('second'));
  store.close();
  return store.access;
}

test('the second opener reads, and knows who writes', () => {
  const path = makeProject();
  const first = ProjectStore.open(path, testServices('Anna'));
  const second = ProjectStore.open(path, testServices('Ben'));
  expect(second.access).toMatchObject({
    readOnly: { cause: 'locked', holder: { owner: 'Anna', pid: process.pid } },
  });
  expect(() => second.execute('setSceneSettings', { seed: 2 })).toThrow(
    expect.objectContaining({
      code: 'project-read-only',
      message: expect.stringContaining('Anna') as string,
    }),
  );
  expect(() => second.undo()).toThrow(/Anna/);
  first.execute('setSceneSettings', { seed: 2 });
  expect(second.refresh()).toBe(true);
  expect(second.refresh()).toBe(false);
  expect(second.document.scene?.seed).toBe(2);
  second.close();
  expect(accessOf(path)).not.toBe('writer');
  first.close();
  expect(accessOf(path)).toBe('writer');
});

test('a link to a project is the same project', () => {
  const path = makeProject();
  const link = join(testFolder(), 'link.parley');
  symlinkSync(path, link);
  const first = ProjectStore.open(path, testServices());
  expect(accessOf(link)).not.toBe('writer');
  first.close();
});

test('the lock of a killed process is taken over', async () => {
  const path = makeProject();
  const child = new LineChild('project-writer-child.ts', 'hold', path);
  await child.atLeast(1);
  expect(child.lines).toEqual(['writer']);
  expect(accessOf(path)).not.toBe('writer');
  await child.kill();
  expect(accessOf(path)).toBe('writer');
});

test('of openers that race exactly one writes', { timeout: 300_000 }, async () => {
  const path = makeProject();
  const children = Array.from(
    { length: 3 },
    () => new LineChild('project-writer-child.ts', 'race', path),
  );
  await Promise.all(children.map((child) => child.atLeast(1)));
  for (let round = 0; round < 20; round++) {
    writeFileSync(`${path}-go-${round}`, '');
    await Promise.all(children.map((child) => child.atLeast(2 + 2 * round)));
    const roles = children.map((child) => child.lines[1 + 2 * round]).sort();
    expect(roles).toEqual(['reader', 'reader', 'writer']);
    rmSync(`${path}-go-${round}`);
    await Promise.all(children.map((child) => child.atLeast(3 + 2 * round)));
  }
  await Promise.all(children.map((child) => child.kill()));
});

test('of openers that find a dead lock exactly one takes it over', async () => {
  const path = makeProject();
  const dead = new LineChild('project-writer-child.ts', 'hold', path);
  await dead.atLeast(1);
  await dead.kill();
  const children = Array.from(
    { length: 3 },
    () => new LineChild('project-writer-child.ts', 'hold', path),
  );
  await Promise.all(children.map((child) => child.atLeast(1)));
  expect(children.map((child) => child.lines[0]).sort()).toEqual(['reader', 'reader', 'writer']);
  await Promise.all(children.map((child) => child.kill()));
});

test.each([
  ['a number that another process has now', { startTime: '1' }],
  ['a start of the machine that is over', { bootId: 'before' }],
  ['another file', { fileId: '1' }],
])('a lock with %s is taken over', (_what, change) => {
  const path = makeProject();
  const first = ProjectStore.open(path, testServices());
  changeLock(path, change);
  expect(accessOf(path)).toBe('writer');
  first.close();
});

test('a lock that is no lock is taken over', () => {
  const path = makeProject();
  for (const text of ['', '{"pid":', 'null', '{"pid":1}']) {
    writeFileSync(lockPathOf(path), text);
    expect(accessOf(path)).toBe('writer');
  }
});

test('a lock of another machine counts while it is touched', () => {
  const path = makeProject();
  const first = ProjectStore.open(path, testServices());
  changeLock(path, { host: 'elsewhere' });
  expect(accessOf(path)).toMatchObject({ readOnly: { holder: { host: 'elsewhere' } } });
  const longAgo = Date.now() / 1000 - 300;
  utimesSync(lockPathOf(path), longAgo, longAgo);
  expect(accessOf(path)).toBe('writer');
  first.close();
});

test('a writer whose lock was taken over stops writing', () => {
  const path = makeProject();
  const first = ProjectStore.open(path, testServices('Anna'));
  changeLock(path, { bootId: 'before' });
  const second = ProjectStore.open(path, testServices('Ben'));
  const { document } = first;
  expect(() => first.execute('setSceneSettings', { seed: 5 })).toThrow(
    expect.objectContaining({ code: 'project-lock-lost' }),
  );
  expect(first.document).toBe(document);
  second.execute('setSceneSettings', { seed: 6 });
  first.close();
  expect(accessOf(path)).not.toBe('writer');
  second.close();
});

test('a lock that somebody deleted is put back', () => {
  const path = makeProject();
  const first = ProjectStore.open(path, testServices());
  rmSync(lockPathOf(path));
  first.execute('setSceneSettings', { seed: 5 });
  expect(accessOf(path)).not.toBe('writer');
  first.close();
});

test('what a process leaves that was killed while it took the lock is cleaned up', () => {
  const path = makeProject();
  const draft = `${lockPathOf(path)}.0000`;
  writeFileSync(draft, '{}');
  expect(accessOf(path)).toBe('writer');
  expect(existsSync(draft)).toBe(false);
});
