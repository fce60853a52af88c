// What of the film is played: all of it, or the range between in and out.
import { countFilmFrames } from '#core/render/film-length.ts';
import { DRAFT_FRAME_RATE, frameToTicks, ticksToFrame, type Rational } from '#core/time/ticks.ts';
import { projectStore } from '../../state/project-store.ts';
import { viewStore } from '../../state/view-store.ts';

export interface FilmExtent {
  readonly frames: number;
  readonly rate: Rational;
  readonly endTick: number;
}

export function filmExtent(): FilmExtent {
  const { shown } = projectStore.getState();
  const rate = shown.scene?.frameRate ?? DRAFT_FRAME_RATE;
  const frames = countFilmFrames(shown);
  return { frames, rate, endTick: frameToTicks(frames, rate) };
}

/** The frame at a tick, inside the film. */
export function frameAt({ frames, rate }: FilmExtent, tick: number): number {
  return Math.max(0, Math.min(frames - 1, ticksToFrame(Math.floor(tick), rate)));
}

/** First and last tick of what plays, end exclusive. */
export function playedRange(extent: FilmExtent): readonly [firstTick: number, endTick: number] {
  const { isLooping, inTick, outTick } = viewStore.getState();
  if (!isLooping) return [0, extent.endTick];
  const first = Math.min(inTick ?? 0, extent.endTick);
  const end = Math.min(outTick ?? extent.endTick, extent.endTick);
  return end > first ? [first, end] : [0, extent.endTick];
}
