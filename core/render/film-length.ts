// How long the film is: as long as its longest voice.

import type { ProjectDocument, Voice } from '../project/document.ts';
import { DRAFT_FRAME_RATE, ticksToFrameCount, ticksToSeconds } from '../time/ticks.ts';

/** Frames of the film; 0 without voices. A shorter voice is followed by silence. */
export function countFilmFrames(document: ProjectDocument): number {
  const rate = document.scene?.frameRate ?? DRAFT_FRAME_RATE;
  const longest = Math.max(0, ...document.voices.map((voice) => voice.durationTicks));
  return ticksToFrameCount(longest, rate);
}

/** Voices that end more than a frame before the film does, with the silence that follows each. */
export function findPaddedVoices(
  document: ProjectDocument,
): readonly { readonly voice: Voice; readonly missingSeconds: number }[] {
  const longest = Math.max(0, ...document.voices.map((voice) => voice.durationTicks));
  return document.voices
    .map((voice) => ({ voice, missingSeconds: ticksToSeconds(longest - voice.durationTicks) }))
    .filter((padded) => padded.missingSeconds > DRAFT_FRAME_RATE.den / DRAFT_FRAME_RATE.num);
}
