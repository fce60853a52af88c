// What the window may ask of this process besides the contract. Every message is checked for who sent
// it and for its shape: a page that was replaced gets nothing.
import { ipcMain, type BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron';
import { z } from 'zod';
import { menuSchema, pickSchema } from '#core/contract/desktop-bridge.ts';
import type { Studio } from '#main/host/studio/create-studio.ts';
import { serveMessagePort } from '#main/transport/message-port.ts';
import { pickFiles } from './file-dialogs.ts';
import { showMenu } from './native-menu.ts';
import { PAGE_ORIGIN } from './schemes.ts';

const pathSchema = z.string().min(1).max(32_768);
const titleSchema = z.string().max(300);

export function answerWindow(window: BrowserWindow, studio: Studio): void {
  const { webContents } = window;
  const isOurs = ({ sender, senderFrame }: IpcMainEvent | IpcMainInvokeEvent): boolean =>
    sender === webContents && senderFrame?.url.startsWith(`${PAGE_ORIGIN}/`) === true;
  const on = (channel: string, listener: (...args: unknown[]) => void): void => {
    ipcMain.on(channel, (event, ...args: unknown[]) => {
      if (isOurs(event)) listener(...args);
    });
  };
  const handle = (channel: string, answer: (...args: unknown[]) => unknown): void => {
    ipcMain.handle(channel, (event, ...args: unknown[]) => {
      if (!isOurs(event)) throw new Error('Another page may not ask this.');
      return answer(...args);
    });
  };
  const admit = (path: string) => studio.admitFile(path, { isUpload: false });

  serveMessagePort(studio.procedures, {
    postMessage: (message) => {
      if (!window.isDestroyed()) webContents.send('host', message);
    },
    onMessage: (listener) => on('host', listener),
    onClose: (listener) => {
      window.on('closed', listener);
      // A reloaded page starts over with ids of its own.
      webContents.on('did-start-navigation', listener);
      webContents.on('render-process-gone', listener);
    },
  });
  handle('admit', (path) => admit(pathSchema.parse(path)));
  handle('pick', (what) =>
    pickFiles(window, pickSchema.parse(what), (path) => Promise.resolve(admit(path))),
  );
  on('menu', (menu) => {
    const parsed = menuSchema.safeParse(menu);
    if (parsed.success) showMenu(parsed.data, webContents);
  });
  on('title', (title, isEdited) => {
    const parsed = titleSchema.safeParse(title);
    if (parsed.success) window.setTitle(parsed.data);
    if (process.platform === 'darwin') window.setDocumentEdited(isEdited === true);
  });
}
