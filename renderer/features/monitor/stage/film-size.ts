// Sizes of the film and of the picture that it is made of.
import type { ProjectDocument } from '#core/project/document.ts';
import type { StageSize } from './place-picture.ts';

/** What an empty stage is laid out for. */
export const DEFAULT_FILM: StageSize = { width: 1280, height: 720 };

export function filmSizeOf({ scene }: ProjectDocument): StageSize {
  return scene === null ? DEFAULT_FILM : { width: scene.size[0], height: scene.size[1] };
}

/** Faces are measured in pixels of the picture. */
export function pictureSizeOf({ scene, media }: ProjectDocument): StageSize {
  const picture = media.find(({ id }) => id === scene?.pictureId);
  if (picture === undefined || picture.kind === 'voice') return DEFAULT_FILM;
  return { width: picture.facts.width, height: picture.facts.height };
}
