// Lets the user choose files: by the system's dialog in the desktop shell, by the browser's elsewhere.
import type { PickKind } from '#core/contract/desktop-bridge.ts';
import { admitFile, type AdmittedFile } from './admit-files.ts';
import { theDesktop } from './desktop.ts';

type FilePick = Exclude<PickKind, 'folder'>;

const PICTURES = '.png,.jpg,.jpeg,.webp,.avif,.gif';
const SOUNDS = 'audio/*,video/*,.wav,.flac,.opus,.m4a,.aiff,.mkv,.mxf';

const ACCEPT: Readonly<Record<FilePick, string>> = {
  project: '.parley',
  picture: PICTURES,
  voices: SOUNDS,
  media: `${PICTURES},${SOUNDS}`,
};

/** @returns nothing when the user cancels */
export async function pickFiles(kind: FilePick): Promise<readonly AdmittedFile[]> {
  const desktop = theDesktop();
  if (desktop !== null) {
    const picked = await desktop.pick(kind);
    return picked.map((file) => ({ ...file, type: '' }));
  }
  const files = await askBrowser(ACCEPT[kind], kind === 'voices' || kind === 'media');
  const admitted: AdmittedFile[] = [];
  for (const file of files) admitted.push(await admitFile(file));
  return admitted;
}

function askBrowser(accept: string, isMany: boolean): Promise<readonly File[]> {
  const { promise, resolve } = Promise.withResolvers<readonly File[]>();
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accept;
  input.multiple = isMany;
  // In the page, so that tests and screen readers find it while it is open.
  input.hidden = true;
  input.dataset.purpose = 'pick-files';
  document.body.append(input);
  const settle = (): void => {
    input.remove();
    resolve([...(input.files ?? [])]);
  };
  input.addEventListener('change', settle, { once: true });
  input.addEventListener('cancel', settle, { once: true });
  input.click();
  return promise;
}
