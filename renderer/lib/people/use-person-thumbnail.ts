// The picture that stands for a person in lists.
import { useStore } from 'zustand';
import type { Person } from '#core/project/document.ts';
import { projectStore } from '../../state/project-store.ts';
import { useMediaLink } from '../media/use-media-link.ts';

/** Sharp on screens with two pixels per CSS pixel, and when the window is scaled. */
const PIXELS_PER_CSS_PIXEL = 2;

/** Null while it is not known, and for a person that the host has not taken over yet. */
export function usePersonThumbnail(person: Person, cssPx: number): string | null {
  const isKept = useStore(projectStore, ({ document }) =>
    document.people.some(({ id }) => id === person.id),
  );
  const px = Math.min(512, Math.max(16, Math.round(PIXELS_PER_CSS_PIXEL * cssPx)));
  return useMediaLink(
    isKept ? { kind: 'thumbnail', personId: person.id, px } : null,
    `${person.portraitId ?? ''} ${person.face.box.join()}`,
  );
}
