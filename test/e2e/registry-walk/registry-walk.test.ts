// Every entry of every menu and every key of the map, in the built window: each does something.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, NO_CHROMIUM } from '../../support/chromium.ts';
import { cutSampleVoices, SAMPLE_PICTURE } from '../../support/sample.ts';
import { dropFiles, openTestWindow } from '../../support/test-window.ts';
import { HostFacts } from './host-facts.ts';
import { read } from './row.ts';
import { ROWS } from './rows.ts';
import { Walk } from './walk.ts';
import { ACTIONS, type RegisteredAction } from './window-registry.ts';

const canRun = findChromium() !== null;
const LIMIT_MS = 240_000;
const VOICE_SECONDS = 8;
/** From one submenu's entry over the next one's into the submenu, in one task. */
const CROSS_INTO_SUBMENU = `{
  const [from, across] = document.querySelectorAll('.menu [data-submenu]');
  const into = document.querySelectorAll('.menu--sub [data-action]')[2];
  const cross = (left, entered) => {
    const tell = (type, target, relatedTarget) =>
      target.dispatchEvent(new PointerEvent(type, { bubbles: true, relatedTarget }));
    tell('pointerout', left, entered);
    tell('pointerover', entered, left);
  };
  cross(from, across);
  cross(across, into);
}`;

interface Way {
  readonly name: string;
  readonly go: (walk: Walk) => Promise<void>;
}

function waysOf(action: RegisteredAction): readonly Way[] {
  const byKey = action.keys.map((chord) => ({
    name: chord,
    go: (walk: Walk) => walk.press(chord),
  }));
  const byMenu = { name: 'menu', go: (walk: Walk) => walk.choose(action) };
  return action.menu === null ? byKey : [...byKey, byMenu];
}

it('knows how to see every action act', () => {
  expect(Object.keys(ROWS).toSorted()).toEqual(ACTIONS.map(({ id }) => id).toSorted());
});

describe.skipIf(!canRun)(`menus and keys (${canRun ? 'with Chromium' : NO_CHROMIUM})`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-walk-'));
  let walk: Walk;

  beforeAll(async () => {
    const window = await openTestWindow(folder);
    const { page } = window;
    page.setDefaultTimeout(40_000);
    await dropFiles(page, '.first-run', [
      SAMPLE_PICTURE,
      ...cutSampleVoices(folder, 0, VOICE_SECONDS),
    ]);
    await page.locator('.person-chip').filter({ hasNotText: 'no voice' }).nth(1).waitFor();
    walk = new Walk(window, await HostFacts.watch(window.server.studio));
  }, LIMIT_MS);
  afterAll(async () => {
    await walk.host.close();
    await walk.window.close();
    rmSync(folder, { recursive: true, force: true });
  }, LIMIT_MS);

  for (const [id, row] of Object.entries(ROWS)) {
    const action = ACTIONS.find((each) => each.id === id);
    for (const way of action === undefined ? [] : waysOf(action)) {
      it(
        `${id} by ${way.name}`,
        async () => {
          await walk.rest();
          await row.before?.(walk);
          await walk.settle();
          const before = await read(row, walk);
          await way.go(walk);
          const after = expect.poll(() => read(row, walk), { interval: 20 });
          if (row.into === undefined) await after.not.toEqual(before);
          else {
            expect(before).not.toEqual(row.into);
            await after.toEqual(row.into);
          }
          await row.after?.(walk);
        },
        LIMIT_MS,
      );
    }
  }

  it('a submenu stays while the pointer crosses another entry on its way into it', async () => {
    await walk.rest();
    const { page } = walk;
    await page.locator('[data-menu="timeline"]').click();
    const [first, second] = await page.locator('.menu [data-submenu]').all();
    await first.hover();
    await page.locator('.menu--sub').waitFor();
    // In one task: on a busy machine the pointer itself would be too slow.
    await page.evaluate(CROSS_INTO_SUBMENU);
    // Longer than it would stay without the pointer.
    await page.waitForTimeout(600);
    expect(await first.getAttribute('aria-expanded')).toBe('true');
    await second.hover();
    await expect.poll(() => second.getAttribute('aria-expanded')).toBe('true');
    await walk.rest();
  });

  it('nothing has gone wrong in the window', () => {
    expect(walk.window.complaints).toEqual([]);
  });
});
