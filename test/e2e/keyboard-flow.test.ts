// A new user's way from a photo and two voices to a film with the keyboard alone: Tab, arrows, Enter and the
// keys that the window shows. Only the system's own file dialog is answered by the test.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, NO_CHROMIUM } from '../support/chromium.ts';
import { streamsOf } from '../support/film-facts.ts';
import { motionIn } from '../support/monitor-motion.ts';
import { projectDocument } from '../support/project-document.ts';
import { cutSampleVoices, SAMPLE_PICTURE } from '../support/sample.ts';
import { tabTo } from '../support/tab-to.ts';
import { openTestWindow, type TestWindow } from '../support/test-window.ts';

const canRun = findChromium() !== null;
const LIMIT_MS = 240_000;
const VOICE_SECONDS = 13;
const DELIVERED_FRAMES = 30;

describe.skipIf(!canRun)(`the keyboard alone (${canRun ? 'with Chromium' : NO_CHROMIUM})`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-keyboard-'));
  const shots = join(tmpdir(), 'parley-shots');
  let window: TestWindow;
  let page: Page;
  let voices: readonly string[] = [];

  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const shoot = (name: string) => page.screenshot({ path: join(shots, `keyboard-${name}.png`) });
  /** Enter on a button that asks for files. */
  const choose = async (button: string, files: readonly string[]): Promise<void> => {
    await tabTo(page, button);
    const asked = page.waitForEvent('filechooser');
    await press('Enter');
    await (await asked).setFiles([...files]);
  };
  /** In the order of the voices' names: that of the document is one of random ids. */
  const speakers = async (): Promise<readonly string[]> => {
    const { assignments, people, voices: all } = await projectDocument(window.server.studio);
    return assignments
      .map(({ voiceId, personId, source }) => {
        const voice = all.find(({ id }) => id === voiceId)?.name;
        const person = people.findIndex(({ id }) => id === personId);
        return `${voice} ${person + 1} ${source}`;
      })
      .sort();
  };

  beforeAll(async () => {
    mkdirSync(shots, { recursive: true });
    voices = cutSampleVoices(folder, 0, VOICE_SECONDS);
    window = await openTestWindow(folder);
    page = window.page;
  }, LIMIT_MS);
  afterAll(async () => {
    await window.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it(
    'brings a photo and two voices in',
    async () => {
      await choose('.first-run [data-action="file.new"]', [SAMPLE_PICTURE]);
      await page.locator('.person-chip').nth(1).waitFor();
      await choose('.media-bin [data-action="file.import"]', voices);
      await page.getByRole('button', { name: /^Accept all/ }).waitFor();
      await shoot('proposed');
    },
    LIMIT_MS,
  );

  it(
    'says who speaks',
    async () => {
      await tabTo(page, '[data-region="inspector"] button:has-text("Accept all")');
      await press('Enter');
      await expect.poll(speakers).toEqual(['a 1 user', 'b 2 user']);
      // Another voice is given by its number, and back.
      await tabTo(page, '.media-bin__grip');
      await press('2');
      await expect.poll(speakers).toContain('a 2 user');
      await press('1');
      await expect.poll(speakers).toContain('a 1 user');
      await shoot('assigned');
    },
    LIMIT_MS,
  );

  it(
    'plays the moving draft',
    async () => {
      await tabTo(page, '[data-action="transport.play"]');
      await press('Enter');
      const box = await page.locator('.picture-stage canvas').first().boundingBox();
      if (box === null) throw new Error('The monitor shows a picture.');
      await expect.poll(() => motionIn(page, box, 4), { timeout: 90_000 }).toBeGreaterThan(0.05);
      await shoot('playing');
      await press('Enter');
      await page.locator('.transport-bar__play[aria-label="Play"]').waitFor();
    },
    LIMIT_MS,
  );

  it(
    'renders from In to Out and delivers',
    async () => {
      await press('Alt+4', 'Home', 'i');
      for (let frame = 0; frame < DELIVERED_FRAMES; frame += 10) await press('Shift+ArrowRight');
      await press('o');
      await page.getByText(`${DELIVERED_FRAMES} frames in range`).waitFor();
      await tabTo(page, 'button[data-action="takes.addToQueue"]');
      await shoot('deliver');
      await press('Enter');
      await page.locator('.job-card--done').waitFor();
      await shoot('delivered');
      expect(window.complaints).toEqual([]);

      const streams = await streamsOf(join(window.server.exportsFolder, 'interview2_v1.mp4'));
      expect(streams.map(({ codec }) => codec)).toEqual(['h264', 'aac']);
      expect(streams[0]?.frames).toBe(DELIVERED_FRAMES);
    },
    LIMIT_MS,
  );
});
