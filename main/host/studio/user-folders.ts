// Where a user's own things lie when nobody says otherwise.
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Folder of settings and of the list of recent projects. */
export function configFolder(env: NodeJS.ProcessEnv = process.env): string {
  const named = env['PARLEY_CONFIG'];
  if (named !== undefined && named !== '') return named;
  if (process.platform === 'win32') {
    return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Parley');
  }
  if (process.platform === 'darwin') {
    return join(homedir(), 'Library', 'Application Support', 'Parley');
  }
  return join(env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'parley');
}

export function defaultProjectsFolder(): string {
  return join(homedir(), 'Parley');
}

/** A path as people read it. */
export function displayPath(path: string): string {
  const home = homedir();
  return path.startsWith(`${home}/`) || path.startsWith(`${home}\\`)
    ? `~${path.slice(home.length)}`
    : path;
}
