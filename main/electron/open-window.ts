// The window of the desktop program: where it was, what it may do, and back again after a crash.
import { app, BrowserWindow, screen } from 'electron';
import { join } from 'node:path';
import type { Studio } from '#main/host/studio/create-studio.ts';
import { sourcePath } from '#main/resource-path.ts';
import { answerWindow } from './answer-window.ts';
import { PAGE_ORIGIN } from './schemes.ts';
import { windowOptions } from './window-options.ts';
import { readWindowState, writeWindowState } from './window-state.ts';

export async function openWindow(studio: Studio): Promise<BrowserWindow> {
  const statePath = join(app.getPath('userData'), 'window.json');
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
  const state = readWindowState(statePath, screens);
  const window = new BrowserWindow(
    windowOptions(state, sourcePath('out', 'preload', 'preload.cjs')),
  );
  answerWindow(window, studio);
  window.once('ready-to-show', () => {
    if (state.isMaximized) window.maximize();
    window.show();
  });
  window.on('close', () => {
    const bounds = { ...window.getNormalBounds(), isMaximized: window.isMaximized() };
    // A window that cannot be remembered opens where the system puts it.
    writeWindowState(statePath, bounds).catch((error: unknown) => {
      process.stderr.write(`The window's place was not kept: ${String(error)}\n`);
    });
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    // The host goes on: jobs run, edits are safe. The page is only a view of them.
    if (reason !== 'clean-exit' && !window.isDestroyed()) window.webContents.reload();
  });
  await window.loadURL(`${PAGE_ORIGIN}/index.html`);
  return window;
}
