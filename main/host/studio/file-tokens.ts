// Files that the user has handed over: the window knows tokens, only the host knows paths.
import { basename } from 'node:path';
import { AppError } from '#core/errors/app-error.ts';
import { fileTokenSchema, type FileToken } from '#core/contract/project-types.ts';
import type { IdSource } from '#core/project/ids.ts';

export interface GivenFile {
  readonly path: string;
  /** As the user knows it. */
  readonly name: string;
  /** Uploaded, and not taken into a project yet: it lies in the staging folder. */
  readonly isUpload: boolean;
}

/** Tokens of a host's life that are not used yet. */
const KEPT_TOKENS = 1000;

export class FileTokens {
  private readonly ids: IdSource;
  private readonly files = new Map<FileToken, GivenFile>();

  constructor(ids: IdSource) {
    this.ids = ids;
  }

  add(path: string, options: { readonly name?: string; readonly isUpload: boolean }): FileToken {
    const token = fileTokenSchema.parse(this.ids());
    const { name = basename(path), isUpload } = options;
    this.files.set(token, { path, name, isUpload });
    const [oldest] = this.files.keys();
    if (this.files.size > KEPT_TOKENS && oldest !== undefined) this.files.delete(oldest);
    return token;
  }

  /** The file lies there now, and stays. */
  place(token: FileToken, path: string): void {
    const { name } = this.get(token);
    this.files.set(token, { path, name, isUpload: false });
  }

  /** Throws AppError `no-such-file`. */
  get(token: FileToken): GivenFile {
    const file = this.files.get(token);
    if (file !== undefined) return file;
    throw new AppError({
      category: 'usage',
      code: 'no-such-file',
      message: 'This file is not known any more.',
      hint: 'Choose it again.',
    });
  }
}
