// The system's own dialogs. Paths stay in this process: the page gets tokens and names.
import { basename } from 'node:path';
import { dialog, type BrowserWindow, type OpenDialogOptions } from 'electron';
import type { PickKind, PickedFile } from '#core/contract/desktop-bridge.ts';
import type { FileToken } from '#core/contract/project-types.ts';

const PICTURES = ['jpg', 'jpeg', 'png', 'webp', 'avif', 'tif', 'tiff', 'heic'];
const VOICES = [
  'wav',
  'flac',
  'mp3',
  'm4a',
  'aac',
  'ogg',
  'opus',
  'aif',
  'aiff',
  'mp4',
  'mov',
  'mkv',
];

const OPTIONS: { readonly [K in PickKind]: OpenDialogOptions } = {
  project: {
    properties: ['openFile'],
    filters: [{ name: 'Parley', extensions: ['parley'] }],
  },
  picture: {
    properties: ['openFile'],
    filters: [{ name: 'Picture', extensions: PICTURES }],
  },
  voices: {
    properties: ['openFile', 'multiSelections'],
    filters: [{ name: 'Sound', extensions: VOICES }],
  },
  media: {
    properties: ['openFile', 'multiSelections'],
    filters: [{ name: 'Media', extensions: [...PICTURES, ...VOICES] }],
  },
  folder: { properties: ['openDirectory', 'createDirectory'] },
};

/** Asks the user; empty when cancelled. @param admit makes a token of a path */
export async function pickFiles(
  window: BrowserWindow,
  what: PickKind,
  admit: (path: string) => Promise<FileToken>,
): Promise<PickedFile[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, OPTIONS[what]);
  if (canceled) return [];
  return Promise.all(
    filePaths.map(async (path) => ({ token: await admit(path), name: basename(path) })),
  );
}
