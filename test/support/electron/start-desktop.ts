// Starts the real built desktop program in this process, with `electron` replaced by the shim. Both are
// loaded by Node itself: the test runner would give them modules of its own.

import { createRequire, registerHooks } from 'node:module';
import type { Page } from 'playwright-core';
import type * as Shim from './electron-shim.ts';

const load = createRequire(import.meta.url);

export interface Desktop {
  readonly shim: typeof Shim;
  readonly page: Page;
  /** Chooses an entry of the native menu. */
  choose(id: string): void;
  /** Tells the page where files lie that are put into it by name. */
  placeFiles(paths: Readonly<Record<string, string>>): Promise<void>;
  stop(): Promise<void>;
}

/** @param userData an empty folder; the program keeps its settings and projects there */
export async function startDesktop(userData: string): Promise<Desktop> {
  process.env['SHIM_USER_DATA'] = userData;
  const shimPath = load.resolve('./electron-shim.ts');
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron'
        ? { url: `file://${shimPath}`, shortCircuit: true }
        : next(specifier, context),
  });
  const shim = load(shimPath) as typeof Shim;
  load('../../../out/main/main.js');
  const page = await shim.firstPage();
  return {
    shim,
    page,
    choose: (id) => findItem(shim.shimState.menu, id)?.click?.(),
    placeFiles: (paths) =>
      page.evaluate((at) => {
        Object.assign(globalThis, { __shimPaths: at });
      }, paths),
    async stop() {
      for (const window of shim.BrowserWindow.getAllWindows()) window.close();
      await shim.quitDone();
      hooks.deregister();
    },
  };
}

function findItem(items: readonly Shim.MenuItem[], id: string): Shim.MenuItem | null {
  for (const item of items) {
    if (item.id === id) return item;
    const inside = findItem(item.submenu ?? [], id);
    if (inside !== null) return inside;
  }
  return null;
}
