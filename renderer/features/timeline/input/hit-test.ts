// What lies under a point of the canvas. Keys are found by search in time, never one by one.
import type { Marker, PoseKey, ScoreKey } from '#core/project/document.ts';
import { frameToTicks } from '#core/time/ticks.ts';
import { lowerBound } from '#core/project/row-order.ts';
import { tickAt, xOf } from '../../../lib/timeline/time-scale.ts';
import { timeScale } from '../../../lib/timeline/time-view.ts';
import { selectionStore } from '../../../state/selection-store.ts';
import { viewStore } from '../../../state/view-store.ts';
import type { TimelineCanvas } from '../canvas/timeline-canvas.ts';
import { MARKER_HALF_PX, MARKER_TOP_PX } from '../draw/draw-ruler.ts';
import { handlesOf, type HandlePlace } from '../draw/draw-score-lane.ts';
import { poseY } from '../draw/draw-pose-lane.ts';
import type { Band } from '../draw/pen.ts';
import type { Clip } from '../model/clips.ts';
import { laneAt, type Lane } from '../model/lane-plan.ts';
import { scoreAt, scoreY } from '../model/score-geometry.ts';
import type { PersonModel } from '../model/timeline-model.ts';

const KEY_REACH_PX = 12;
const HANDLE_REACH_PX = 8;
const LINE_REACH_PX = 6;
const EDGE_REACH_PX = 6;

interface InLane {
  readonly lane: Lane;
  readonly band: Band;
  readonly tick: number;
}
interface OfPerson extends InLane {
  readonly person: PersonModel;
}

export type Hit =
  | { readonly kind: 'none' }
  | { readonly kind: 'minimap' }
  | { readonly kind: 'ruler'; readonly tick: number }
  | { readonly kind: 'range-edge'; readonly edge: 'in' | 'out' }
  | { readonly kind: 'marker'; readonly marker: Marker }
  | { readonly kind: 'chunk-bar'; readonly seam: number | null; readonly tick: number }
  | ({ readonly kind: 'score-key'; readonly key: ScoreKey; readonly index: number } & OfPerson)
  | ({
      readonly kind: 'score-handle';
      readonly key: ScoreKey;
      readonly handle: HandlePlace;
    } & OfPerson)
  | ({ readonly kind: 'score-line'; readonly value: number } & OfPerson)
  | ({ readonly kind: 'score-lane'; readonly value: number } & OfPerson)
  | ({ readonly kind: 'pose-key'; readonly key: PoseKey } & OfPerson)
  | ({ readonly kind: 'pose-lane' } & OfPerson)
  | ({ readonly kind: 'clip'; readonly clip: Clip } & InLane)
  | ({ readonly kind: 'lane' } & InLane);

export function hitAt(canvas: TimelineCanvas, x: number, y: number): Hit {
  const { bands } = canvas;
  const isIn = (band: Band | null): boolean =>
    band !== null && y >= band.topPx && y < band.topPx + band.heightPx;
  if (isIn(bands.minimap)) return { kind: 'minimap' };
  if (isIn(bands.ruler)) return hitRuler(canvas, x, y);
  if (isIn(bands.chunkBar)) return hitChunkBar(canvas, x);
  return hitLane(canvas, x, y);
}

function hitRuler({ model, bands }: TimelineCanvas, x: number, y: number): Hit {
  const scale = timeScale();
  const marker = model.document.markers.find(
    ({ tick }) => Math.abs(xOf(scale, tick) - x) <= MARKER_HALF_PX + 3,
  );
  if (marker !== undefined && y >= bands.ruler.topPx + MARKER_TOP_PX - 4)
    return { kind: 'marker', marker };
  const { inTick, outTick } = viewStore.getState();
  for (const [edge, tick] of [
    ['in', inTick],
    ['out', outTick],
  ] as const) {
    if (tick !== null && Math.abs(xOf(scale, tick) - x) <= EDGE_REACH_PX)
      return { kind: 'range-edge', edge };
  }
  return { kind: 'ruler', tick: tickAt(scale, x) };
}

