// Where something that is dragged in time stops: at frames always, at things nearby while snapping is on.
import { frameToTicks, ticksToFrame } from '#core/time/ticks.ts';
import { filmExtent } from '../../../lib/playback/film-extent.ts';
import { timeScale } from '../../../lib/timeline/time-view.ts';
import { viewStore } from '../../../state/view-store.ts';
import type { TimelineCanvas } from '../canvas/timeline-canvas.ts';
import { lowerBound } from '#core/project/row-order.ts';

const REACH_PX = 8;

export interface Snap {
  readonly tick: number;
  /** What it stopped at is drawn; null: only a frame. */
  readonly at: number | null;
}

export function toFrame(tick: number): number {
  const { rate, endTick } = filmExtent();
  const frame = ticksToFrame(Math.round(Math.max(0, Math.min(endTick, tick))), rate);
  const [low, high] = [frameToTicks(frame, rate), frameToTicks(frame + 1, rate)];
  return tick - low <= high - tick ? low : high;
}

/** @param isInverted Ctrl turns snapping round @param except ticks that move themselves */
export function snapTick(
  canvas: TimelineCanvas,
  tick: number,
  isInverted: boolean,
  except: ReadonlySet<number> = new Set(),
): Snap {
  const { isSnapping, playheadTick, inTick, outTick } = viewStore.getState();
  if (isSnapping === isInverted) return { tick: toFrame(tick), at: null };
  const reach = REACH_PX * timeScale().ticksPerPixel;
  const { model } = canvas;
  let best: number | null = null;
  const offer = (target: number | null): void => {
    if (target === null || except.has(target) || Math.abs(target - tick) > reach) return;
    if (best === null || Math.abs(target - tick) < Math.abs(best - tick)) best = target;
  };
  offer(playheadTick);
  offer(inTick);
  offer(outTick);
  for (const marker of model.document.markers) offer(marker.tick);
  for (const { clips, keys, poseKeys } of model.people) {
    for (const { startTick, endTick } of clips) {
      offer(startTick);
      offer(endTick);
    }
    for (const list of [keys, poseKeys] as readonly (readonly { readonly tick: number }[])[]) {
      const from = lowerBound(list, (key) => key.tick < tick - reach);
      for (let i = from; i < list.length && list[i].tick <= tick + reach; i++) offer(list[i].tick);
    }
  }
  for (const { first } of model.chunks.chunks) {
    const seam = frameToTicks(first, model.rate);
    if (seam > tick + reach) break;
    offer(seam);
  }
  const at = best as number | null;
  return at === null ? { tick: toFrame(tick), at: null } : { tick: toFrame(at), at };
}
