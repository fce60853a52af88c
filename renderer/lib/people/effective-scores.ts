// How much a person speaks over some frames: what was heard, with the user's curve on top. The same
// as core/render/person-tracks.ts says for a whole film, for the few frames that are on screen.
import type { Person, ProjectDocument } from '#core/project/document.ts';
import { evaluateScoreOverride, scoreKeysOf } from '#core/project/score-curve.ts';
import { DRAFT_FRAME_RATE, frameToTicks } from '#core/time/ticks.ts';

export const LISTENING = -1;

/** A voice that is in a person's mouth over frames [first, end). */
export interface SpokenStretch {
  readonly voiceIndex: number;
  readonly first: number;
  readonly end: number;
  /** Lips and score follow this many frames later than the sound. */
  readonly shiftFrames: number;
}

/** Stretches of all voices that the person speaks, in document order. */
export function spokenStretches(document: ProjectDocument, person: Person): SpokenStretch[] {
  const perFrame = frameToTicks(1, document.scene?.frameRate ?? DRAFT_FRAME_RATE);
  const toFrame = (tick: number): number => Math.round(tick / perFrame);
  return document.assignments.flatMap(({ personId, voiceId, startTick, endTick }) => {
    const voiceIndex = document.voices.findIndex(({ id }) => id === voiceId);
    if (personId !== person.id || voiceIndex < 0) return [];
    const voice = document.voices[voiceIndex];
    const end = toFrame(endTick ?? voice.durationTicks) + 1;
    const shiftFrames = toFrame(voice.lipOffsetTicks);
    return [{ voiceIndex, first: toFrame(startTick), end, shiftFrames }];
  });
}

/** Score of each stretch at one frame, in the order of `stretches`; listening outside. */
export function stretchScoreAt(
  { voiceIndex, first, end, shiftFrames }: SpokenStretch,
  scores: readonly Float32Array[],
  frame: number,
): number {
  if (frame < first || frame >= end) return LISTENING;
  return scores[voiceIndex]?.[frame - shiftFrames] ?? LISTENING;
}

/** Every `step`th frame from `firstFrame` on. // [count] */
export interface FrameSamples {
  readonly firstFrame: number;
  readonly count: number;
  readonly step: number;
}

/** // [count] */
export function effectiveScores(
  document: ProjectDocument,
  scores: readonly Float32Array[],
  person: Person,
  { firstFrame, count, step }: FrameSamples,
): Float32Array {
  const values = new Float32Array(count).fill(LISTENING);
  if (!person.silent) {
    for (const stretch of spokenStretches(document, person)) {
      const from = Math.max(0, Math.ceil((stretch.first - firstFrame) / step));
      const to = Math.min(count, Math.ceil((stretch.end - firstFrame) / step));
      for (let i = from; i < to; i++) {
        values[i] = Math.max(values[i], stretchScoreAt(stretch, scores, firstFrame + i * step));
      }
    }
  }
  const keys = scoreKeysOf(document, person.id);
  if (keys.length === 0) return values;
  const rate = document.scene?.frameRate ?? DRAFT_FRAME_RATE;
  const stepped = { num: rate.num, den: rate.den * step };
  const offset = firstFrame / step;
  const override = Number.isInteger(offset)
    ? evaluateScoreOverride(keys, stepped, offset, count)
    : Float32Array.from(
        { length: count },
        (_, i) => evaluateScoreOverride(keys, rate, firstFrame + i * step, 1)[0],
      );
  override.forEach((value, i) => {
    if (Number.isNaN(value)) return;
    values[i] = value * (1 - person.followVoice) + values[i] * person.followVoice;
  });
  return values;
}
