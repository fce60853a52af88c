// Points a project at a file that has moved: only when it is the same content.
import type { FileToken } from '#core/contract/project-types.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { MediaRef } from '#core/project/document.ts';
import { hashFile } from '../project-store/media-links/hash-file.ts';
import { mediaPathsOf } from '../project-store/media-links/media-paths.ts';
import type { ProjectStore } from '../project-store/project-store.ts';
import type { FileTokens } from './file-tokens.ts';
import { takeInFile } from './take-in-file.ts';

/** Throws AppError `other-content`. */
export function relinkMediaFile(
  store: ProjectStore,
  media: MediaRef,
  files: FileTokens,
  token: FileToken,
): Promise<void> {
  return takeInFile(files, token, store.path, async (path, name) => {
    if ((await hashFile(path)).sha256 !== media.sha256) throw otherContent(name);
    store.execute('relinkMedia', {
      links: [{ mediaId: media.id, ...mediaPathsOf(store.path, path) }],
    });
  });
}

function otherContent(name: string): AppError {
  return new AppError({
    category: 'bad-input',
    code: 'other-content',
    message: `"${name}" has another content than the file that the project misses.`,
    hint: 'Choose the very file that was imported.',
  });
}
