// How a media file is named inside a project: from the project's folder, and from the root.
import { dirname, relative, resolve, sep } from 'node:path';
import type { MediaRef } from '#core/project/document.ts';

export type MediaPaths = Pick<MediaRef, 'relativePath' | 'absolutePath'>;

/** Both names of a file. The relative one has forward slashes on every system. */
export function mediaPathsOf(projectPath: string, filePath: string): MediaPaths {
  const absolutePath = resolve(filePath);
  const relativePath = relative(dirname(resolve(projectPath)), absolutePath);
  return { absolutePath, relativePath: relativePath.split(sep).join('/') };
}

/** Where a media file may lie, best place first. */
export function mediaCandidates(projectPath: string, media: MediaPaths): string[] {
  const beside = resolve(dirname(resolve(projectPath)), media.relativePath);
  return beside === media.absolutePath ? [beside] : [beside, media.absolutePath];
}
