// Four people at one table, from a drop to a take: through the built window, the real host and a real browser.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resourcePath } from '#main/resource-path.ts';
import { findChromium, NO_CHROMIUM } from '../support/chromium.ts';
import { mouthMotion } from '../support/mouth-motion.ts';
import { projectDocument } from '../support/project-document.ts';
import { dropFiles, openTestWindow, type TestWindow } from '../support/test-window.ts';

const canRun = findChromium() !== null;
const PICTURE_WIDTH = 1280;
const NAMES = ['A', 'B', 'C', 'D'];
/** A frame of the film, 25 a second, from which this person alone speaks for a second. */
const ALONE_FROM = [20, 128, 180, 76];

describe.skipIf(!canRun)(`four people (${canRun ? 'with Chromium' : NO_CHROMIUM})`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-four-'));
  const shots = join(tmpdir(), 'parley-shots');
  let window: TestWindow;
  let page: Page;
  const chips = (): Locator => page.locator('.person-chip');
  const shoot = (name: string) => page.screenshot({ path: join(shots, `four-${name}.png`) });

  beforeAll(async () => {
    mkdirSync(shots, { recursive: true });
    window = await openTestWindow(folder);
    page = window.page;
  }, 240_000);
  afterAll(async () => {
    await window.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are found, and get their own voices by four proposals', async () => {
    const voices = NAMES.map((name) => `interview4-voice-${name.toLowerCase()}.flac`);
    await dropFiles(
      page,
      '.first-run',
      ['interview4.png', ...voices].map((name) => resourcePath('sample', name)),
    );
    await page.getByRole('button', { name: 'Accept all 4' }).click();
    await expect.poll(() => chips().count()).toBe(4);
    const assigned = async () => {
      const { people, voices: heard, assignments } = await projectDocument(window.server.studio);
      return people.map(({ id }) => {
        const own = assignments.filter(({ personId }) => personId === id);
        return own.map(({ voiceId }) => heard.find((voice) => voice.id === voiceId)?.name);
      });
    };
    await expect
      .poll(assigned)
      .toEqual(NAMES.map((name) => [`interview4-voice-${name.toLowerCase()}`]));
    await shoot('assigned');
  }, 240_000);

  it('each mouth follows its own voice in the draft', async () => {
    const { people } = await projectDocument(window.server.studio);
    const faces = people.map(({ face }) => face);
    const motion: number[][] = [];
    for (const firstFrame of ALONE_FROM)
      motion.push(await mouthMotion(page, faces, PICTURE_WIDTH, { firstFrame, steps: 5 }));
    console.log('mouth motion of A to D while A, B, C, D speaks', motion);
    await shoot('talking');
    for (const [speaker, ofMouths] of motion.entries()) {
      const others = ofMouths.filter((_, mouth) => mouth !== speaker);
      expect(ofMouths[speaker], NAMES[speaker]).toBeGreaterThan(2 * Math.max(...others));
    }
  }, 240_000);
});
