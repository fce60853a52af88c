// A new user's way from a photo and two voices to a film, then everything that can go wrong on it: through
// the built window, the real host and a real browser.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { resourcePath, sourcePath } from '#main/resource-path.ts';
import { findChromium, NO_CHROMIUM } from '../support/chromium.ts';
import { chunkStates } from '../support/chunk-states.ts';
import { streamsOf } from '../support/film-facts.ts';
import { brightness, motionIn } from '../support/monitor-motion.ts';
import { PointerCount } from '../support/pointer-count.ts';
import { findInTree } from '../support/process-tree.ts';
import { dropFiles, openTestWindow, type TestWindow } from '../support/test-window.ts';

const canRun = findChromium() !== null;
const sample = (name: string): string => resourcePath('sample', name);
const FILES = ['interview2.png', 'interview2-voice-a.flac', 'interview2-voice-b.flac'].map(sample);
/** The pictures of the guide are made again when this is set; otherwise they are only to be looked at. */
const SHOTS = process.env['PARLEY_GUIDE'] === '1' ? sourcePath('docs', 'guide') : null;

describe.skipIf(!canRun)(
  `from a photo to a film (${canRun ? 'with Chromium' : NO_CHROMIUM})`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'parley-flow-'));
    const shots = SHOTS ?? join(tmpdir(), 'parley-shots');
    let window: TestWindow;
    let page: Page;
    const job = (state: string): Locator => page.locator(`.job-card--${state}`);
    const button = (name: RegExp | string): Locator => page.getByRole('button', { name });
    const shoot = (name: string) =>
      page.screenshot({ path: join(shots, `${name}.jpg`), type: 'jpeg', quality: 85 });
    const open = async () => {
      window = await openTestWindow(folder);
      page = window.page;
    };
    const perform = async (title: string) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type(title);
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('Enter');
    };
    const states = () => chunkStates(window.server.studio);
    const seek = async (frame: number) => {
      await page.keyboard.press('Home');
      for (let left = frame; left > 0; left -= left >= 10 ? 10 : 1) {
        await page.keyboard.press(left >= 10 ? 'Shift+ArrowRight' : 'ArrowRight');
      }
    };

    beforeAll(async () => {
      mkdirSync(shots, { recursive: true });
      // What the window calls the user's own folder.
      vi.stubEnv('HOME', folder);
      await open();
    });
    afterAll(async () => {
      await window.close();
      vi.unstubAllEnvs();
      rmSync(folder, { recursive: true, force: true });
    });

    it('a drop and a few clicks make a film', async () => {
      await shoot('first-run');
      const droppedAt = Date.now();
      const pointer = new PointerCount();
      await dropFiles(page, '.first-run', FILES);
      await button(/^Accept all/).waitFor();
      await shoot('assign');
      await pointer.click(button(/^Accept all/));
      await pointer.click(page.locator('[data-action="transport.play"]'));
      const box = await page.locator('.picture-stage canvas').first().boundingBox();
      if (box === null) throw new Error('The monitor shows a picture.');
      await expect.poll(() => motionIn(page, box, 4), { timeout: 60_000 }).toBeGreaterThan(0.05);
      console.log(
        `first moving draft ${((Date.now() - droppedAt) / 1000).toFixed(1)} s after the drop`,
      );
      await shoot('playing');
      await pointer.click(page.locator('[data-action="transport.play"]'));
      await pointer.click(button('Deliver').first());
      await button('Add to queue').waitFor();
      await shoot('deliver');
      await pointer.click(button('Add to queue'));
      await job('running').waitFor();
      await page.getByText(/left/).first().waitFor();
      await shoot('rendering');
      await job('done').waitFor();
      await shoot('delivered');
      console.log(`${pointer.count} pointer actions after the drop`);
      expect(pointer.count).toBeLessThanOrEqual(6);
      expect(window.complaints).toEqual([]);

      const streams = await streamsOf(join(window.server.exportsFolder, 'interview2_v1.mp4'));
      expect(streams.map(({ codec }) => codec)).toEqual(['h264', 'aac']);
      expect(streams[0]?.frames).toBe(599);
      expect(streams[1]?.seconds).toBeCloseTo(23.96, 1);
    }, 300_000);

    it('one sentence is fixed: only what comes later is stale, and a wipe compares', async () => {
      await button('Animate').first().click();
      await page.locator('.person-chip__main').first().click();
      await seek(420);
      await page.keyboard.press('i');
      await seek(480);
      await page.keyboard.press('o');
      await perform('Silence');
      await expect.poll(states, { timeout: 30_000 }).toContain('stale');
      const seen = await states();
      const firstStale = seen.indexOf('stale');
      // 80 frames a chunk; a chunk hears what comes a second later.
      expect(firstStale).toBeGreaterThanOrEqual(4);
      expect(seen.slice(0, firstStale).every((state) => state === 'ready')).toBe(true);
      await shoot('stale');
      await perform('Render the whole film as a new take');
      await job('done').nth(1).waitFor();
      await expect.poll(states, { timeout: 30_000 }).not.toContain('stale');
      await button('Review').first().click();
      await page.locator('.take-row').nth(1).waitFor();
      await seek(440);
      const stage = page.locator('[data-mode="wipe"] .compare__stage');
      await expect
        .poll(async () => brightness(await stage.screenshot()), { timeout: 60_000 })
        .toBeGreaterThan(30);
      const left = await page.locator('[data-region="left"]').boundingBox();
      const edge = (left?.x ?? 0) + (left?.width ?? 0);
      expect((await stage.boundingBox())?.x).toBeGreaterThanOrEqual(edge);
      await shoot('wipe');
      expect(window.complaints).toEqual([]);
    }, 300_000);

    it('an engine that is killed while it renders is started again and goes on', async () => {
      // Four chunks are enough to break into.
      await page.keyboard.press('Home');
      await page.keyboard.press('i');
      await seek(320);
      await page.keyboard.press('o');
      await page.keyboard.press('r');
      await job('done').nth(2).waitFor();
      await page.locator('.take-row').nth(2).waitFor();
      await perform('Render again with another seed');
      await job('running')
        .getByText(/Chunk 3 of/)
        .waitFor();
      const pid = findInTree(process.pid, 'engine.ts');
      if (pid === null) throw new Error('There is an engine.');
      process.kill(pid, 'SIGKILL');
      await page.getByText('Restarting').waitFor();
      await shoot('engine-restarting');
      await job('done').nth(3).waitFor();
      await page.locator('.take-row').nth(3).waitFor();
    }, 300_000);

    it('a page that is loaded again during a render has lost nothing', async () => {
      await perform('Render again with another seed');
      await job('running')
        .getByText(/Chunk 3 of/)
        .waitFor();
      await page.reload();
      await job('running')
        .getByText(/Chunk \d+ of/)
        .waitFor();
      await shoot('reloaded');
      await page.locator('.take-row').nth(3).waitFor();
      await job('done').nth(4).waitFor();
    }, 300_000);

    it('closed and opened again, a render can be continued and an edit taken back', async () => {
      await perform('Render again with another seed');
      await job('running')
        .getByText(/Chunk 2 of/)
        .waitFor();
      await window.close();
      await open();
      await perform('Open project');
      await page.locator('.dialogs__row', { hasText: 'interview2' }).click();
      await job('interrupted').waitFor();
      await shoot('interrupted');
      await button('Continue').click();
      await job('done').nth(5).waitFor();
      const before = await page.locator('.title-bar').innerText();
      expect(before).toContain('interview2');
      await page.keyboard.press('Control+z');
      await page.getByText(/^Undid: /).waitFor();
      await expect.poll(states, { timeout: 30_000 }).not.toContain('stale');
    }, 300_000);
  },
);
