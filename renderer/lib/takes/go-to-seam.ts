// Walks from seam to seam of the reviewed take.
import { frameToTicks } from '#core/time/ticks.ts';
import { thePlayer } from '../../state/playback-store.ts';
import { projectStore } from '../../state/project-store.ts';
import { selectionStore } from '../../state/selection-store.ts';
import { changeView, viewStore } from '../../state/view-store.ts';
import { filmExtent, frameAt } from '../playback/film-extent.ts';
import { reviewedTake } from './compare-store.ts';
import { seamRange } from './quality-flags.ts';
import { reviewStore } from './review-store.ts';
import { seamsOf, stepSeam, type Seam, type SeamPlace } from './seams.ts';

export function seamPlace(): SeamPlace {
  return {
    selectedIndex: selectionStore.getState().seamIndex,
    playheadFrame: frameAt(filmExtent(), viewStore.getState().playheadTick),
  };
}

/** The seam of the reviewed take that a step would reach; null: there is none that way. */
export function seamBeyond(by: 1 | -1): Seam | null {
  const take = reviewedTake();
  if (take === null) return null;
  return stepSeam(seamsOf(take, projectStore.getState().chunks.chunks), seamPlace(), by);
}

export function goToSeam(seam: Seam): void {
  selectionStore.setState({ seamIndex: seam.chunkIndex });
  thePlayer().seek(frameToTicks(seam.frame, filmExtent().rate));
  if (reviewStore.getState().isLoopingSeams) loopSeam(seam);
}

/** Plays half a second on both sides of a seam, over and over. */
export function loopSeam(seam: Seam): void {
  const take = reviewedTake();
  if (take === null) return;
  const { first, end } = seamRange(take, seam.frame);
  const { rate } = filmExtent();
  const inTick = frameToTicks(first, rate);
  changeView({ inTick, outTick: frameToTicks(end, rate), isLooping: true });
  thePlayer().seek(inTick);
  thePlayer().play();
}

/** Makes frames the range from In to Out and goes to the first. */
export function selectFrames(first: number, end: number): void {
  const { rate } = filmExtent();
  const inTick = frameToTicks(first, rate);
  changeView({ inTick, outTick: frameToTicks(end, rate) });
  thePlayer().seek(inTick);
}
