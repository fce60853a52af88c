// What a project store needs, made for tests, and a folder that goes away with the test.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { StoreServices } from '#main/host/project-store/project-store.ts';
import { countingIds } from './fake-project.ts';

export function testServices(owner = 'tester', idPrefix = 'id'): StoreServices {
  return {
    ids: countingIds(idPrefix),
    clock: () => Date.now(),
    opener: { owner, program: 'parley test' },
  };
}

/** Call inside a test. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parley-project-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
