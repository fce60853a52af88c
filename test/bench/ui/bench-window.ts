// What is measured: the built window in Chromium, served by the real `parley serve`.
import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, CDPSession, Page } from 'playwright-core';
import type { SessionId, ViewState } from '#core/contract/project-types.ts';
import { sourcePath } from '#main/resource-path.ts';
import { launchChromium } from '../../support/chromium.ts';
import { WindowClient } from '../../support/window-client.ts';

/** The size of the mock-ups. */
export const PAGE_SIZE = { width: 1600, height: 1000 };
const ANSWER_MS = 120_000;
const QUIET_MS = 2000;
const POLL_MS = 250;
/** Scripts that take less between two polls only look after blinking and clocks. */
const BUSY_SECONDS = 0.004;

export interface BenchServer {
  readonly address: string;
  stop(): Promise<void>;
}

/** @param projects folder of projects; its settings lie beside it */
export async function serve(projects: string): Promise<BenchServer> {
  const program = sourcePath('main', 'cli', 'main.ts');
  const child = spawn(
    process.execPath,
    [program, 'serve', '--no-open', '--json', '--projects', projects],
    { env: { ...process.env, PARLEY_CONFIG: `${projects}-config` } },
  );
  const address = await addressOf(child);
  return {
    address,
    async stop() {
      const ended = new Promise((resolve) => child.once('close', resolve));
      child.kill('SIGINT');
      await ended;
    },
  };
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('The server has no output.');
  for await (const line of createInterface({ input: child.stdout })) {
    const found = /http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]+/.exec(line);
    if (found !== null) {
      // What it says later must not fill the pipe.
      child.stdout.resume();
      return found[0];
    }
  }
  throw new Error('The server ended before it had an address.');
}

/** Opens the project without a window, for as long as `use` takes. */
async function withSession(
  { address }: BenchServer,
  name: string,
  use: (client: WindowClient, session: SessionId) => Promise<unknown>,
): Promise<void> {
  const client = await WindowClient.open(address);
  try {
    const listed = await client.call('projects.list', {});
    const { ref } = listed.find((each) => each.name === name) ?? { ref: '' };
    const { session } = await client.call('projects.open', { ref });
    await use(client, session);
    await client.call('projects.close', { session });
  } finally {
    client.close();
  }
}

/** Gives the project a seed that it did not have, so that nothing of it is rendered yet. */
export async function changeSeed(server: BenchServer, name: string): Promise<void> {
  const input = { seed: Date.now() % 2 ** 31 };
  await withSession(server, name, (client, session) =>
    client.call('document.edit', { session, command: 'setSceneSettings', input }),
  );
}

/** Sets where the window will stand when it opens the project. */
export async function arrangeView(
  server: BenchServer,
  name: string,
  patch: Partial<ViewState> | ((voiceIds: readonly string[]) => Partial<ViewState>),
): Promise<void> {
  await withSession(server, name, async (client, session) => {
    const event = await client.until('document.watch', { session }, () => true);
    const voices = event.type === 'snapshot' ? event.document.voices.map(({ id }) => id) : [];
    const view = await client.call('view.load', { session });
    const wanted = typeof patch === 'function' ? patch(voices) : patch;
    await client.call('view.save', { session, view: { ...view, ...wanted } });
  });
}

export class BenchWindow {
  readonly browser: Browser;
  readonly page: Page;
  readonly devtools: CDPSession;

  private constructor(browser: Browser, page: Page, devtools: CDPSession) {
    this.browser = browser;
    this.page = page;
    this.devtools = devtools;
  }

  /** @param before source text that runs before the page's own */
  static async open(address: string, before = ''): Promise<BenchWindow> {
    const browser = await launchChromium();
    const page = await browser.newPage({ viewport: PAGE_SIZE });
    page.on('pageerror', (error) => console.log('page:', error.message));
    if (before !== '') await page.addInitScript(before);
    await page.goto(address);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Performance.enable');
    return new BenchWindow(browser, page, devtools);
  }

  /** Shows the list of projects. */
  async listProjects(): Promise<void> {
    await this.page.locator('.title-bar, .first-run').first().waitFor({ timeout: ANSWER_MS });
    await this.page.keyboard.press('Control+KeyO');
    await this.page.locator('.dialogs__row').first().waitFor({ timeout: ANSWER_MS });
  }

  /** Opens a project of the list as a user does, and waits until its timeline is complete. */
  async openProject(name: string): Promise<void> {
    await this.listProjects();
    await this.page.locator('.dialogs__row', { hasText: name }).click();
    await this.page.locator('[data-timeline-canvas]').waitFor({ timeout: ANSWER_MS });
    await this.settle();
  }

  /** Waits until the page's scripts have rested for two seconds. */
  async settle(): Promise<void> {
    let quietSince = performance.now();
    let drawn = -1;
    while (performance.now() - quietSince < QUIET_MS) {
      await wait(POLL_MS);
      const { metrics } = await this.devtools.send('Performance.getMetrics');
      const now = metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0;
      if (now - drawn > BUSY_SECONDS) quietSince = performance.now();
      drawn = now;
    }
  }

  /** Asks the page until it says yes: its own way to wait needs an `eval` that the window forbids. */
  async until(expression: string): Promise<void> {
    const endMs = performance.now() + ANSWER_MS;
    while (!(await this.page.evaluate<boolean>(expression))) {
      if (performance.now() > endMs) throw new Error(`"${expression}" has not come true.`);
      await wait(POLL_MS);
    }
  }

  /** Where the lanes are. */
  async lanes(): Promise<{ x: number; y: number; width: number; height: number }> {
    const box = await this.page.locator('[data-timeline-canvas]').boundingBox();
    if (box === null) throw new Error('There is no timeline.');
    return box;
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}
