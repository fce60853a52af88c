// How a window is allowed to be: everything Electron's security checklist asks of web contents.
import type { BrowserWindowConstructorOptions } from 'electron';
import { MEDIA_ORIGIN } from './schemes.ts';
import { MIN_HEIGHT_PX, MIN_WIDTH_PX } from './window-size.ts';
import type { WindowBounds } from './window-state.ts';

/** --bg-0 of the window's own tokens, so that nothing flashes white at start. */
const BACKGROUND = '#0E0F12';

export function windowOptions(
  bounds: WindowBounds,
  preloadPath: string,
): BrowserWindowConstructorOptions {
  return {
    ...(bounds.x === null || bounds.y === null ? {} : { x: bounds.x, y: bounds.y }),
    width: bounds.width,
    height: bounds.height,
    minWidth: MIN_WIDTH_PX,
    minHeight: MIN_HEIGHT_PX,
    show: false,
    backgroundColor: BACKGROUND,
    title: 'Parley',
    webPreferences: {
      preload: preloadPath,
      additionalArguments: [`--parley-media=${MEDIA_ORIGIN}`],
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
      spellcheck: false,
      // A hidden window goes on playing sound and rendering.
      backgroundThrottling: false,
    },
  };
}
