// Addresses under which a window may load a file, for as long as the host lives. A link names no path,
// and is only good for the project it was made for.
import { randomBytes } from 'node:crypto';
import type { SessionId } from '#core/contract/project-types.ts';

export interface LinkedFile {
  readonly path: string;
  readonly contentType: string;
  /** For downloads; null: shown in the page. */
  readonly downloadName: string | null;
  readonly session: SessionId;
}

/** What a page may be given; anything else would be a way to run something in it. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.mp4': 'video/mp4',
  '.mov': 'video/quicktime',
  '.wav': 'audio/wav',
  '.json': 'application/json',
  '.pcm': 'application/octet-stream',
  '.zip': 'application/zip',
};

export function contentTypeOf(extension: string): string {
  return CONTENT_TYPES[extension.toLowerCase()] ?? 'application/octet-stream';
}

export class MediaLinks {
  private readonly files = new Map<string, LinkedFile>();
  private readonly tokens = new Map<string, string>();

  /** The same file of the same session always has the same address. */
  add(file: LinkedFile): string {
    const name = `${file.session} ${file.path} ${file.downloadName ?? ''}`;
    const known = this.tokens.get(name);
    if (known !== undefined) return `media/${known}`;
    const token = randomBytes(24).toString('base64url');
    this.tokens.set(name, token);
    this.files.set(token, file);
    return `media/${token}`;
  }

  get(token: string): LinkedFile | null {
    return this.files.get(token) ?? null;
  }

  /** A closed project has no addresses. */
  dropSession(session: SessionId): void {
    for (const [name, token] of this.tokens) {
      if (this.files.get(token)?.session !== session) continue;
      this.tokens.delete(name);
      this.files.delete(token);
    }
  }
}
