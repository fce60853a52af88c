// An error of the window itself, made by a canvas that fails once: one note, and the way back.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, NO_CHROMIUM } from '../support/chromium.ts';
import { PATIENCE_MS } from '../support/sample-window.ts';
import { openTestWindow, type TestWindow } from '../support/test-window.ts';

const canRun = findChromium() !== null;
const BREAK = `(() => {
  const { createPattern } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.createPattern = function () {
    CanvasRenderingContext2D.prototype.createPattern = createPattern;
    throw new Error('The canvas is broken.');
  };
})()`;

describe.skipIf(!canRun)(
  `an error of the window (${canRun ? 'with Chromium' : NO_CHROMIUM})`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'parley-error-'));
    const shots = join(tmpdir(), 'parley-shots');
    let window: TestWindow;

    beforeAll(async () => {
      mkdirSync(shots, { recursive: true });
      window = await openTestWindow(folder);
      window.page.setDefaultTimeout(PATIENCE_MS);
    }, PATIENCE_MS);
    afterAll(async () => {
      await window.close();
      rmSync(folder, { recursive: true, force: true });
    });

    it(
      'is said, and the window shows the project again when it is started again',
      async () => {
        const { page } = window;
        await page.getByRole('button', { name: 'Open the sample' }).click();
        await page.locator('.person-chip').nth(1).waitFor();
        await page.locator('[data-menu="file"]').click();
        await page.locator('.menu [data-action="file.close"]').click();
        await page.locator('.first-run').waitFor();
        await page.evaluate(BREAK);
        await page.getByRole('button', { name: 'Open the sample' }).click();
        const note = page.getByRole('alert');
        await note.getByText('The canvas is broken.').waitFor();
        expect(await note.innerText()).toContain('Everything up to here is saved');
        await page.screenshot({ path: join(shots, 'window-error.png') });
        await note.getByRole('button', { name: 'Try again' }).click();
        await page.locator('.person-chip').nth(1).waitFor();
        expect(await page.locator('.title-bar__project b').innerText()).toBe('Sample interview 2');
      },
      PATIENCE_MS,
    );

    it(
      'does not come from a project that opens where curves are edited',
      async () => {
        const { page, complaints } = window;
        const here = page.locator('.page-tabs [aria-current="page"]');
        await page.keyboard.press('Alt+2');
        await expect.poll(() => here.innerText()).toBe('Animate');
        // The view is kept a moment later.
        await page.waitForTimeout(1500);
        const before = complaints.length;
        await page.reload();
        await page.locator('.person-chip').nth(1).waitFor();
        await page.waitForTimeout(500);
        expect(complaints.slice(before)).toEqual([]);
        expect(await here.innerText()).toBe('Animate');
      },
      PATIENCE_MS,
    );
  },
);
