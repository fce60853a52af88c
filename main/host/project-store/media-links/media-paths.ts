// How a media file is named inside a project: from the project's folder, and from the root.
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { MediaRef } from '#core/project/document.ts';

export type MediaPaths = Pick<MediaRef, 'relativePath' | 'absolutePath'>;

/** Both names of a file. The relative one has forward slashes on every system. */
export function mediaPathsOf(projectPath: string, filePath: string): MediaPaths {
  const absolutePath = resolve(filePath);
  const relativePath = relative(dirname(resolve(projectPath)), absolutePath);
  return { absolutePath, relativePath: relativePath.split(sep).join('/') };
}

/** Where a project keeps what was handed over to it as bytes, not as a file of the user's. */
export function importsFolder(projectPath: string): string {
  return join(`${projectPath}-data`, 'imports');
}

/** Where a media file may lie, best place first. A renamed project has its imports under another name. */
export function mediaCandidates(projectPath: string, media: MediaPaths): string[] {
  const project = resolve(projectPath);
  const beside = resolve(dirname(project), media.relativePath);
  const imported = join(importsFolder(project), basename(media.relativePath));
  return [...new Set([beside, media.absolutePath, imported])];
}