function hitChunkBar({ model }: TimelineCanvas, x: number): Hit {
  const scale = timeScale();
  const { chunks } = model.chunks;
  const seam = chunks.findIndex(
    ({ first }, index) =>
      index > 0 && Math.abs(xOf(scale, frameToTicks(first, model.rate)) - x) <= EDGE_REACH_PX,
  );
  return { kind: 'chunk-bar', seam: seam < 0 ? null : seam, tick: tickAt(scale, x) };
}

function hitLane(canvas: TimelineCanvas, x: number, y: number): Hit {
  const { model, plan } = canvas;
  const lane = laneAt(plan, y - canvas.topOf(0));
  if (lane === null) return { kind: 'none' };
  const band = { topPx: canvas.topOf(lane.topPx), heightPx: lane.heightPx };
  const place: InLane = { lane, band, tick: tickAt(timeScale(), x) };
  const person = model.personOf(lane.personId);
  if (lane.kind === 'recording' || lane.kind === 'voice') {
    const clips =
      lane.kind === 'voice'
        ? person?.clips
        : lane.voiceId === null
          ? undefined
          : model.clipsByVoice.get(lane.voiceId);
    const clip = clips?.find(
      ({ startTick, endTick }) => place.tick >= startTick && place.tick < endTick,
    );
    return clip === undefined ? { kind: 'lane', ...place } : { kind: 'clip', clip, ...place };
  }
  if (person === null) return { kind: 'lane', ...place };
  const own: OfPerson = { ...place, person };
  if (lane.kind === 'score') return hitScore(own, x, y);
  if (lane.kind === 'pose') return hitPose(own, x, y);
  return { kind: 'lane', ...place };
}

/** The key nearest to a point among those within reach. */
function nearestKey<K extends { readonly tick: number }>(
  keys: readonly K[],
  x: number,
  y: number,
  yOf: (key: K) => number | null,
): number {
  const scale = timeScale();
  const reachTicks = KEY_REACH_PX * scale.ticksPerPixel;
  const tick = tickAt(scale, x);
  let best = -1;
  let bestPx = KEY_REACH_PX;
  for (
    let i = lowerBound(keys, (key) => key.tick < tick - reachTicks);
    i < keys.length && keys[i].tick <= tick + reachTicks;
    i++
  ) {
    const keyY = yOf(keys[i]);
    if (keyY === null) continue;
    const px = Math.hypot(xOf(scale, keys[i].tick) - x, keyY - y);
    if (px <= bestPx) [best, bestPx] = [i, px];
  }
  return best;
}

function hitScore(place: OfPerson, x: number, y: number): Hit {
  const { person, band, tick } = place;
  const { keys, override, analysed } = person;
  const index = nearestKey(keys, x, y, ({ value }) =>
    value === null ? null : scoreY(band, value),
  );
  if (index >= 0) return { kind: 'score-key', key: keys[index], index, ...place };
  const { scoreKeyIds } = selectionStore.getState();
  const scale = timeScale();
  if (scoreKeyIds.size > 0 && scoreKeyIds.size <= 12) {
    for (const [at, key] of keys.entries()) {
      if (!scoreKeyIds.has(key.id)) continue;
      const handle = handlesOf({ scale }, band, keys, at).find(
        (each) => Math.hypot(each.x - x, each.y - y) <= HANDLE_REACH_PX,
      );
      if (handle !== undefined) return { kind: 'score-handle', key, handle, ...place };
    }
  }
  const frame = Math.max(0, Math.floor(tick / frameToTicks(1, override.frameRate)));
  override.prepare(frame, frame + 1, 1);
  const own = override.pyramid.values[frame];
  const value = Number.isNaN(own) || own === undefined ? (analysed.values[frame] ?? -1) : own;
  const isLine = Math.abs(scoreY(band, value) - y) <= LINE_REACH_PX;
  return isLine
    ? { kind: 'score-line', value, ...place }
    : { kind: 'score-lane', value: scoreAt(band, y), ...place };
}

function hitPose(place: OfPerson, x: number, y: number): Hit {
  const { person, band } = place;
  const index = nearestKey(person.poseKeys, x, y, () => poseY(band));
  return index >= 0
    ? { kind: 'pose-key', key: person.poseKeys[index], ...place }
    : { kind: 'pose-lane', ...place };
}
