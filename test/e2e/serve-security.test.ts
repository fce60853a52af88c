// The window in a browser: what its page cannot do, and what other sites cannot do to it.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, NO_CHROMIUM } from '../support/chromium.ts';
import { openSample, PATIENCE_MS } from '../support/sample-window.ts';
import { openTestWindow, type TestWindow } from '../support/test-window.ts';

const canRun = findChromium() !== null;
const PAGES = ['Assign', 'Animate', 'Review', 'Deliver'];

/** Another site on this machine: same name, other port, so that the browser sends it our cookie too. */
class OtherSite {
  readonly asked: string[] = [];
  private readonly server: Server = createServer((request, response) => {
    this.asked.push(request.url ?? '');
    response.setHeader('content-type', 'text/html');
    response.setHeader('access-control-allow-origin', '*');
    response.end('<!doctype html><title>Other</title><p>Other</p>');
  });

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }
  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }
  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/**
 * Runs in the page, and answers which rules of the policy were broken until all that are awaited were,
 * and a moment longer. What the script adds to `place` goes away again.
 */
function brokenRules(page: Page, awaited: readonly string[], script: string): Promise<string[]> {
  return page.evaluate(`(async () => {
    const broken = [];
    const note = ({ effectiveDirective }) => broken.push(effectiveDirective);
    document.addEventListener('securitypolicyviolation', note);
    const place = document.body.appendChild(document.createElement('div'));
    await (async () => { ${script} })();
    const wait = () => new Promise((resolve) => setTimeout(resolve, 300));
    const isMissing = (rule) => !broken.includes(rule);
    for (let i = 0; i < 30 && ${JSON.stringify(awaited)}.some(isMissing); i++) await wait();
    await wait();
    document.removeEventListener('securitypolicyviolation', note);
    place.remove();
    return [...new Set(broken)].sort();
  })()`);
}

