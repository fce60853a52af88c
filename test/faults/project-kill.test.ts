// kill -9 at any moment: what was acknowledged is there, and nothing is half there.
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { SeededRandom } from '#core/random/seeded-random.ts';
import { ProjectStore } from '#main/host/project-store/project-store.ts';
import { createInterview, fakeChunk } from '../fakes/interview-project.ts';
import { LineChild } from '../fakes/line-child.ts';
import { testFolder, testServices } from '../fakes/project-services.ts';

test('fifteen kills of a writer lose no acknowledged command', { timeout: 300_000 }, async () => {
  const path = join(testFolder(), 'x.parley');
  createInterview(path, testServices()).close();
  const random = SeededRandom.stream(1, 'kill a writer');
  let acknowledged = 1;
  for (let round = 0; round < 15; round++) {
    const child = new LineChild('project-writer-child.ts', 'edit', path);
    await child.atLeast(1 + (round % 4));
    await sleep(random.uniform(0, 60));
    const lines = await child.kill();
    acknowledged = Number(lines.at(-1));
    const store = ProjectStore.open(path, testServices());
    expect(store.access).toBe('writer');
    expect(store.notices).toEqual([]);
    const seed = store.document.scene!.seed;
    // The child undoes and redoes every fifth seed; a kill in between leaves the one before.
    const undone = acknowledged % 5 === 0 ? [acknowledged - 1] : [];
    expect([...undone, acknowledged, acknowledged + 1]).toContain(seed);
    const journaled = store.journal.list('draft').at(-1)?.index ?? 0;
    // The chunk of a command is put after the command is said, so before the next one is.
    expect(journaled).toBeGreaterThanOrEqual(Number(lines.at(-2) ?? 0));
    if (journaled > 1)
      expect(store.journal.getChunk('draft', journaled)).toEqual(fakeChunk(journaled));
    expect(store.undo()).not.toBeNull();
    expect(store.redo()).not.toBeNull();
    store.close();
  }
  expect(acknowledged).toBeGreaterThan(15);
});

test(
  'a killed "new" leaves whole projects only, and the next "new" works',
  { timeout: 300_000 },
  async () => {
    const folder = testFolder();
    const random = SeededRandom.stream(2, 'kill a new');
    let next = 0;
    for (let round = 0; round < 5; round++) {
      const own = join(folder, String(round));
      mkdirSync(own);
      const child = new LineChild('project-writer-child.ts', 'create', own);
      await child.atLeast(1);
      await sleep(random.uniform(0, 80));
      next = 1 + Number((await child.kill()).at(-1));
      const last = join(own, `${next}.parley`);
      if (!existsSync(last)) createInterview(last, testServices()).close();
      for (const name of readdirSync(own).filter((each) => each.endsWith('.parley'))) {
        const store = ProjectStore.open(join(own, name), testServices(), { readOnly: true });
        expect(store.document.voices).toHaveLength(2);
        store.close();
      }
      expect(readdirSync(own).filter((name) => name.startsWith(`.${next}.parley`))).toEqual([]);
    }
  },
);
