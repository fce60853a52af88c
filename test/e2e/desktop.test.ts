// The real built main process and preload script of the desktop program, against a stand-in for Electron
// over Chromium. What Electron itself does (sandbox, asar, native menus) cannot be seen here.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resourcePath, sourcePath } from '#main/resource-path.ts';
import { findChromium, NO_CHROMIUM } from '../support/chromium.ts';
import { startDesktop, type Desktop } from '../support/electron/start-desktop.ts';

/** Calls the contract as a page would that has no code of ours. */
const RAW_CALL = `(name, input) => new Promise((resolve) => {
  const id = Math.floor(Math.random() * 1e9);
  const end = window.parley.onMessage((message) => {
    if (message.id !== id || message.type === 'event') return;
    end();
    resolve(message);
  });
  window.parley.send({ type: 'call', id, name, input });
})`;

const canRun = findChromium() !== null;

describe.skipIf(!canRun)(`the desktop program (${canRun ? 'with Chromium' : NO_CHROMIUM})`, () => {
  const userData = mkdtempSync(join(tmpdir(), 'parley-desktop-'));
  let desktop: Desktop;
  const call = (name: string, input: unknown) =>
    desktop.page.evaluate(`(${RAW_CALL})(${JSON.stringify(name)}, ${JSON.stringify(input)})`);

  beforeAll(async () => {
    desktop = await startDesktop(userData);
  });
  afterAll(async () => {
    await desktop.stop();
    rmSync(userData, { recursive: true, force: true });
  });

  it('shows the built window under app://, with a policy that runs only its own scripts', async () => {
    const response = await desktop.page.goto(desktop.page.url());
    const policy = response?.headers()['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(await desktop.page.title()).toContain('Parley');
  });

  it('locks the window down', () => {
    const [options] = desktop.shim.shimState.windowOptions;
    expect(options).toMatchObject({
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        webviewTag: false,
        navigateOnDragDrop: false,
      },
    });
    expect(options).not.toHaveProperty('webPreferences.enableBlinkFeatures');
    const names = desktop.shim.shimState.schemes.map(({ scheme }) => scheme);
    expect(names).toEqual(['app', 'media']);
    for (const { privileges } of desktop.shim.shimState.schemes) {
      expect(privileges).not.toHaveProperty('bypassCSP');
    }
  });

  it('refuses to leave, to open windows, to embed, and to ask for devices', () => {
    const [contents] = desktop.shim.shimState.contents;
    for (const name of [
      'will-navigate',
      'will-frame-navigate',
      'will-redirect',
      'will-attach-webview',
    ]) {
      let isPrevented = false;
      contents?.emit(name, { preventDefault: () => (isPrevented = true) });
      expect(isPrevented, name).toBe(true);
    }
    expect(contents?.openHandler?.({ url: 'https://example.org' })).toEqual({ action: 'deny' });
    const { permissionCheck, permissionHandler } = desktop.shim.shimState;
    const asked = (permission: string, url: string) => {
      let answer: unknown = null;
      permissionHandler?.(null, permission, (is: unknown) => (answer = is), { requestingUrl: url });
      return answer;
    };
    for (const permission of ['media', 'geolocation', 'clipboard-read', 'openExternal', 'hid']) {
      expect(permissionCheck?.(null, permission, 'app://parley'), permission).toBe(false);
      expect(asked(permission, 'app://parley/index.html'), permission).toBe(false);
    }
    expect(asked('notifications', 'app://parley/index.html')).toBe(true);
    expect(asked('notifications', 'https://example.org/')).toBe(false);
  });

  it('gives the page a bridge and nothing of Node', async () => {
    const found = await desktop.page.evaluate(() =>
      ['require', 'process', 'module', 'global', 'Buffer', '__dirname'].filter(
        (name) => name in globalThis,
      ),
    );
    expect(found).toEqual([]);
    const bridge = await desktop.page.evaluate('Object.keys(window.parley).sort()');
    expect(bridge).toEqual([
      'admitFile',
      'mediaOrigin',
      'onAction',
      'onMessage',
      'onOpen',
      'pick',
      'send',
      'setMenu',
      'setTitle',
    ]);
  });

  it('answers the contract, and refuses what is not in it', async () => {
    expect(await call('app.start', {})).toMatchObject({
      type: 'answer',
      output: { fileAccess: 'paths' },
    });
    for (const [name, input] of [
      ['app.quit', {}],
      ['__proto__', {}],
      ['app.start', { extra: 1 }],
      ['document.edit', { session: '../..', command: 'x', input: {} }],
      ['projects.open', { ref: 5 }],
    ] as const) {
      expect(await call(name, input), name).toMatchObject({
        type: 'error',
        error: { code: 'bad-request' },
      });
    }
  });

  it('listens to nobody but its own page', async () => {
    const { ipcMain, shimState } = desktop.shim;
    const [contents] = shimState.contents;
    const stranger = { sender: contents, senderFrame: { url: 'https://example.org/' } };
    const before = shimState.titles.length;
    ipcMain.emit('title', stranger, 'Stolen', false);
    expect(shimState.titles.length).toBe(before);
    await expect(
      Promise.resolve().then(() => ipcMain.handlers.get('admit')?.(stranger, '/etc/passwd')),
    ).rejects.toThrow(/Another page/);
  });

  it('makes a project from a file of the user and shows its pictures under media://', async () => {
    desktop.shim.shimState.nextFiles.push(resourcePath('sample', 'interview2.png'));
    const [picked] = await desktop.page.evaluate<{ token: string; name: string }[]>(
      `window.parley.pick('picture')`,
    );
    expect(picked?.name).toBe('interview2.png');
    const made = (await call('projects.create', { picture: picked?.token, name: null })) as {
      output: { session: string; displayPath: string };
    };
    const { session } = made.output;
    const scene = (await call('preview.scene', { session })) as { output: { pictureUrl: string } };
    const address = scene.output.pictureUrl.replace(/^media\//, '');
    const width = await desktop.page.evaluate(`(async () => {
      const answer = await fetch(window.parley.mediaOrigin + '/${address}');
      return (await createImageBitmap(await answer.blob())).width;
    })()`);
    expect(width).toBeGreaterThan(600);
    await call('projects.close', { session });
  }, 60_000);

  it('remembers where the window was', async () => {
    for (const window of desktop.shim.BrowserWindow.getAllWindows()) window.emit('close', {});
    const path = join(userData, 'window.json');
    await expect.poll(() => existsSync(path)).toBe(true);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ x: 10, y: 20, width: 1600 });
  });
});

it('has a preload script of at most 30 lines', () => {
  const lines = readFileSync(sourcePath('main', 'preload', 'index.ts'), 'utf8')
    .trim()
    .split('\n');
  expect(lines.length).toBeLessThanOrEqual(30);
});
