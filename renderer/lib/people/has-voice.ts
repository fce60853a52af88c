import type { Person, ProjectDocument } from '#core/project/document.ts';

/** Whether any voice moves this person's lips, decided or proposed. */
export function hasVoice({ assignments }: ProjectDocument, person: Person): boolean {
  return !person.silent && assignments.some(({ personId }) => personId === person.id);
}
