// Who speaks what in this film, a row per person and voice.
import type { Person, ProjectDocument, Voice } from '#core/project/document.ts';
import type { AssignmentId } from '#core/project/ids.ts';

export interface SpeakerRow {
  readonly person: Person;
  readonly personIndex: number;
  readonly voice: Voice;
  /** Of the least certain stretch that is only proposed; null: all is decided. */
  readonly confidence: number | null;
  readonly proposalIds: readonly AssignmentId[];
}

export function listSpeakers({ people, voices, assignments }: ProjectDocument): SpeakerRow[] {
  return people.flatMap((person, personIndex) =>
    voices.flatMap((voice): SpeakerRow[] => {
      const own = assignments.filter(
        ({ personId, voiceId }) => personId === person.id && voiceId === voice.id,
      );
      if (own.length === 0) return [];
      const proposed = own.filter(({ source }) => source === 'proposal');
      const confidence =
        proposed.length === 0 ? null : Math.min(...proposed.map((each) => each.confidence));
      return [
        { person, personIndex, voice, confidence, proposalIds: proposed.map(({ id }) => id) },
      ];
    }),
  );
}
