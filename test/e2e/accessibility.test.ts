// What people with a screen reader, without a pointer or with little sight need of every view.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousFindings } from '../support/axe.ts';
import { findChromium, NO_CHROMIUM } from '../support/chromium.ts';
import { openSample } from '../support/sample-window.ts';
import { openTestWindow, type TestWindow } from '../support/test-window.ts';

const canRun = findChromium() !== null;
const WIDE = { width: 1600, height: 1000 };
const NARROW = { width: 1180, height: 720 };
const LIMIT_MS = 240_000;

describe.skipIf(!canRun)(`accessibility (${canRun ? 'with Chromium' : NO_CHROMIUM})`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-a11y-'));
  const shots = join(tmpdir(), 'parley-shots');
  let window: TestWindow;
  let page: Page;

  /** Looks at the view in the sizes, and takes its picture in the last. */
  const expectClean = async (view: string, sizes = [NARROW, WIDE]): Promise<void> => {
    const found: string[] = [];
    for (const size of sizes) {
      await page.setViewportSize(size);
      for (const finding of await seriousFindings(page)) found.push(`${view}: ${finding}`);
    }
    await page.screenshot({ path: join(shots, `a11y-${view.replaceAll(' ', '-')}.png`) });
    expect([...new Set(found)]).toEqual([]);
  };
  const perform = async (title: string): Promise<void> => {
    await page.keyboard.press('Control+k');
    await page.locator('.dialogs__search:focus').waitFor();
    await page.keyboard.type(title);
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.dialogs__search').waitFor({ state: 'hidden' });
  };
  const expectCleanDialog = async (open: () => Promise<void>, view: string): Promise<void> => {
    await open();
    await page.getByRole('dialog').waitFor();
    await expectClean(view, [NARROW]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  };

  beforeAll(async () => {
    mkdirSync(shots, { recursive: true });
    window = await openTestWindow(folder, WIDE);
    page = window.page;
  }, LIMIT_MS);
  afterAll(async () => {
    await window.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('what is wrong is found', async () => {
    const spoil = (html: string) =>
      page.evaluate(
        `document.querySelector('.first-run').insertAdjacentHTML('beforeend', '${html}')`,
      );
    await spoil('<p id="spoilt" style="color:#333;background:#222">dim</p>');
    await spoil('<button id="spoilt-too"></button>');
    const found = (await seriousFindings(page)).join('\n');
    expect(found).toContain('color-contrast');
    expect(found).toContain('button-name');
    await page.evaluate(`document.querySelectorAll('[id^=spoilt]').forEach((it) => it.remove())`);
  });

  it('first run', async () => {
    await expectClean('first run');
  });

  it(
    'Assign, with proposals, a selection, its menu and tools',
    async () => {
      await openSample(page);
      await page.getByRole('button', { name: /^Accept all/ }).waitFor();
      await expectClean('Assign');
      await page.locator('.person-chip').first().click({ button: 'right' });
      await page.getByRole('menu').waitFor();
      await expectClean('context menu', [WIDE]);
      await page.keyboard.press('Escape');
      await page.locator('[data-action="people.showBindings"]').click();
      await perform('Add a person');
      await page.locator('.draw-face-layer').waitFor();
      await expectClean('drawing a face');
      await page.keyboard.press('Escape');
      await perform('points of the face');
      await page.locator('.landmark-layer').waitFor();
      await expectClean('landmarks');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /^Accept all/ }).click();
      await page.getByRole('button', { name: /^Accept all/ }).waitFor({ state: 'hidden' });
      await expectClean('Assign with bindings', [WIDE]);
    },
    LIMIT_MS,
  );

  it(
    'Animate, with keys, a pose and a marker',
    async () => {
      await page.keyboard.press('Alt+2');
      await page.keyboard.press('a');
      await page.getByText(/^1 of \d+ keys?$/).waitFor();
      await page.keyboard.press('m');
      await page.getByRole('slider', { name: 'Head' }).first().press('ArrowRight');
      await expectClean('Animate');
      await page.keyboard.press('Space');
      await page.locator('.transport-bar__play[aria-label^=Pause]').waitFor();
      await expectClean('playing', [WIDE]);
      await page.keyboard.press('Space');
    },
    LIMIT_MS,
  );

  it(
    'Review and Deliver, with takes and jobs',
    async () => {
      const job = page.locator('.job-card--done');
      await page.keyboard.press('Alt+3');
      await expectClean('Review without takes', [WIDE]);
      await page.keyboard.press('Home');
      await page.keyboard.press('i');
      for (let step = 0; step < 3; step++) await page.keyboard.press('Shift+ArrowRight');
      await page.keyboard.press('o');
      await page.keyboard.press('r');
      await page.locator('.take-row').waitFor();
      await perform('another seed');
      await job.nth(1).waitFor();
      await page.locator('.take-row').nth(1).waitFor();
      await perform('Measure this take');
      await page.locator('.people-figures').waitFor();
      await expectClean('Review');
      await perform('Remove take');
      await page.getByRole('dialog').waitFor();
      await expectClean('delete a take', [NARROW]);
      await page.keyboard.press('Escape');
      // In a narrow window the queue is behind a tab.
      await page.setViewportSize(WIDE);
      await page.keyboard.press('Alt+4');
      await page.locator('button[data-action="takes.addToQueue"]:enabled').waitFor();
      await page.keyboard.press('Control+Enter');
      await job.nth(2).waitFor();
      await expectClean('Deliver');
      await page.setViewportSize(NARROW);
      await page.getByRole('tab', { name: 'Render queue' }).click();
      await expectClean('render queue', [NARROW]);
    },
    LIMIT_MS,
  );

  it(
    'dialogs',
    async () => {
      const byKey = (key: string) => () => page.keyboard.press(key);
      await expectCleanDialog(byKey('Control+k'), 'palette');
      await expectCleanDialog(byKey('Control+,'), 'settings');
      await expectCleanDialog(byKey('F1'), 'keys');
      await expectCleanDialog(byKey('Control+Alt+z'), 'history');
      await expectCleanDialog(byKey('Control+o'), 'open');
      await expectCleanDialog(() => perform('Edit marker…'), 'marker');
      for (const title of ['Models', 'About', 'Rename project'])
        await expectCleanDialog(() => perform(title), title);
      expect(window.complaints).toEqual([]);
    },
    LIMIT_MS,
  );
});
