// Where the files that come with Parley lie.

import { fileURLToPath } from 'node:url';

/** The repository, or the folder of the built program: its files lie in out/main. */
const ROOT = new URL(import.meta.url.endsWith('.ts') ? '../' : '../../', import.meta.url);

/** Absolute path of a file under resources/. */
export function resourcePath(...parts: readonly string[]): string {
  return fileURLToPath(new URL(['resources', ...parts].join('/'), ROOT));
}

/** Absolute path of a folder of the program's own source. */
export function sourcePath(...parts: readonly string[]): string {
  return fileURLToPath(new URL(parts.join('/'), ROOT));
}
