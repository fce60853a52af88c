// Dragging keys, their handles, and new keys out of the line.
import { dragHandle } from '#core/curve/shape-keys.ts';
import { moveKeys } from '#core/curve/move-keys.ts';
import { addKey } from '#core/curve/open-edited-span.ts';
import { applyKeyEdit, diffKeys } from '#core/curve/key-edit.ts';
import type { CurveKey } from '#core/curve/curve-key.ts';
import type { ScoreKey } from '#core/project/document.ts';
import { tickAt } from '../../../lib/timeline/time-scale.ts';
import { timeScale } from '../../../lib/timeline/time-view.ts';
import { analysedAt } from '../../../lib/timeline/analysed-scores.ts';
import { dropEdit } from '../../../state/edit.ts';
import { selectionStore } from '../../../state/selection-store.ts';
import { clearOverlay, showOverlay } from '../canvas/overlay-store.ts';
import type { TimelineCanvas } from '../canvas/timeline-canvas.ts';
import { scoreAt, scorePerPixel, scoreY } from '../model/score-geometry.ts';
import { forgetImpact } from '../../../lib/timeline/ask-impact.ts';
import type { Gesture, PointerPlace } from './gesture.ts';
import type { Hit } from './hit-test.ts';
import {
  selectedScoreKeys,
  selectKeys,
  selectScoreKeysAt,
} from '../../../lib/timeline/key-selection.ts';
import {
  commitScoreEdits,
  showScoreEdits,
  type PersonEdit,
} from '../../../lib/timeline/score-edits.ts';
import { snapTick, toFrame } from './snap.ts';

type KeyHit = Extract<Hit, { kind: 'score-key' }>;
type HandleHit = Extract<Hit, { kind: 'score-handle' }>;
type LineHit = Extract<Hit, { kind: 'score-line' | 'score-lane' }>;

/** Shift locks the axis after so many pixels. */
const AXIS_PX = 3;

/** A click selects; a drag moves everything selected; Alt leaves copies behind. */
export function dragKeys(canvas: TimelineCanvas, hit: KeyHit, start: PointerPlace): Gesture {
  const { scoreKeyIds } = selectionStore.getState();
  const wasSelected = scoreKeyIds.has(hit.key.id);
  if (start.isShift) {
    const ids = new Set(scoreKeyIds);
    if (!ids.delete(hit.key.id)) ids.add(hit.key.id);
    selectKeys(ids, selectionStore.getState().poseKeyIds);
  } else if (!wasSelected) selectKeys(new Set([hit.key.id]), new Set());
  const limits = { frameTicks: canvas.model.frameTicks, endTick: canvas.model.endTick };
  const moving = selectedScoreKeys();
  const ownTicks = new Set(moving.flatMap(({ ticks }) => ticks));
  const count = ownTicks.size;

  const planned = (place: PointerPlace): { edits: PersonEdit[]; snapAt: number | null } => {
    let [dx, dy] = [place.x - start.x, place.y - start.y];
    if (place.isShift && Math.hypot(dx, dy) > AXIS_PX) {
      if (Math.abs(dx) > Math.abs(dy)) dy = 0;
      else dx = 0;
    }
    const wanted = hit.key.tick + dx * timeScale().ticksPerPixel;
    const snap = dx === 0 ? null : snapTick(canvas, wanted, place.isCtrl, ownTicks);
    const move = {
      ticks: snap === null ? 0 : snap.tick - hit.key.tick,
      value: -dy * scorePerPixel(hit.band),
    };
    const edits = moving.map(({ personId, keys, ticks }) => {
      const edit = moveKeys(keys, ticks, move, limits);
      return { personId, edit: place.isAlt ? copies(keys, ticks, edit) : edit };
    });
    return { edits, snapAt: snap?.at ?? null };
  };
  const operation = (isCopy: boolean) =>
    ({ kind: isCopy ? 'duplicate' : 'move', count: Math.max(1, count) }) as const;
  return {
    move(place) {
      const { edits, snapAt } = planned(place);
      showScoreEdits(edits, operation(place.isAlt));
      const value = scoreAt(hit.band, scoreY(hit.band, hit.key.value ?? 0) + place.y - start.y);
      showOverlay({
        snapTick: snapAt,
        value: { x: place.x, y: place.y, text: value.toFixed(2) },
        hover: null,
      });
    },
    end(place, hasMoved) {
      clearOverlay();
      forgetImpact();
      if (!hasMoved) {
        dropEdit();
        if (wasSelected && !start.isShift) selectKeys(new Set([hit.key.id]), new Set());
        return;
      }
      void commitScoreEdits(planned(place).edits, operation(place.isAlt));
    },
    cancel() {
      dropEdit();
      clearOverlay();
      forgetImpact();
    },
  };
}

