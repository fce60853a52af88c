// The built window in Chromium on a server of the test's own, as a user has it.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { serveForTest, type TestServer } from './serve.ts';

const WAIT_MS = 240_000;

export interface TestWindow {
  readonly server: TestServer;
  readonly page: Page;
  /** Sentences that the page has complained with. */
  readonly complaints: readonly string[];
  /** Closes the browser, then the server. */
  close(): Promise<void>;
}

export interface WindowSize {
  readonly width: number;
  readonly height: number;
}

/** @param folder projects, films and settings go there; one that was used before is opened again */
export async function openTestWindow(
  folder: string,
  size: WindowSize = { width: 1600, height: 1000 },
): Promise<TestWindow> {
  const server = await serveForTest(folder, true);
  const browser = await launchChromium();
  try {
    const page = await openPage(browser, server.address, size);
    return { server, ...page, close: () => closeAll(browser, server) };
  } catch (error) {
    await closeAll(browser, server);
    throw error;
  }
}

async function openPage(
  browser: Browser,
  address: string,
  size: WindowSize,
): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage({ viewport: size });
  // A busy machine takes its time; a test that waits in vain is ended by its own limit.
  page.setDefaultTimeout(WAIT_MS);
  // Held for as long as the page lives: asked for only with the key that opens the dialog, it sometimes comes after it.
  page.on('filechooser', () => undefined);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(address);
  await page.getByRole('menubar').waitFor();
  return { page, complaints };
}

async function closeAll(browser: Browser, server: TestServer): Promise<void> {
  await browser.close();
  await server.stop();
}

/** What the page has and Node's types do not. */
interface PageGlobals {
  readonly DataTransfer: new () => { readonly items: { add(file: File): void } };
}

/** Drops files from outside on the middle of what `selector` names. */
export async function dropFiles(
  page: Page,
  selector: string,
  paths: readonly string[],
): Promise<void> {
  const files = await Promise.all(
    paths.map(async (path) => ({
      name: basename(path),
      base64: (await readFile(path)).toString('base64'),
    })),
  );
  const transfer = await page.evaluateHandle((given) => {
    const { DataTransfer: Transfer } = globalThis as unknown as PageGlobals;
    const data = new Transfer();
    for (const { name, base64 } of given) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      data.items.add(new File([bytes], name));
    }
    return data;
  }, files);
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await page.dispatchEvent(selector, type, { dataTransfer: transfer });
  }
}
