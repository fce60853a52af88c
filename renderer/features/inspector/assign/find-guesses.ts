// What is doubtful about who speaks: weak proposals, voices that nobody has, silent people with a voice.
import type { ProjectDocument, Voice } from '#core/project/document.ts';
import { DRAFT_FRAME_RATE, frameToTicks } from '#core/time/ticks.ts';
import { listSpeakers } from './list-speakers.ts';

export interface Guess {
  readonly kind: 'unsure' | 'nobody' | 'noSpeech' | 'silentSpeaker';
  readonly voice: Voice;
  readonly voiceIndex: number;
  readonly personName: string;
  readonly confidence: number | null;
}

/** Below this a guess should be looked at. */
export const UNSURE = 0.7;

export function findGuesses(
  document: ProjectDocument,
  scores: readonly Float32Array[],
): readonly Guess[] {
  const rows = listSpeakers(document);
  return document.voices.flatMap((voice, voiceIndex): Guess[] => {
    const about = { voice, voiceIndex, personName: '', confidence: null };
    const own = rows.filter((row) => row.voice === voice);
    // Somebody has said that nobody speaks it.
    const isGivenUp = document.assignments.some(({ voiceId }) => voiceId === voice.id);
    if (own.length === 0) return isGivenUp ? [] : [{ ...about, kind: 'nobody' }];
    const values = scores.at(voiceIndex);
    if (values?.every((value) => value <= 0) === true) return [{ ...about, kind: 'noSpeech' }];
    return own.flatMap(({ person, confidence }): Guess[] => {
      if (person.silent) return [{ ...about, kind: 'silentSpeaker', personName: person.name }];
      if (confidence === null || confidence >= UNSURE) return [];
      return [{ ...about, kind: 'unsure', personName: person.name, confidence }];
    });
  });
}

/** Where a voice begins to speak; 0 where it never does. */
export function findFirstSpeech(scores: readonly Float32Array[], voiceIndex: number): number {
  const frame = scores.at(voiceIndex)?.findIndex((value) => value > 0) ?? 0;
  return frameToTicks(Math.max(0, frame), DRAFT_FRAME_RATE);
}