/** The moved keys as new ones, the old ones where they were. */
function copies(
  keys: readonly ScoreKey[],
  ticks: readonly number[],
  edit: ReturnType<typeof moveKeys>,
): ReturnType<typeof moveKeys> {
  const chosen = new Set(ticks);
  const after = new Map(applyKeyEdit(keys, edit).map((key) => [key.tick, key]));
  const kept = keys.filter(({ tick }) => chosen.has(tick));
  for (const key of kept) if (!after.has(key.tick)) after.set(key.tick, key);
  const all: CurveKey[] = [...after.values()].sort((a, b) => a.tick - b.tick);
  return diffKeys(keys, all);
}

/** Handles turn together; Alt breaks them. */
export function dragKeyHandle(hit: HandleHit): Gesture {
  const { person, key, band, handle } = hit;
  const planned = (place: PointerPlace): PersonEdit[] => {
    const ticks = Math.round(tickAt(timeScale(), place.x) - key.tick);
    const edit = dragHandle(
      person.keys,
      key.tick,
      handle.side,
      { ticks, value: scoreAt(band, place.y) - (key.value ?? 0) },
      place.isAlt,
    );
    return [{ personId: person.person.id, edit }];
  };
  return {
    move: (place) => showScoreEdits(planned(place), { kind: 'handles' }),
    end(place, hasMoved) {
      forgetImpact();
      if (hasMoved) void commitScoreEdits(planned(place), { kind: 'handles' });
      else dropEdit();
    },
    cancel() {
      dropEdit();
      forgetImpact();
    },
  };
}

/**
 * A new key where the line was clicked; dragged on, it goes along. The first key of a span keeps the
 * curve where it was.
 */
export function pullKey(canvas: TimelineCanvas, hit: LineHit, start: PointerPlace): Gesture {
  const { person, band } = hit;
  const tick = toFrame(hit.tick);
  const personId = person.person.id;
  const planned = (place: PointerPlace, hasMoved: boolean): PersonEdit[] => {
    const isFree = hit.kind === 'score-lane';
    const value = scoreAt(band, hasMoved || isFree ? place.y : scoreY(band, hit.value));
    const options = { analysedAt: analysedAt(personId), frameTicks: canvas.model.frameTicks };
    const edit = addKey(person.keys, tick, hasMoved || isFree ? { ...options, value } : options);
    return [{ personId, edit }];
  };
  const operation = { kind: 'add', count: 1 } as const;
  return {
    move(place) {
      showScoreEdits(planned(place, true), operation);
      const text = scoreAt(band, place.y).toFixed(2);
      showOverlay({ value: { x: place.x, y: place.y, text } });
    },
    end(place, hasMoved) {
      clearOverlay();
      forgetImpact();
      void commitScoreEdits(planned(hasMoved ? place : start, hasMoved), operation).then(
        (isDone) => {
          if (isDone) selectScoreKeysAt(personId, [tick]);
        },
      );
    },
    cancel() {
      dropEdit();
      clearOverlay();
      forgetImpact();
    },
  };
}
