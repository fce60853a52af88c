// The picture that stands for a person in lists.
import type { Person } from '#core/project/document.ts';
import { useMediaLink } from '../media/use-media-link.ts';

/** Sharp on screens with two pixels per CSS pixel, and when the window is scaled. */
const PIXELS_PER_CSS_PIXEL = 2;

export function usePersonThumbnail(person: Person, cssPx: number): string | null {
  const px = Math.min(512, Math.max(16, Math.round(PIXELS_PER_CSS_PIXEL * cssPx)));
  return useMediaLink(
    { kind: 'thumbnail', personId: person.id, px },
    `${person.portraitId ?? ''} ${person.face.box.join()}`,
  );
}
