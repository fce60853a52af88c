// A stand-in for the module `electron`: the real built main process runs against it, with Debian's
// Chromium as its window. Custom protocols become intercepted https addresses. It cannot show what only
// Electron does: the sandbox itself, asar paths, the look of menus.

import { EventEmitter } from 'node:events';
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page, Route } from 'playwright-core';
import { launchChromium } from '../chromium.ts';
import { preloadScript } from './preload-page.ts';

type Handler = (request: Request) => Response | Promise<Response>;

export interface MenuItem {
  readonly id?: string;
  readonly label?: string;
  readonly enabled?: boolean;
  readonly click?: () => void;
  readonly submenu?: readonly MenuItem[];
}

/** What a test may look at and steer, see control.ts. */
export const shimState = {
  schemes: [] as { scheme: string; privileges: Record<string, boolean> }[],
  windowOptions: [] as Record<string, unknown>[],
  menu: [] as readonly MenuItem[],
  nextFiles: [] as string[],
  titles: [] as string[],
  permissionHandler: null as ((...args: unknown[]) => void) | null,
  permissionCheck: null as ((...args: unknown[]) => boolean) | null,
  contents: [] as WebContents[],
  hasQuit: false,
};

/** How addresses of a custom scheme look in the stand-in browser. */
export function browserAddress(address: string): string {
  const { protocol: scheme, host, pathname, search } = new URL(address);
  return `https://${scheme.slice(0, -1)}.${host}.test${pathname}${search}`;
}

class App extends EventEmitter {
  readonly isPackaged = false;
  readonly userData = process.env['SHIM_USER_DATA'] ?? '';
  isQuitting = false;
  getPath(name: string): string {
    return name === 'userData' ? this.userData : join(this.userData, name);
  }
  setPath(): void {}
  getVersion = (): string => '0.0.0';
  enableSandbox(): void {}
  setAppUserModelId(): void {}
  requestSingleInstanceLock = (): boolean => process.env['SHIM_SECOND_INSTANCE'] !== '1';
  whenReady = (): Promise<void> => Promise.resolve();
  exit(): void {
    this.quit();
  }
  quit(): void {
    if (this.isQuitting) return;
    this.isQuitting = true;
    let isHeld = false;
    this.emit('before-quit', { preventDefault: () => (isHeld = true) });
    this.emit('will-quit', { preventDefault: () => (isHeld = true) });
    if (isHeld) {
      this.isQuitting = false;
      return;
    }
    shimState.hasQuit = true;
    void shimBrowser?.close().then(() => quit.resolve(undefined), quit.reject);
  }
}
export const app = new App();

class IpcMain extends EventEmitter {
  readonly handlers = new Map<string, (event: unknown, ...args: unknown[]) => unknown>();
  handle(channel: string, handler: (event: unknown, ...args: unknown[]) => unknown): void {
    this.handlers.set(channel, handler);
  }
}
export const ipcMain = new IpcMain();

const protocolHandlers = new Map<string, Handler>();
export const protocol = {
  registerSchemesAsPrivileged: (schemes: typeof shimState.schemes) => {
    shimState.schemes = schemes;
  },
  handle: (scheme: string, handler: Handler) => protocolHandlers.set(scheme, handler),
};

export const session = {
  defaultSession: {
    protocol,
    setPermissionRequestHandler: (handler: (...args: unknown[]) => void) => {
      shimState.permissionHandler = handler;
    },
    setPermissionCheckHandler: (handler: (...args: unknown[]) => boolean) => {
      shimState.permissionCheck = handler;
    },
    setDevicePermissionHandler: () => undefined,
  },
};

export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
};

export const Menu = {
  buildFromTemplate: (template: readonly MenuItem[]) => ({ items: template }),
  setApplicationMenu: (menu: { items: readonly MenuItem[] } | null) => {
    shimState.menu = menu?.items ?? [];
  },
};

export const dialog = {
  showOpenDialog: () => {
    const filePaths = shimState.nextFiles.splice(0);
    return Promise.resolve({ canceled: filePaths.length === 0, filePaths });
  },
  showErrorBox: (title: string, text: string) => process.stderr.write(`${title}: ${text}\n`),
};

export const utilityProcess = {
  fork: (path: string, args: string[]) => {
    const preload = new URL('./parent-port.mjs', import.meta.url).href;
    const child = fork(path, args, {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      execArgv: ['--import', preload],
    });
    return Object.assign(new EventEmitter(), {
      get pid() {
        return child.pid;
      },
      stderr: child.stderr,
      postMessage: (message: unknown) => child.send(message as object, () => undefined),
      kill: () => child.kill('SIGKILL'),
      on: (event: string, listener: (value: never) => void) => {
        child.on(event, listener as (value: unknown) => void);
      },
      once: (event: string, listener: (value: never) => void) => {
        child.once(event, listener as (value: unknown) => void);
      },
    });
  },
};

export const powerSaveBlocker = { start: () => 1, stop: () => undefined };

