// What a person does at a frame: talks, listens, or is silent.
import type { ProjectDocument, Voice } from '#core/project/document.ts';
import { effectiveScores, spokenStretches, stretchScoreAt } from './effective-scores.ts';

export type ActivityState = 'talking' | 'listening' | 'silent';

export interface PersonActivity {
  /** Null before the voices have been heard. */
  readonly state: ActivityState | null;
  /** Two voices sound in this mouth at once. */
  readonly isConflict: boolean;
}

/** One entry per person, in document order. */
export function activitiesAt(
  document: ProjectDocument,
  scores: readonly Float32Array[],
  frame: number,
): PersonActivity[] {
  const isHeard = scores.length > 0;
  const levels = document.people.map(
    (person) =>
      effectiveScores(document, scores, person, { firstFrame: frame, count: 1, step: 1 })[0],
  );
  const anyVoice = scores.some((values) => (values[frame] ?? -1) > 0);
  return document.people.map((person, index) => {
    const isTalking = levels[index] > 0;
    const voicesNow = person.silent
      ? 0
      : spokenStretches(document, person).filter(
          (stretch) => stretchScoreAt(stretch, scores, frame) > 0,
        ).length;
    const state = isTalking
      ? 'talking'
      : !person.silent && (anyVoice || levels.some((level) => level > 0))
        ? 'listening'
        : 'silent';
    return { state: isHeard ? state : null, isConflict: voicesNow > 1 };
  });
}

export interface SpokenVoice {
  readonly voice: Voice;
  readonly voiceIndex: number;
  /** How sure the proposal is, 0..1; null: decided. */
  readonly confidence: number | null;
}

/**
 * The voices of a person: those at the tick first; where there are none, those of any time, so that
 * a person who listens now is still known by the voice they have.
 */
export function voicesOfPerson(
  document: ProjectDocument,
  personId: string,
  tick: number,
): SpokenVoice[] {
  const own = document.assignments.filter((each) => each.personId === personId);
  const now = own.filter(
    ({ startTick, endTick }) => startTick <= tick && tick < (endTick ?? Infinity),
  );
  const found = new Map<number, SpokenVoice>();
  for (const each of now.length > 0 ? now : own) {
    const voiceIndex = document.voices.findIndex(({ id }) => id === each.voiceId);
    if (voiceIndex < 0 || found.has(voiceIndex)) continue;
    const confidence = each.source === 'proposal' ? each.confidence : null;
    found.set(voiceIndex, { voice: document.voices[voiceIndex], voiceIndex, confidence });
  }
  return [...found.values()];
}
