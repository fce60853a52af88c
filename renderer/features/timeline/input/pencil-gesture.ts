// A curve drawn by hand: one undo step, as few keys as the line needs.
import { drawCurve } from '#core/curve/draw-curve.ts';
import { analysedAt } from '../../../lib/timeline/analysed-scores.ts';
import { tickAt } from '../../../lib/timeline/time-scale.ts';
import { timeScale } from '../../../lib/timeline/time-view.ts';
import { dropEdit } from '../../../state/edit.ts';
import { clearOverlay, showOverlay } from '../canvas/overlay-store.ts';
import type { TimelineCanvas } from '../canvas/timeline-canvas.ts';
import { scoreAt } from '../model/score-geometry.ts';
import { forgetImpact } from '../../../lib/timeline/ask-impact.ts';
import type { Gesture, PointerPlace } from './gesture.ts';
import type { Hit } from './hit-test.ts';
import {
  commitScoreEdits,
  showScoreEdits,
  type PersonEdit,
} from '../../../lib/timeline/score-edits.ts';
import { toFrame } from './snap.ts';

type ScoreHit = Extract<Hit, { kind: 'score-lane' | 'score-line' | 'score-key' }>;

/** In score: a line that wobbles less is straight. */
const TOLERANCE = 0.06;

export function drawByHand(canvas: TimelineCanvas, hit: ScoreHit, start: PointerPlace): Gesture {
  const { person, band } = hit;
  const personId = person.person.id;
  const stroke: [x: number, y: number][] = [[start.x, start.y]];
  const planned = (): PersonEdit[] => {
    const samples = stroke.map(([x, y]) => ({
      tick: toFrame(tickAt(timeScale(), x)),
      value: scoreAt(band, y),
    }));
    const around = { analysedAt: analysedAt(personId), frameTicks: canvas.model.frameTicks };
    return [{ personId, edit: drawCurve(person.keys, samples, TOLERANCE, around) }];
  };
  return {
    move({ x, y }) {
      stroke.push([x, y]);
      showOverlay({ stroke: [...stroke] });
      showScoreEdits(planned(), { kind: 'draw' });
    },
    end(_place, hasMoved) {
      clearOverlay();
      forgetImpact();
      if (hasMoved) void commitScoreEdits(planned(), { kind: 'draw' });
      else dropEdit();
    },
    cancel() {
      clearOverlay();
      forgetImpact();
      dropEdit();
    },
  };
}