let shimBrowser: Browser | null = null;
const opened = Promise.withResolvers<Page>();
const quit = Promise.withResolvers<undefined>();

/** The page of the first window, when it has loaded. */
export function firstPage(): Promise<Page> {
  return opened.promise;
}

/** Resolves when the program has ended. */
export async function quitDone(): Promise<void> {
  await quit.promise;
}

class WebContents extends EventEmitter {
  readonly mainFrame = { url: '' };
  page: Page | null = null;
  openHandler: ((details: { url: string }) => { action: string }) | null = null;
  /** As in Electron: what is sent to a page that is leaving or gone is lost without a word. */
  send(channel: string, ...args: unknown[]): void {
    this.page
      ?.evaluate(
        ([name, values]) =>
          (
            globalThis as unknown as { __shimReceive: (name: unknown, values: unknown) => void }
          ).__shimReceive(name, values),
        [channel, args] as const,
      )
      .catch((error: unknown) => {
        if (!/closed|context was destroyed/.test(String(error))) throw error;
      });
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
  getURL(): string {
    return this.mainFrame.url;
  }
}

export class BrowserWindow extends EventEmitter {
  static windows: BrowserWindow[] = [];
  static getAllWindows = (): BrowserWindow[] => BrowserWindow.windows;
  readonly webContents = new WebContents();
  private readonly options: {
    readonly width: number;
    readonly height: number;
    readonly webPreferences: {
      readonly preload: string;
      readonly additionalArguments?: readonly string[];
    };
  };

  constructor(options: BrowserWindow['options'] & Record<string, unknown>) {
    super();
    this.options = options;
    BrowserWindow.windows.push(this);
    shimState.windowOptions.push(options);
    shimState.contents.push(this.webContents);
    app.emit('web-contents-created', {}, this.webContents);
  }

  async loadURL(address: string): Promise<void> {
    const { width, height, webPreferences } = this.options;
    shimBrowser = await launchChromium();
    const context = await shimBrowser.newContext({ viewport: { width, height } });
    const page = await context.newPage();
    this.webContents.page = page;
    this.webContents.mainFrame.url = address;
    const origin = new URL(address).origin === 'null' ? address : new URL(address).origin;
    const sender = { sender: this.webContents, senderFrame: { url: address, origin } };
    await page.exposeFunction('__shimSend', (channel: string, args: unknown[]) =>
      ipcMain.emit(channel, sender, ...args),
    );
    await page.exposeFunction('__shimInvoke', async (channel: string, args: unknown[]) => {
      try {
        return { value: await ipcMain.handlers.get(channel)?.(sender, ...args) };
      } catch (error) {
        return { error: String(error) };
      }
    });
    const preload = readFileSync(webPreferences.preload, 'utf8');
    const processArguments = (webPreferences.additionalArguments ?? []).map((each) =>
      each.replace(/=([a-z]+:\/\/.*)$/, (_, url: string) => `=${browserAddress(url)}`),
    );
    await context.addInitScript(preloadScript(preload, processArguments));
    for (const [scheme, handler] of protocolHandlers) {
      await context.route(new RegExp(`^https://${scheme}\\.[a-z]+\\.test/`), (route) =>
        answer(route, scheme, handler),
      );
    }
    await page.goto(browserAddress(address));
    opened.resolve(page);
    this.emit('ready-to-show');
    this.webContents.emit('did-finish-load');
  }

  show(): void {}
  focus(): void {}
  maximize(): void {}
  restore(): void {}
  isMinimized = (): boolean => false;
  isMaximized = (): boolean => false;
  isDestroyed = (): boolean => false;
  getNormalBounds = () => ({
    x: 10,
    y: 20,
    width: this.options.width,
    height: this.options.height,
  });
  setTitle(title: string): void {
    shimState.titles.push(title);
  }
  setDocumentEdited(): void {}
  setRepresentedFilename(): void {}
  close(): void {
    this.emit('close', { preventDefault: () => undefined });
    BrowserWindow.windows = BrowserWindow.windows.filter((each) => each !== this);
    this.emit('closed');
    if (BrowserWindow.windows.length === 0) app.emit('window-all-closed');
  }
}

/** Lets the main process's own protocol handler answer a request of the page. */
async function answer(route: Route, scheme: string, handler: Handler): Promise<void> {
  const request = route.request();
  const address = new URL(request.url());
  const host = address.hostname.slice(scheme.length + 1, -'.test'.length);
  const url = `${scheme}://${host}${address.pathname}${address.search}`;
  const response = await handler(
    new Request(url, { method: request.method(), headers: await request.allHeaders() }),
  );
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(
      [...response.headers].map(([name, value]) => [name, inBrowserAddresses(value)]),
    ),
    body: Buffer.from(await response.arrayBuffer()),
  });
}

/** Headers name origins; the stand-in browser knows those under other names. */
function inBrowserAddresses(text: string): string {
  return text.replaceAll(/(app|media):\/\/([a-z]+)/g, 'https://$1.$2.test');
}
