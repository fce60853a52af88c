// The hints of the first run: three, once, each gone when told, remembered over a reload.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, launchChromium, NO_CHROMIUM } from '../support/chromium.ts';
import { serveForTest, type TestServer } from '../support/serve.ts';

/** A busy machine is no failure. */
const PATIENCE_MS = 100_000;
const canRun = findChromium() !== null;

describe.skipIf(!canRun)(`the first hints (${canRun ? 'with Chromium' : NO_CHROMIUM})`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-hints-'));
  const shots = join(tmpdir(), 'parley-shots');
  let server: TestServer;
  let browser: Browser;
  let page: Page;
  const hint = (name: string): Locator => page.locator(`[data-hint=${name}]`);
  const shoot = (name: string) => page.screenshot({ path: join(shots, `hint-${name}.png`) });
  const chips = (): Locator => page.locator('.person-chip');
  const loadAgain = async (): Promise<void> => {
    await page.reload();
    await chips().nth(1).waitFor();
  };
  const showAgain = async (): Promise<void> => {
    await page.keyboard.press('Control+k');
    await page.locator('.dialogs__search:focus').waitFor();
    await page.keyboard.type('show hints');
    await page.keyboard.press('Enter');
  };

  beforeAll(async () => {
    mkdirSync(shots, { recursive: true });
    server = await serveForTest(folder, true, true);
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: 1180, height: 720 } });
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(server.address);
    await page.getByRole('button', { name: 'Open the sample' }).click();
  }, PATIENCE_MS);
  afterAll(async () => {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it(
    'come one after the other beside what they speak of',
    async () => {
      await hint('voices').waitFor();
      await shoot('voices');
      const card = await hint('voices').boundingBox();
      const bin = await page.locator('.media-bin').boundingBox();
      expect(card?.x).toBeGreaterThanOrEqual((bin?.x ?? 0) + (bin?.width ?? 0));
      await hint('voices').getByRole('button', { name: 'Next' }).click();
      expect(await hint('play').innerText()).toContain('Space plays and stops.');
      await shoot('play');
      await hint('play').getByRole('button', { name: 'Next' }).click();
      expect(await hint('pages').innerText()).toContain('3 of 3');
      await shoot('pages');
      await hint('pages').getByRole('button', { name: 'Done' }).click();
      await page.locator('[data-hint]').waitFor({ state: 'detached' });
    },
    PATIENCE_MS,
  );

  it(
    'never come again by themselves, but when they are asked for',
    async () => {
      await loadAgain();
      expect(await page.locator('[data-hint]').count()).toBe(0);
      await showAgain();
      await hint('voices').waitFor();
    },
    PATIENCE_MS,
  );

  it(
    'are gone through and left by the keyboard',
    async () => {
      const isInside = (): Promise<boolean> =>
        page.evaluate('document.activeElement.closest("[data-hint]") !== null');
      for (let press = 0; press < 8 && !(await isInside()); press++)
        await page.keyboard.press('F6');
      expect(await isInside()).toBe(true);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await hint('play').waitFor();
      expect(await isInside()).toBe(true);
      await page.keyboard.press('Escape');
      await page.locator('[data-hint]').waitFor({ state: 'detached' });
      await loadAgain();
      expect(await page.locator('[data-hint]').count()).toBe(0);
    },
    PATIENCE_MS,
  );
});
