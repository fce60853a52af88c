// Which drawing belongs to which lane.
import { reviewedTake } from '../../../lib/takes/compare-store.ts';
import { selectionStore } from '../../../state/selection-store.ts';
import { viewStore } from '../../../state/view-store.ts';
import { drawChunkBar } from '../draw/draw-chunk-bar.ts';
import { drawClips } from '../draw/draw-clips.ts';
import { drawHeatStrip } from '../draw/draw-heat-strip.ts';
import { drawMinimap } from '../draw/draw-minimap.ts';
import { drawHeadLane, drawPictureLane, drawSeamLane } from '../draw/draw-plain-lanes.ts';
import { drawPoseLane } from '../draw/draw-pose-lane.ts';
import { drawRuler } from '../draw/draw-ruler.ts';
import { drawScoreCurves, drawScoreGround } from '../draw/draw-score-lane.ts';
import { drawSeams } from '../draw/draw-seams.ts';
import { drawTurns } from '../draw/draw-turns.ts';
import { fillBand, lineAcross, penX, type Band, type Pen } from '../draw/pen.ts';
import type { Lane } from '../model/lane-plan.ts';
import type { Bands } from './bands.ts';

/** Blocks of 256 frames of a curve that one drawing may compute. */
const BLOCK_BUDGET = 24;

/** Minimap, ruler and chunk bar; they do not scroll down. */
export function drawTop(pen: Pen, bands: Bands): void {
  const { inTick, outTick } = viewStore.getState();
  const { markerIds, seamIndex } = selectionStore.getState();
  fillBand(pen, { topPx: 0, heightPx: pen.heightPx }, pen.palette.bg1);
  if (bands.minimap !== null) drawMinimap(pen, bands.minimap);
  drawRuler(pen, bands.ruler, { inTick, outTick, selectedMarkerIds: markerIds });
  if (bands.chunkBar !== null) drawChunkBar(pen, bands.chunkBar, seamIndex);
}

/** What does not change while keys are dragged. */
export function drawGround(pen: Pen, lane: Lane, topPx: number): void {
  const band: Band = { topPx, heightPx: lane.heightPx };
  if (topPx > pen.heightPx || topPx + lane.heightPx < 0) return;
  const person = pen.model.personOf(lane.personId);
  const { assignmentIds } = selectionStore.getState();
  switch (lane.kind) {
    case 'picture':
      drawPictureLane(pen, band);
      return;
    case 'recording': {
      const clips = lane.voiceId === null ? undefined : pen.model.clipsByVoice.get(lane.voiceId);
      drawVoiceGround(pen, band);
      if (clips !== undefined)
        drawClips(pen, band, { clips, selectedIds: assignmentIds, names: 'recording' });
      return;
    }
    case 'voice':
      drawVoiceGround(pen, band);
      if (person !== null)
        drawClips(pen, band, { clips: person.clips, selectedIds: assignmentIds, names: 'voice' });
      drawOutside(pen, band);
      return;
    case 'score':
      if (person !== null) drawScoreGround(pen, band, person);
      return;
    case 'turns':
      if (person !== null) drawTurns(pen, band, person);
      return;
    case 'seams': {
      const take = reviewedTake();
      if (take !== null) drawSeamLane(pen, band, take, selectionStore.getState().seamIndex);
      return;
    }
    case 'turns-head':
    case 'flags':
      drawHeadLane(pen, band);
      return;
    case 'heat':
    case 'pose':
      return;
  }
}

/** Curves and keys. @returns whether part of a curve is not computed yet */
export function drawCurves(pen: Pen, lane: Lane, topPx: number): boolean {
  const band: Band = { topPx, heightPx: lane.heightPx };
  if (topPx > pen.heightPx || topPx + lane.heightPx < 0) return false;
  const person = pen.model.personOf(lane.personId);
  if (person === null) return false;
  const { scoreKeyIds, poseKeyIds } = selectionStore.getState();
  if (lane.kind === 'score')
    return drawScoreCurves(pen, band, person, { selectedIds: scoreKeyIds, budget: BLOCK_BUDGET });
  if (lane.kind === 'heat') return drawHeatStrip(pen, band, person, BLOCK_BUDGET);
  if (lane.kind === 'pose') drawPoseLane(pen, band, person, poseKeyIds);
  return false;
}

function drawVoiceGround(pen: Pen, band: Band): void {
  fillBand(pen, band, pen.palette.bg2);
  drawSeams(pen, band);
  lineAcross(pen, band.topPx + band.heightPx - 1, pen.palette.lineSoft);
}

/** On Deliver what lies outside In and Out is dark. */
function drawOutside(pen: Pen, { topPx, heightPx }: Band): void {
  const { page, inTick, outTick } = viewStore.getState();
  if (page !== 'deliver') return;
  const { context, palette, widthPx } = pen;
  context.fillStyle = palette.bg0;
  context.globalAlpha = 0.62;
  if (inTick !== null) context.fillRect(0, topPx, Math.max(0, penX(pen, inTick)), heightPx);
  if (outTick !== null) {
    const from = Math.max(0, penX(pen, outTick));
    context.fillRect(from, topPx, widthPx - from, heightPx);
  }
  context.globalAlpha = 1;
}
