// The browser that the tests of the window drive: Debian's Chromium, or one named by PARLEY_CHROMIUM.

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  // No GPU here: WebGL is drawn by the processor.
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  // The rest of the page is drawn as on any machine without a GPU: through an imitation of one it
  // takes many times as long.
  '--disable-accelerated-2d-canvas',
  '--disable-gpu-rasterization',
  '--disable-gpu-compositing',
  '--autoplay-policy=no-user-gesture-required',
];

/** Path of the browser; null when this machine has none. */
export function findChromium(): string | null {
  const wanted = process.env['PARLEY_CHROMIUM'];
  if (wanted !== undefined && wanted !== '') return existsSync(wanted) ? wanted : null;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const paths = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find((path) => existsSync(path)) ?? null;
}

/** Why a test of the window cannot run here. */
export const NO_CHROMIUM = 'needs Chromium; install it, or name one with PARLEY_CHROMIUM';

/** @throws Error when there is none; tests ask `findChromium` first and skip */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error(NO_CHROMIUM);
  return chromium.launch({ executablePath, args: ARGUMENTS });
}
