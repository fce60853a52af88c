// Who has which voice in the mouth at which frame, and how much they speak: the two tracks per
// person that the generator follows. User decisions win over what was measured.

import type { Assignment, Person, ProjectDocument, Voice } from '../project/document.ts';
import { evaluateScoreOverride, scoreKeysOf } from '../project/score-curve.ts';
import { frameToTicks, type Rational } from '../time/ticks.ts';

/** The tracks of one person over the whole film. */
export interface PersonTrack {
  /** Index into `document.voices`, -1 where no voice is in the mouth. // [T] */
  readonly voiceOfFrame: Int8Array;
  /**
   * Effective speaking score in [-1, 1]: automatic; where keys hold, the user's curve blended with
   * the automatic score by the person's `followVoice`. // [T]
   */
  readonly scores: Float32Array;
}

const NO_VOICE = -1;
const LISTENING = -1;

/**
 * @param voiceScores per voice in document order: speaking score at the film's frame rate; shorter
 *   tracks are followed by -1. // [V][T]
 * @returns one track per person, in document order
 */
export function buildPersonTracks(
  document: ProjectDocument,
  voiceScores: readonly Float32Array[],
  frames: number,
  rate: Rational,
): PersonTrack[] {
  return document.people.map((person) => {
    const track: PersonTrack = {
      voiceOfFrame: new Int8Array(frames).fill(NO_VOICE),
      scores: new Float32Array(frames).fill(LISTENING),
    };
    if (!person.silent) giveVoices(track, document, person, voiceScores, rate);
    applyOverride(track, document, person, rate);
    return track;
  });
}

/** Where two voices meet in one mouth, the one that speaks more is followed. */
function giveVoices(
  track: PersonTrack,
  document: ProjectDocument,
  person: Person,
  voiceScores: readonly Float32Array[],
  rate: Rational,
): void {
  for (const assignment of document.assignments) {
    if (assignment.personId !== person.id) continue;
    const voiceIndex = document.voices.findIndex((voice) => voice.id === assignment.voiceId);
    if (voiceIndex < 0) continue;
    const [first, end] = framesOf(assignment, document.voices[voiceIndex], rate);
    for (let frame = first; frame < Math.min(end, track.scores.length); frame++) {
      const score = voiceScores[voiceIndex][frame] ?? LISTENING;
      if (track.voiceOfFrame[frame] !== NO_VOICE && track.scores[frame] >= score) continue;
      track.voiceOfFrame[frame] = voiceIndex;
      track.scores[frame] = score;
    }
  }
}

function framesOf(assignment: Assignment, voice: Voice, rate: Rational): [number, number] {
  const toFrame = (tick: number) => Math.round(tick / frameToTicks(1, rate));
  return [toFrame(assignment.startTick), toFrame(assignment.endTick ?? voice.durationTicks) + 1];
}

function applyOverride(
  track: PersonTrack,
  document: ProjectDocument,
  person: Person,
  rate: Rational,
): void {
  const keys = scoreKeysOf(document, person.id);
  if (keys.length === 0) return;
  const override = evaluateScoreOverride(keys, rate, 0, track.scores.length);
  const { followVoice } = person;
  override.forEach((value, frame) => {
    if (Number.isNaN(value)) return;
    track.scores[frame] = value * (1 - followVoice) + track.scores[frame] * followVoice;
  });
}
