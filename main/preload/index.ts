// The only bridge between the page and the program: messages, files of the user, the native menu.
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { DesktopBridge } from '#core/contract/desktop-bridge.ts';

const listen = (channel: string, listener: (value: never) => void): (() => void) => {
  const heard = (_event: unknown, ...values: unknown[]): void => listener(values[0] as never);
  ipcRenderer.on(channel, heard);
  return () => ipcRenderer.removeListener(channel, heard);
};

const MEDIA = '--parley-media=';
const mediaOrigin = process.argv.find((each) => each.startsWith(MEDIA))?.slice(MEDIA.length);

const bridge: DesktopBridge = {
  mediaOrigin: mediaOrigin ?? '',
  send: (message) => ipcRenderer.send('host', message),
  onMessage: (listener) => listen('host', listener),
  admitFile: (file) => ipcRenderer.invoke('admit', webUtils.getPathForFile(file as File)),
  pick: (what) => ipcRenderer.invoke('pick', what),
  setMenu: (menu) => ipcRenderer.send('menu', menu),
  onAction: (listener) => listen('action', listener),
  onOpen: (listener) => listen('open', listener),
  setTitle: (title, isEdited) => ipcRenderer.send('title', title, isEdited),
};

contextBridge.exposeInMainWorld('parley', bridge);
