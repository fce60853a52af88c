// Points a project at a file that has moved: only when it is the same content.
import { AppError } from '#core/errors/app-error.ts';
import type { MediaRef } from '#core/project/document.ts';
import { hashFile } from '../project-store/media-links/hash-file.ts';
import { mediaPathsOf } from '../project-store/media-links/media-paths.ts';
import type { ProjectStore } from '../project-store/project-store.ts';
import type { GivenFile } from './file-tokens.ts';
import { takeInFile } from './take-in-file.ts';

/** Throws AppError `other-content`. */
export async function relinkMediaFile(
  store: ProjectStore,
  media: MediaRef,
  file: GivenFile,
): Promise<void> {
  if ((await hashFile(file.path)).sha256 !== media.sha256) {
    throw new AppError({
      category: 'bad-input',
      code: 'other-content',
      message: `"${file.name}" has another content than the file that the project misses.`,
      hint: 'Choose the very file that was imported.',
    });
  }
  const path = await takeInFile(file, store.path);
  store.execute('relinkMedia', {
    links: [{ mediaId: media.id, ...mediaPathsOf(store.path, path) }],
  });
}
