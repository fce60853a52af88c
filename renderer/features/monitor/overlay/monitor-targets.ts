// People in the picture as places that a voice can be dropped on.
import { registerDropTarget } from '../../../lib/dnd/voice-drag.ts';
import type { ClientRect } from '../../../lib/dnd/drop-target.ts';
import {
  dropOnPerson,
  judgeVoiceOnPerson,
  monitorTargetId,
} from '../../../lib/people/drop-on-person.ts';
import type { Person } from '#core/project/document.ts';
import { maskStore } from './masks/mask-store.ts';
import { clientScale, picturePoint } from './picture-space.ts';

/** In the walk of the arrow keys, the chips come first. */
const ORDER_OFFSET = 100;
/** Landmarks of the mouth: corners, upper and lower lip. */
const MOUTH = [61, 291, 0, 17] as const;

function mouthRect({ face }: Person, frame: Element): ClientRect {
  const rect = frame.getBoundingClientRect();
  const scale = clientScale(frame);
  const xs = MOUTH.map((index) => rect.left + scale * face.landmarks[3 * index]);
  const ys = MOUTH.map((index) => rect.top + scale * face.landmarks[3 * index + 1]);
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}

function isOver(frame: Element, x: number, y: number): boolean {
  // Enlarged, the picture goes on behind the panels around the stage.
  const rect = (frame.parentElement ?? frame).getBoundingClientRect();
  return x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom;
}

/** Pixels of the page from a point to a person; null when out of sight. */
function distanceToPerson(person: Person, frame: Element, x: number, y: number): number | null {
  const mask = maskStore.getState().masks.get(person.id);
  if (mask === undefined || !isOver(frame, x, y)) return null;
  return mask.distanceTo(...picturePoint(frame, x, y)) * clientScale(frame);
}

/** @returns takes them away again */
export function registerPeople(people: readonly Person[], frame: Element): () => void {
  const ends = people.map((person, index) =>
    registerDropTarget({
      id: monitorTargetId(person.id),
      name: person.name,
      order: ORDER_OFFSET + index,
      distanceTo: (x, y) => distanceToPerson(person, frame, x, y),
      judge: (dragged) => judgeVoiceOnPerson(dragged, person, index),
      drop: (dragged) => dropOnPerson(dragged, person.id),
      keepClear: () => mouthRect(person, frame),
    }),
  );
  return () => {
    for (const end of ends) end();
  };
}

/** The person at a point of the page: the one whose face is nearest where several overlap. */
export function personAt(
  people: readonly Person[],
  frame: Element,
  clientX: number,
  clientY: number,
): Person | null {
  const [x, y] = picturePoint(frame, clientX, clientY);
  const toFace = ({ face }: Person): number =>
    Math.hypot(face.box[0] + face.box[2] / 2 - x, face.box[1] + face.box[3] / 2 - y);
  const isInBox = ({ face: { box } }: Person): boolean =>
    x >= box[0] && x <= box[0] + box[2] && y >= box[1] && y <= box[1] + box[3];
  const there = people.filter(
    (person) => isInBox(person) || distanceToPerson(person, frame, clientX, clientY) === 0,
  );
  return there.toSorted((a, b) => toFace(a) - toFace(b)).at(0) ?? null;
}
