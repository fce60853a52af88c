// The key map as a user meets it: another editor's map, a key of one's own, a key that is taken, all given
// back; and everything that shows keys follows.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, launchChromium, NO_CHROMIUM } from '../support/chromium.ts';
import { serveForTest, type TestServer } from '../support/serve.ts';

/** A busy machine is no failure. */
const PATIENCE_MS = 50_000;
const canRun = findChromium() !== null;

describe.skipIf(!canRun)(`the key map (${canRun ? 'with Chromium' : NO_CHROMIUM})`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-keys-'));
  let server: TestServer;
  let browser: Browser;
  let page: Page;

  const row = (id: string): Locator => page.locator(`.key-row[data-action="${id}"]`);
  const keysOf = (id: string): Promise<string[]> => row(id).locator('kbd').allInnerTexts();
  const keysBecome = (id: string, keys: readonly string[]): Promise<void> =>
    expect.poll(() => keysOf(id), { timeout: PATIENCE_MS }).toEqual(keys);
  const choosePreset = async (name: string): Promise<void> => {
    await page.locator('.keys-dialog__tools .select__button').click();
    await page.getByRole('option', { name }).click();
    await page.getByRole('listbox').waitFor({ state: 'hidden' });
  };
  const openKeys = async (): Promise<void> => {
    await page.keyboard.press('F1');
    await page.locator('.keys-dialog__tools input:focus').waitFor();
  };
  const leaveDialog = async (): Promise<void> => {
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  };
  const askFor = async (id: string, press: string): Promise<void> => {
    await row(id).locator('.key-row__keys').click();
    await page.keyboard.press(press);
  };

  beforeAll(async () => {
    server = await serveForTest(folder, true);
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(server.address);
    await page.getByRole('menubar').waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('takes the map of another editor', async () => {
    await openKeys();
    expect(await keysOf('timeline.splitAtPlayhead')).toEqual(['Ctrl+B']);
    await choosePreset('Like Premiere');
    await keysBecome('timeline.splitAtPlayhead', ['Ctrl+K']);
    expect(await keysOf('view.palette')).toEqual(['Ctrl+F']);
    await leaveDialog();
    // The keys of the old map are gone, those of the new one act, in the palette they are shown.
    await page.keyboard.press('Control+k');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.keyboard.press('Control+f');
    await page.locator('.dialogs__search:focus').waitFor();
    await page.keyboard.type('split at');
    expect(await page.getByRole('option').first().locator('kbd').innerText()).toBe('Ctrl+K');
    await leaveDialog();
  });

  it('finds an action by its name or its key', async () => {
    await openKeys();
    await page.keyboard.type('full-screen');
    expect(await page.locator('.key-row').count()).toBe(1);
    await page.getByLabel('Search by name or key').fill('ctrl+l');
    expect(await page.locator('.key-row').count()).toBe(1);
    expect(await keysOf('transport.loop')).toEqual(['Ctrl+L', '/']);
    await page.getByLabel('Search by name or key').fill('no such thing');
    expect(await page.getByRole('dialog').innerText()).toContain('No action is called like this.');
    await page.getByLabel('Search by name or key').fill('');
  });

  it('says whose key is asked for, and takes it only when told', async () => {
    await askFor('edit.settings', 'Control+k');
    expect(await row('edit.settings').innerText()).toContain(
      'Ctrl+K also does: Split at the playhead',
    );
    await row('edit.settings').getByRole('button', { name: 'Cancel' }).click();
    expect(await keysOf('edit.settings')).toEqual(['Ctrl+,']);
    await askFor('edit.settings', 'Control+k');
    await row('edit.settings').getByRole('button', { name: 'Take the key' }).click();
    await keysBecome('edit.settings', ['Ctrl+K']);
    expect(await keysOf('timeline.splitAtPlayhead')).toEqual([]);
  });

  it('refuses keys of the browser, and keeps the old key on Escape', async () => {
    await askFor('edit.settings', 'Control+r');
    expect(await row('edit.settings').innerText()).toContain('Ctrl+R belongs to the browser');
    await askFor('edit.settings', 'Escape');
    expect(await keysOf('edit.settings')).toEqual(['Ctrl+K']);
    expect(await page.getByRole('dialog').count()).toBe(1);
  });

  it('removes a key and gives one back', async () => {
    await askFor('file.open', 'Backspace');
    await keysBecome('file.open', []);
    await row('file.open').getByRole('button', { name: 'Back to the map’s key' }).click();
    await keysBecome('file.open', ['Ctrl+O']);
  });

  it('is kept, and tooltips and menus follow it', async () => {
    await page.reload();
    await page.getByRole('menubar').waitFor();
    await page.keyboard.press('Control+k');
    expect(await page.getByRole('dialog').innerText()).toContain('Settings');
    await leaveDialog();
    await page.mouse.move(600, 300);
    await page.getByRole('button', { name: 'Settings…' }).hover();
    expect(await page.getByRole('tooltip').locator('kbd').innerText()).toBe('Ctrl+K');
    await page.getByRole('menuitem', { name: 'Edit' }).click();
    // An open tooltip takes the first Esc for itself.
    await page.getByRole('tooltip').waitFor({ state: 'hidden' });
    expect(await page.getByRole('menuitem', { name: 'Settings…' }).innerText()).toContain('Ctrl+K');
    await page.keyboard.press('Escape');
    await page.getByRole('menuitem', { name: 'Settings…' }).waitFor({ state: 'hidden' });
  });

  it('gives everything back at once', async () => {
    await openKeys();
    await page.getByRole('button', { name: 'All back to the map' }).click();
    await choosePreset('Parley');
    await keysBecome('edit.settings', ['Ctrl+,']);
    expect(await keysOf('timeline.splitAtPlayhead')).toEqual(['Ctrl+B']);
    expect(await page.getByRole('button', { name: 'All back to the map' }).isDisabled()).toBe(true);
  });
});