describe.skipIf(!canRun)(`the window (${canRun ? 'with Chromium' : NO_CHROMIUM})`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-window-'));
  const other = new OtherSite();
  let shown: TestWindow;
  let page: Page;

  const pageTab = (name: string) =>
    page.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name });

  beforeAll(async () => {
    await other.start();
    shown = await openTestWindow(folder);
    page = shown.page;
    await openSample(page);
  }, 240_000);
  afterAll(async () => {
    await shown.close();
    await other.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('starts, draws every page and plays without breaking its own policy', async () => {
    for (const name of PAGES) {
      await pageTab(name).click();
      await page.locator('.page-tabs [aria-current]', { hasText: name }).waitFor();
    }
    await pageTab('Animate').click();
    const timecode = page.locator('.timecode').first();
    const before = await timecode.textContent();
    await page.keyboard.press('Space');
    await expect.poll(() => timecode.textContent(), { timeout: PATIENCE_MS }).not.toBe(before);
    await page.keyboard.press('Space');
    expect(shown.complaints).toEqual([]);
  }, 200_000);

  it('knows nothing of Node, of the desktop, nor of its own cookie', async () => {
    const found = await page.evaluate(() =>
      [
        'require',
        'process',
        'module',
        'global',
        'Buffer',
        '__dirname',
        'setImmediate',
        'parley',
      ].filter((name) => name in globalThis),
    );
    expect(found).toEqual([]);
    const facts = await page.evaluate(
      '({ cookie: document.cookie, hash: location.hash, isIsolated: crossOriginIsolated, opener: window.opener })',
    );
    expect(facts).toEqual({ cookie: '', hash: '', isIsolated: true, opener: null });
    const worker = await page.evaluate(`new Promise((resolve) => {
      const source = 'postMessage(["require", "process"].filter((name) => name in self))';
      new Worker(URL.createObjectURL(new Blob([source]))).onmessage = ({ data }) => resolve(data);
    })`);
    expect(worker).toEqual([]);
  });

  it('runs no script but its own', async () => {
    const awaited = ['script-src-attr', 'script-src-elem'];
    const broken = await brokenRules(
      page,
      awaited,
      `window.ran = [];
      const inline = document.createElement('script');
      inline.textContent = 'window.ran.push("inline")';
      place.append(inline);
      const foreign = document.createElement('script');
      foreign.src = '${other.origin}/script.js';
      place.append(foreign);
      const data = document.createElement('script');
      data.src = 'data:text/javascript,window.ran.push("data")';
      place.append(data);
      const blob = document.createElement('script');
      blob.src = URL.createObjectURL(new Blob(['window.ran.push("blob")']));
      place.append(blob);
      const holder = document.createElement('div');
      holder.innerHTML = '<img src="missing" onerror="window.ran.push(1)"><a href="javascript:window.ran.push(2)">x</a>';
      place.append(holder);
      holder.querySelector('a').click();
      await import('${other.origin}/module.js').catch(() => 0);`,
    );
    expect(await page.evaluate('window.ran')).toEqual([]);
    expect(broken).toEqual(awaited);
    // CDP evaluates past the policy; the page's own code may not.
    const evaluated = await page.evaluate(`new Promise((resolve) => {
      const source = 'try { eval("1"); postMessage("ran") } catch (error) { postMessage(error.name) }';
      new Worker(URL.createObjectURL(new Blob([source]))).onmessage = ({ data }) => resolve(data);
    })`);
    expect(evaluated).toBe('EvalError');
    expect(other.asked).toEqual([]);
  });

  it('sends nothing anywhere else', async () => {
    // A page of its own: a form that was refused leaves a navigation that playwright would wait for.
    const own = await openOwnPage(page, shown.server.address);
    const awaited = [
      'connect-src',
      'font-src',
      'form-action',
      'frame-src',
      'img-src',
      'media-src',
      'object-src',
      'style-src-elem',
    ];
    const broken = await brokenRules(
      own,
      awaited,
      `const to = '${other.origin}';
      await fetch(to + '/fetch').catch(() => 0);
      navigator.sendBeacon(to + '/beacon', 'x');
      new WebSocket(to.replace('http', 'ws') + '/socket').onerror = () => 0;
      new EventSource(to + '/events').onerror = () => 0;
      new Image().src = to + '/image.png';
      const media = document.createElement('video');
      media.src = to + '/film.mp4';
      const frame = document.createElement('iframe');
      frame.src = to + '/frame';
      const style = document.createElement('link');
      style.rel = 'stylesheet';
      style.href = to + '/style.css';
      const object = document.createElement('object');
      object.data = to + '/object';
      const form = document.createElement('form');
      form.action = to + '/form';
      form.method = 'post';
      place.append(media, frame, style, object, form);
      new FontFace('x', 'url(' + to + '/font.woff2)').load().catch(() => 0);
      form.submit();`,
    );
    expect(broken).toEqual(awaited);
    expect(other.asked).toEqual([]);
    expect(new URL(own.url()).origin).toBe(shown.server.origin);
    await own.context().close();
  });

  it('has no link that leads away, and takes no base', async () => {
    for (const name of PAGES) {
      await pageTab(name).click();
      const links = await page.locator('a[href], area[href], form[action], base, iframe').count();
      expect(links, name).toBe(0);
    }
    const broken = await brokenRules(
      page,
      ['base-uri'],
      `const base = document.createElement('base');
      base.href = '${other.origin}/';
      place.append(base);`,
    );
    expect(broken).toEqual(['base-uri']);
  });

  it('stays when a link or a file is dropped on it', async () => {
    const session = await page.context().newCDPSession(page);
    const drop = async (data: object) => {
      for (const type of ['dragEnter', 'dragOver', 'drop'])
        await session.send('Input.dispatchDragEvent', {
          type: type as 'drop',
          x: 700,
          y: 400,
          data: { dragOperationsMask: 1, items: [], ...data },
        });
    };
    const address = `${other.origin}/dropped`;
    await drop({ items: [{ mimeType: 'text/uri-list', data: address }] });
    await drop({ items: [{ mimeType: 'text/html', data: `<a href="${address}">x</a>` }] });
    await drop({ files: [join(folder, 'config', 'none.html')] });
    await page.waitForTimeout(300);
    expect(other.asked).toEqual([]);
    expect(new URL(page.url()).origin).toBe(shown.server.origin);
    await page.locator('.studio').waitFor();
  });

  it('gives a window that it might open no hold on itself', async () => {
    const [popup] = await Promise.all([
      page.context().waitForEvent('page'),
      page.evaluate(`void window.open('${other.origin}/popup')`),
    ]);
    await popup.waitForLoadState();
    expect(await popup.evaluate('window.opener')).toBeNull();
    await popup.close();
  });

  it('cannot be framed, read or driven by another site that has its cookie', async () => {
    const { url } = await mediaOf(page);
    // In the same browser, where the user has let this window in.
    const [stranger] = await Promise.all([
      page.context().waitForEvent('page'),
      page.evaluate(`void window.open('${other.origin}/stranger')`),
    ]);
    stranger.setDefaultTimeout(PATIENCE_MS);
    await stranger.waitForLoadState();
    const cookies = await page.context().cookies(shown.server.origin);
    expect(cookies).toHaveLength(1);
    const got = await stranger.evaluate(
      `(async () => {
        const to = '${shown.server.origin}';
        const outcome = (promise) => promise.then((value) => value, (error) => error.name);
        const loaded = (name) => new Promise((resolve) => {
          const element = document.createElement(name);
          element.onload = () => resolve('loaded');
          element.onerror = () => resolve('refused');
          element.src = '${url}';
          document.body.append(element);
        });
        const connected = () => new Promise((resolve) => {
          const socket = new WebSocket(to.replace('http', 'ws') + '/contract');
          socket.onopen = () => resolve('open');
          socket.onerror = () => resolve('refused');
        });
        const popup = window.open(to + '/');
        return {
          read: await outcome(fetch('${url}', { credentials: 'include' })),
          blind: await outcome(fetch('${url}', { credentials: 'include', mode: 'no-cors' })),
          session: await outcome(fetch(to + '/session', { method: 'POST', body: 'guess' })),
          upload: await outcome(fetch(to + '/files?name=a', { method: 'PUT', credentials: 'include', body: 'x' })),
          image: await loaded('img'),
          script: await loaded('script'),
          socket: await connected(),
          popup: await new Promise((resolve) => {
            const look = () => popup.closed ? resolve('out of reach') : setTimeout(look, 50);
            look();
          }),
        };
      })()`,
    );
    expect(got).toEqual({
      read: 'TypeError',
      blind: 'TypeError',
      session: 'TypeError',
      upload: 'TypeError',
      image: 'refused',
      script: 'refused',
      socket: 'refused',
      popup: 'out of reach',
    });
    const frame = stranger.waitForEvent('framenavigated');
    await stranger.evaluate(`(() => {
      const frame = document.createElement('iframe');
      frame.src = '${shown.server.origin}/';
      document.body.append(frame);
    })()`);
    await frame;
    expect(stranger.frames().at(-1)?.url()).not.toContain(shown.server.origin);
    await stranger.close();
  });

  it('lets nobody in without the printed address', async () => {
    const browser = page.context().browser();
    const context = await browser?.newContext();
    const stranger = await context?.newPage();
    if (context === undefined || stranger === undefined) throw new Error('There is a browser.');
    await stranger.goto(shown.server.origin);
    await stranger.getByRole('alert').waitFor({ timeout: PATIENCE_MS });
    expect(await stranger.getByRole('alert').textContent()).toContain(
      'needs the address that Parley has printed',
    );
    await stranger.goto(`${shown.server.origin}/#token=wrong`);
    await stranger.reload();
    await stranger.getByRole('alert').waitFor({ timeout: PATIENCE_MS });
    expect(await context.cookies()).toEqual([]);
    await context.close();
  });
});

/** The window once more, as a user who follows the printed address again has it. */
async function openOwnPage(page: Page, address: string): Promise<Page> {
  const context = await page.context().browser()?.newContext();
  if (context === undefined) throw new Error('There is a browser.');
  const own = await context.newPage();
  await own.goto(address);
  await own.getByRole('menubar').waitFor({ timeout: PATIENCE_MS });
  return own;
}

/** A picture of the project that the page itself shows. */
async function mediaOf(page: Page): Promise<{ readonly url: string }> {
  const url = await page.evaluate(
    () => performance.getEntriesByType('resource').find(({ name }) => /\/media\//.test(name))?.name,
  );
  if (url === undefined) throw new Error('The page shows a picture.');
  return { url };
}
