// Bytes that flip on the disk: noticed, or without effect; never another document.
import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { AppError } from '#core/errors/app-error.ts';
import { canonicalJson } from '#core/json/canonical-json.ts';
import { SeededRandom } from '#core/random/seeded-random.ts';
import { ProjectStore } from '#main/host/project-store/project-store.ts';
import { createInterview, fakeChunk } from '../fakes/interview-project.ts';
import { testFolder, testServices } from '../fakes/project-services.ts';

/** `PARLEY_FLIPS=2000` makes a campaign of it. */
const FLIPS = Number(process.env['PARLEY_FLIPS'] ?? 30);

const REFUSALS = ['project-damaged', 'not-a-project', 'project-from-the-future'];

/** Opens, looks at everything and edits. Returns the refusal, or the document before the edit. */
function useProject(path: string): string {
  let store: ProjectStore | null = null;
  try {
    store = ProjectStore.open(path, testServices('tester', 'new'));
    const document = canonicalJson(store.document);
    for (const chunk of store.journal.list()) {
      expect(canonicalJson(chunk)).toBe(canonicalJson(fakeChunk(chunk.index)));
    }
    const score = store.derived.getJson('score', 'k', z.array(z.number()));
    if (score !== null) expect(score).toEqual(SCORE);
    store.execute('setSceneSettings', { seed: 999 });
    store.undo();
    expect(canonicalJson(store.document)).toBe(document);
    while (store.undo() !== null);
    return document;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(REFUSALS).toContain(error.code);
    return error.code;
  } finally {
    store?.close();
  }
}

const SCORE = Array.from({ length: 500 }, (_, i) => i / 500);

function makeProject(folder: string): { path: string; document: string } {
  const path = join(folder, 'original.parley');
  const store = createInterview(path, testServices());
  for (let i = 0; i < 8; i++) store.journal.putChunk(fakeChunk(i));
  store.derived.putJson('score', 'k', SCORE);
  const document = canonicalJson(store.document);
  store.close();
  return { path, document };
}

function flipByte(bytes: Buffer, random: SeededRandom, within = bytes.length): number {
  const offset = Math.floor(random.uniform(0, within));
  bytes[offset] ^= 1 + Math.floor(random.uniform(0, 255));
  return offset;
}

test(`${FLIPS} flipped bytes in the file are noticed or harmless`, { timeout: 600_000 }, () => {
  const folder = testFolder();
  const { path, document } = makeProject(folder);
  const random = SeededRandom.stream(3, 'flip the file');
  const copy = join(folder, 'copy.parley');
  const outcomes = new Map<string, number>();
  for (let i = 0; i < FLIPS; i++) {
    const bytes = readFileSync(path);
    // The header and the description of the tables get as many as all the rest.
    const offset = flipByte(bytes, random, [100, 4096, bytes.length][i % 3]);
    writeFileSync(copy, bytes);
    const outcome = useProject(copy);
    const name = REFUSALS.includes(outcome) ? outcome : 'harmless';
    if (name === 'harmless') expect(outcome, `byte ${offset}`).toBe(document);
    outcomes.set(name, (outcomes.get(name) ?? 0) + 1);
  }
  expect(outcomes.get('project-damaged')).toBeGreaterThan(FLIPS / 10);
  console.info('flips:', Object.fromEntries(outcomes));
});

/** A project and a log of two commands that is not yet in the file, as a kill leaves them. */
function makeUnfinished(folder: string) {
  const { path } = makeProject(folder);
  const store = ProjectStore.open(path, testServices('tester', 'more'));
  const documents = [canonicalJson(store.document)];
  const reader = new Database(path, { readonly: true });
  reader.exec('BEGIN; SELECT * FROM rows');
  for (const seed of [50, 51]) {
    store.execute('setSceneSettings', { seed });
    documents.push(canonicalJson(store.document));
  }
  const copy = join(folder, 'copy.parley');
  const file = readFileSync(path);
  const log = readFileSync(`${path}-wal`);
  reader.close();
  store.close();
  const restore = (): void => {
    writeFileSync(copy, file);
    writeFileSync(`${copy}-wal`, log);
  };
  return { copy, log, documents, restore };
}

test('a torn log gives the last whole command, at any length', () => {
  const { copy, log, documents, restore } = makeUnfinished(testFolder());
  const random = SeededRandom.stream(4, 'tear the log');
  const seen = new Set<number>();
  for (let i = 0; i < 15; i++) {
    restore();
    truncateSync(`${copy}-wal`, i === 0 ? log.length : Math.floor(random.uniform(0, log.length)));
    const index = documents.indexOf(useProject(copy));
    expect(index).toBeGreaterThanOrEqual(0);
    seen.add(index);
  }
  expect([...seen].sort()).toEqual([0, 1, 2]);
});

test('a flipped byte in the log gives a whole command or a refusal', () => {
  const { copy, log, documents, restore } = makeUnfinished(testFolder());
  const random = SeededRandom.stream(5, 'flip the log');
  for (let i = 0; i < 20; i++) {
    restore();
    const bytes = Buffer.from(log);
    flipByte(bytes, random);
    writeFileSync(`${copy}-wal`, bytes);
    const outcome = useProject(copy);
    if (!REFUSALS.includes(outcome)) expect(documents).toContain(outcome);
  }
});

test('a log that belongs to another project never gets in', () => {
  const folder = testFolder();
  const { copy, log } = makeUnfinished(folder);
  const other = join(folder, 'other.parley');
  const store = ProjectStore.create(other, testServices());
  store.close();
  copyFileSync(other, copy);
  writeFileSync(`${copy}-wal`, log);
  const outcome = useProject(copy);
  expect(REFUSALS).toContain(outcome);
});
