// The desktop program, where this clone has one and this machine can show it.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Electron's own note of what its program is called here; npm brings no binary by itself. */
export function findElectron(root: string): string | null {
  const folder = join(root, 'node_modules', 'electron');
  const note = join(folder, 'path.txt');
  if (!existsSync(note)) return null;
  const program = join(folder, 'dist', readFileSync(note, 'utf8').trim());
  return existsSync(program) ? program : null;
}

/** A Linux without a display server could start Electron but never show it. */
export function hasScreen(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): boolean {
  if (platform !== 'linux') return true;
  return [env['DISPLAY'], env['WAYLAND_DISPLAY']].some((name) => name !== undefined && name !== '');
}
