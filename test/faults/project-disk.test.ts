// A disk that is full, or that may not be written.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, type TestContext } from 'vitest';
import { ProjectStore } from '#main/host/project-store/project-store.ts';
import { fakeFace } from '../fakes/fake-project.ts';
import { createInterview } from '../fakes/interview-project.ts';
import { testFolder, testServices } from '../fakes/project-services.ts';

/** A disk of its own in memory; skips the test where mounting is not permitted. */
function smallDisk(context: TestContext, size: string): string {
  const folder = join(testFolder(), 'disk');
  mkdirSync(folder);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], {
      stdio: 'pipe',
    });
  } catch {
    context.skip('a small disk cannot be mounted here');
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder]));
  return folder;
}

function fillUp(folder: string, leaveBytes = 0): void {
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(join(folder, 'filler'), Buffer.alloc(Math.max(0, bavail * bsize - leaveBytes)));
}

const diskFull = expect.objectContaining({ code: 'disk-full', category: 'out-of-disk' }) as Error;

test('a full disk refuses a new project and keeps nothing of it', (context) => {
  const folder = smallDisk(context, '4m');
  for (const leaveBytes of [0, 8192, 65_536]) {
    fillUp(folder, leaveBytes);
    expect(() => createInterview(join(folder, 'x.parley'), testServices())).toThrow(diskFull);
    const left = readdirSync(folder).filter((name) => name.includes('.new-'));
    expect(left).toEqual([]);
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  }
});

test('a disk that fills up keeps every command that was done', (context) => {
  const folder = smallDisk(context, '4m');
  const path = join(folder, 'x.parley');
  const store = createInterview(path, testServices());
  fillUp(folder, 300_000);
  let seed = 1;
  const work = (): void => {
    for (; seed < 1000; seed++) {
      store.execute('setSceneSettings', { seed });
      store.execute('recordFaces', { faces: [fakeFace(200 + (seed % 20)), fakeFace(800)] });
    }
  };
  expect(work).toThrow(diskFull);
  const { document, revision } = store;
  expect(() => store.derived.putBytes('peaks', 'k', new Uint8Array(2_000_000))).toThrow(diskFull);
  rmSync(join(folder, 'filler'));
  store.execute('setSceneSettings', { seed: 12_345 });
  expect(store.undo()).toBe('Change scene settings');
  expect(store.document).toEqual(document);
  store.close();
  const again = ProjectStore.open(path, testServices());
  expect(again.document).toEqual(document);
  expect(again.revision).toBe(revision + 2);
  expect(again.notices).toEqual([]);
  again.close();
});

test('a project on a full disk can be read', (context) => {
  const folder = smallDisk(context, '4m');
  const path = join(folder, 'x.parley');
  createInterview(path, testServices()).close();
  fillUp(folder);
  expect(() => ProjectStore.open(path, testServices())).toThrow(diskFull);
  const store = ProjectStore.open(path, testServices(), { readOnly: true });
  expect(store.document.people).toHaveLength(2);
  store.close();
});

test('a project on a write-protected disk is opened for reading', (context) => {
  const folder = smallDisk(context, '4m');
  const path = join(folder, 'x.parley');
  createInterview(path, testServices()).close();
  execFileSync('mount', ['-o', 'remount,ro', folder]);
  const store = ProjectStore.open(path, testServices());
  expect(store.access).toEqual({ readOnly: { cause: 'not-writable', holder: null } });
  expect(store.document.people).toHaveLength(2);
  expect(store.derived.putJson('score', 'k', 1)).toBe(false);
  store.close();
  expect(() => createInterview(join(folder, 'y.parley'), testServices())).toThrow(
    expect.objectContaining({ code: 'project-unwritable' }) as Error,
  );
});
