// The built window: a fixed set of files, read once; nothing else of the disk can be named.
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

export interface PageFile {
  readonly bytes: Buffer;
  readonly contentType: string;
  /** Built files carry a hash in their name and never change. */
  readonly isForever: boolean;
}

/** Files of the page by address, e.g. `/assets/index-1a2b.js`; `/` is the page itself. */
export function readPage(folder: string): ReadonlyMap<string, PageFile> {
  const files = new Map<string, PageFile>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const contentType = TYPES[extname(name)];
    if (contentType === undefined) continue;
    const address = `/${name.replaceAll('\\', '/')}`;
    const bytes = readFileSync(join(folder, name));
    files.set(address, { bytes, contentType, isForever: address.startsWith('/assets/') });
  }
  const index = files.get('/index.html');
  if (index !== undefined) files.set('/', index);
  return files;
}
