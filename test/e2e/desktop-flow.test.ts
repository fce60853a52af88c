// Flow 1 through the real main process and preload script: dropped files to a film in the user's folder.
import { mkdtempSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resourcePath } from '#main/resource-path.ts';
import { findChromium, NO_CHROMIUM } from '../support/chromium.ts';
import { startDesktop, type Desktop } from '../support/electron/start-desktop.ts';
import { streamsOf } from '../support/film-facts.ts';
import { dropFiles } from '../support/test-window.ts';

const canRun = findChromium() !== null;
const FILES = ['interview2.png', 'interview2-voice-a.flac', 'interview2-voice-b.flac'].map((name) =>
  resourcePath('sample', name),
);

describe.skipIf(!canRun)(`the desktop program (${canRun ? 'with Chromium' : NO_CHROMIUM})`, () => {
  const userData = mkdtempSync(join(tmpdir(), 'parley-desktop-flow-'));
  let desktop: Desktop;

  beforeAll(async () => {
    desktop = await startDesktop(userData);
    desktop.page.setDefaultTimeout(240_000);
  });
  afterAll(async () => {
    await desktop.stop();
    rmSync(userData, { recursive: true, force: true });
  });

  it('makes a film of dropped files, without copying them', async () => {
    const { page } = desktop;
    await page.getByRole('button', { name: 'Choose a photo…' }).waitFor();
    await desktop.placeFiles(Object.fromEntries(FILES.map((path) => [basename(path), path])));
    await dropFiles(page, '.first-run', FILES);
    await page.getByRole('button', { name: /^Accept all/ }).click();
    desktop.choose('view.deliver');
    await page.getByRole('button', { name: 'Add to queue' }).click();
    await page.locator('.job-card--done').waitFor();
    await page.screenshot({ path: join(tmpdir(), 'parley-shots-desktop.png') });
    const name = (await page.locator('.job-card--done').innerText()).match(/\S+\.mp4/)?.[0] ?? '';
    const streams = await streamsOf(join(userData, 'documents', 'Parley', 'Films', name));
    expect(streams.map(({ codec }) => codec)).toEqual(['h264', 'aac']);
    expect(streams[0]?.frames).toBe(599);
  }, 300_000);
});
