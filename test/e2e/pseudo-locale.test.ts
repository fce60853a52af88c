// Every view in a language that nobody speaks: what is still English has not been translated, and what has no
// room for texts that are 40 % longer will have none for other languages.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, NO_CHROMIUM } from '../support/chromium.ts';
import { pageTexts } from '../support/page-texts.ts';
import { PATIENCE_MS } from '../support/sample-window.ts';
import { openTestWindow, type TestWindow } from '../support/test-window.ts';

const canRun = findChromium() !== null;
/** As the settings call it. */
const PSEUDO_LOCALE = 'en-XA';
const WIDE = { width: 1600, height: 1000 };
const NARROW = { width: 1180, height: 720 };
const LIMIT_MS = 240_000;
/** Dialogs by the keys that open them. */
const DIALOGS = {
  palette: 'Control+k',
  settings: 'Control+,',
  keys: 'F1',
  open: 'Control+o',
  history: 'Control+Alt+z',
  marker: 'm',
};

const NAMES = ['Sample interview', 'interview2.png', 'Parley', 'Anna', 'Ben', 'Take 1'];
/** Keys are called as they are labelled. */
const CHORD =
  /\b(?:Ctrl\+|Alt\+|Shift\+)*(?:Ctrl|Alt|Shift)\+\S+|\b(?:Space|Enter|Delete|Esc|Home|End|Up|Down|Left|Right)\b/g;
/** Endings of files, and what the system's own rules for a language write. */
const AMOUNTS = /\.(?:mov|wav)\b|\b(?:kB|MB|GB|ms|min|AM|PM|[A-Z][a-z]{2} \d+, \d{4})\b/g;

/** Two plain letters in a row with a vowel: the pseudo-language leaves none. */
function isEnglish(text: string, given: readonly string[]): boolean {
  const own = given.reduce((rest, words) => rest.replaceAll(words, ''), text);
  return /[a-z]*[aeiou][a-z]+/i.test(own.replace(CHORD, '').replace(AMOUNTS, ''));
}

describe.skipIf(!canRun)(`the pseudo-locale (${canRun ? 'with Chromium' : NO_CHROMIUM})`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-pseudo-'));
  const shots = join(tmpdir(), 'parley-shots');
  let window: TestWindow;
  let page: Page;
  /** Given by the host, which speaks English, or by the user; longer ones first. */
  let given: readonly string[] = [];

  const expectForeign = async (view: string, sizes = [WIDE, NARROW]): Promise<void> => {
    const found = new Set<string>();
    for (const size of sizes) {
      await page.setViewportSize(size);
      // Panels are laid out anew.
      await page.evaluate(
        'new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))',
      );
      const { texts, withoutRoom } = await pageTexts(page);
      for (const text of texts) if (isEnglish(text, given)) found.add(`English: ${text}`);
      for (const text of withoutRoom) found.add(`${size.width} ${text}`);
      await page.screenshot({ path: join(shots, `pseudo-${view}-${size.width}.png`) });
    }
    expect([...found], view).toEqual([]);
  };
  const expectForeignDialog = async (view: string): Promise<void> => {
    await page.getByRole('dialog').waitFor();
    await expectForeign(view, [NARROW]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  };

  beforeAll(async () => {
    mkdirSync(shots, { recursive: true });
    window = await openTestWindow(folder, WIDE);
    page = window.page;
    page.setDefaultTimeout(PATIENCE_MS);
    const { procedures } = window.server.studio;
    const { signal } = new AbortController();
    await procedures['app.changeSettings']({ locale: PSEUDO_LOCALE }, signal);
    await page.getByRole('button', { name: '~' }).first().waitFor();
    const presets = await procedures['deliver.presets']({}, signal);
    const models = await procedures['app.models']({}, signal);
    given = [
      join(window.server.projectsFolder, 'Sample interview.parley'),
      window.server.projectsFolder,
      window.server.exportsFolder,
      ...presets.flatMap(({ name, purpose }) => [purpose, name]),
      ...models.flatMap(({ name, detail, license }) => [detail, name, license]),
      ...NAMES,
    ];
  }, LIMIT_MS);
  afterAll(async () => {
    await window.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('first run', async () => {
    await expectForeign('first-run');
  });

  it(
    'Assign',
    async () => {
      await page.locator('.first-run [data-action="file.openSample"]').click();
      await page
        .locator(
          '.inspector [data-action="people.acceptAll"], button[data-action="people.acceptAll"]',
        )
        .first()
        .waitFor();
      await page.locator('.person-chip__main').first().press('Enter');
      await expectForeign('assign');
    },
    LIMIT_MS,
  );

  it(
    'Animate',
    async () => {
      await page.keyboard.press('Alt+2');
      await page.keyboard.press('a');
      await page.keyboard.press('m');
      await expectForeign('animate');
    },
    LIMIT_MS,
  );

  it(
    'Review and Deliver',
    async () => {
      await page.keyboard.press('Alt+3');
      await expectForeign('review-empty');
      await page.keyboard.press('Home');
      await page.keyboard.press('i');
      await page.keyboard.press('Shift+ArrowRight');
      await page.keyboard.press('o');
      await page.keyboard.press('r');
      await page.locator('.take-row').first().waitFor();
      await expectForeign('review');
      await page.keyboard.press('Alt+4');
      await page.locator('button[data-action="takes.addToQueue"]').waitFor();
      await expectForeign('deliver');
    },
    LIMIT_MS,
  );

  it(
    'dialogs and menus',
    async () => {
      await page.keyboard.press('Alt+2');
      const { history, ...others } = DIALOGS;
      await page.keyboard.press(history);
      await page.getByRole('dialog').waitFor();
      // What has been done is told by the host.
      const steps = await page.getByRole('dialog').getByRole('listitem').allInnerTexts();
      given = [...steps.filter((step) => !step.includes('~')), ...given];
      await expectForeignDialog('history');
      for (const [name, key] of Object.entries(others)) {
        await page.keyboard.press('Home');
        await page.keyboard.press(key);
        await expectForeignDialog(name);
      }
      for (const [menu, action] of [
        ['file', 'file.rename'],
        ['more', 'help.models'],
        ['more', 'help.about'],
      ] as const) {
        await page.locator(`[data-menu="${menu}"]`).click();
        if (menu === 'more') await page.locator('[data-submenu="help"]').hover();
        await expectForeign(`menu-${action}`, [NARROW]);
        await page.locator(`.menu [data-action="${action}"]`).click();
        await expectForeignDialog(action);
      }
      expect(window.complaints).toEqual([]);
    },
    LIMIT_MS,
  );
});
