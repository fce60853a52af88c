// Which drawing belongs to which lane.
import { reviewedTake } from '../../../lib/takes/compare-store.ts';
import { selectionStore } from '../../../state/selection-store.ts';
import { viewStore } from '../../../state/view-store.ts';
import { drawChunkBar } from '../draw/draw-chunk-bar.ts';
import { drawClips, nameClips, type ClipLane } from '../draw/draw-clips.ts';
import { drawHeatStrip } from '../draw/draw-heat-strip.ts';
import { drawMinimap } from '../draw/draw-minimap.ts';
import { drawHeadLane, drawPictureLane, drawSeamLane } from '../draw/draw-plain-lanes.ts';
import { drawPoseLane } from '../draw/draw-pose-lane.ts';
import { drawRuler } from '../draw/draw-ruler.ts';
import { drawScoreCurves, drawScoreGround, drawScoreKeys } from '../draw/draw-score-lane.ts';
import { drawSeams } from '../draw/draw-seams.ts';
import { drawTurns } from '../draw/draw-turns.ts';
import { fillBand, lineAcross, penX, type Band, type Pen } from '../draw/pen.ts';
import type { Lane } from '../model/lane-plan.ts';
import type { Bands } from './bands.ts';
import type { LanePicturesCache, PicturedLane } from './lane-pictures.ts';

/** Blocks of a curve that one drawing of a lane may compute. */
const BLOCK_BUDGET = 4;

/** Minimap, ruler and chunk bar; they do not scroll down. */
export function drawTop(pen: Pen, bands: Bands): void {
  const { inTick, outTick } = viewStore.getState();
  const { markerIds, seamIndex } = selectionStore.getState();
  fillBand(pen, { topPx: 0, heightPx: pen.heightPx }, pen.palette.bg1);
  if (bands.minimap !== null) drawMinimap(pen, bands.minimap);
  drawRuler(pen, bands.ruler, { inTick, outTick, selectedMarkerIds: markerIds });
  if (bands.chunkBar !== null) drawChunkBar(pen, bands.chunkBar, seamIndex);
}

/** What does not change while keys are dragged. @param moving pictures to use while the wheel turns */
export function drawGround(
  pen: Pen,
  lane: Lane,
  topPx: number,
  moving: LanePicturesCache | null,
): void {
  const band: Band = { topPx, heightPx: lane.heightPx };
  if (topPx > pen.heightPx || topPx + lane.heightPx < 0) return;
  const person = pen.model.personOf(lane.personId);
  const { assignmentIds, seamIndex } = selectionStore.getState();
  switch (lane.kind) {
    case 'picture':
      drawPictureLane(pen, band);
      return;
    case 'recording':
    case 'voice': {
      const clips = clipLaneOf(pen, lane, assignmentIds);
      const draw = (own: Pen, place: Band): void => {
        drawVoiceGround(own, place);
        if (clips !== null) drawClips(own, place, clips);
      };
      const { document, chunks } = pen.model;
      const basis = [clips?.clips, assignmentIds, chunks, document.people, document.media];
      paint(pen, moving, {
        key: `ground:${lane.id}`,
        inputs: [...basis, lane.heightPx],
        band,
        draw,
      });
      if (clips !== null) nameClips(pen, band, clips);
      if (lane.kind === 'voice') drawOutside(pen, band);
      return;
    }
    case 'score': {
      if (person === null) return;
      const draw = (own: Pen, place: Band): void => drawScoreGround(own, place, person);
      const inputs = [person.clips, pen.model.chunks, pen.model.document.media, lane.heightPx];
      paint(pen, moving, { key: `ground:${lane.id}`, inputs, band, draw });
      return;
    }
    case 'turns':
      if (person !== null) drawTurns(pen, band, person);
      return;
    case 'seams': {
      const take = reviewedTake();
      if (take !== null) drawSeamLane(pen, band, take, seamIndex);
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

function clipLaneOf(
  { model }: Pen,
  { kind, voiceId, personId }: Lane,
  selectedIds: ReadonlySet<string>,
): ClipLane | null {
  const clips =
    kind === 'voice'
      ? model.personOf(personId)?.clips
      : voiceId === null
        ? undefined
        : model.clipsByVoice.get(voiceId);
  return clips === undefined
    ? null
    : { clips, selectedIds, names: kind === 'voice' ? 'voice' : 'recording' };
}

/** By pictures while the wheel turns, otherwise as it is. */
function paint(pen: Pen, moving: LanePicturesCache | null, lane: PicturedLane): void {
  if (moving === null) lane.draw(pen, lane.band);
  else moving.show(pen, lane);
}

/** Curves and keys. Notes in the pen when part of a curve is not computed yet. */
export function drawCurves(
  pen: Pen,
  lane: Lane,
  topPx: number,
  moving: LanePicturesCache | null,
): void {
  const band: Band = { topPx, heightPx: lane.heightPx };
  if (topPx > pen.heightPx || topPx + lane.heightPx < 0) return;
  const person = pen.model.personOf(lane.personId);
  if (person === null) return;
  const { scoreKeyIds, poseKeyIds } = selectionStore.getState();
  if (lane.kind === 'pose') drawPoseLane(pen, band, person, poseKeyIds);
  if (lane.kind !== 'score' && lane.kind !== 'heat') return;
  const drawLines = lane.kind === 'score' ? drawScoreCurves : drawHeatStrip;
  const draw = (own: Pen, place: Band): void => {
    if (drawLines(own, place, person, BLOCK_BUDGET)) own.lack.isAny = true;
  };
  const { keys, analysed } = person;
  const inputs = [keys, analysed, person.person, pen.model.chunks, lane.kind, lane.heightPx];
  paint(pen, moving, { key: `curves:${lane.id}`, inputs, band, draw });
  if (lane.kind === 'score') drawScoreKeys(pen, band, person, scoreKeyIds);
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
