// Stretches of one voice never overlap: a new one cuts a hole into those that lie under it.
import type { Assignment } from '../document.ts';
import type { DocumentEdit } from '../document-edit.ts';
import { assignmentIdSchema, type IdSource } from '../ids.ts';

export interface Stretch {
  readonly startTick: number;
  /** Exclusive; null is the end of the voice. */
  readonly endTick: number | null;
}

const endOf = (stretch: Stretch): number => stretch.endTick ?? Infinity;

/** What is left of `stretch` outside `hole`: nothing, one piece or two, in order. */
export function cutStretch<S extends Stretch>(stretch: S, hole: Stretch): S[] {
  if (endOf(hole) <= stretch.startTick || endOf(stretch) <= hole.startTick) return [stretch];
  const pieces: S[] = [];
  if (stretch.startTick < hole.startTick) pieces.push({ ...stretch, endTick: hole.startTick });
  if (hole.endTick !== null && hole.endTick < endOf(stretch)) {
    pieces.push({ ...stretch, startTick: hole.endTick });
  }
  return pieces;
}

/** Clears `hole` in all assignments of a voice. The first piece of a cut one keeps its id. */
export function cutAssignments(
  edit: DocumentEdit,
  voiceId: Assignment['voiceId'],
  hole: Stretch,
  newId: IdSource,
): void {
  for (const assignment of edit.all('assignment')) {
    if (assignment.voiceId !== voiceId) continue;
    const pieces = cutStretch(assignment, hole);
    if (pieces.length === 0) edit.remove('assignment', assignment.id);
    pieces.forEach((piece, index) => {
      edit.put(
        'assignment',
        index === 0 ? piece : { ...piece, id: assignmentIdSchema.parse(newId()) },
      );
    });
  }
}
