// Which parts of the film are rendered: six states by texture and colour, each run named once.
import type { ChunkStateName } from '#core/contract/project-types.ts';
import { frameToTicks } from '#core/time/ticks.ts';
import { i18n } from '../../../lib/i18n/i18n.ts';
import { moreUrgent, type ChunkRun } from '../model/chunk-runs.ts';
import { fillBand, lineAcross, penX, setFont, shownTicks, textWidth } from './pen.ts';
import type { Band, Pen } from './pen.ts';

const INSET_PX = 2;
/** Seams are drawn while chunks are wider than this. */
const SEAM_FROM_PX = 5;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export function drawChunkBar(pen: Pen, band: Band, selectedSeam: number | null): void {
  fillBand(pen, band, pen.palette.bg0);
  drawRuns(pen, band);
  drawSeamTicks(pen, band, selectedSeam);
  lineAcross(pen, band.topPx + band.heightPx - 1, pen.palette.lineSoft);
}

function drawRuns(pen: Pen, { topPx, heightPx }: Band): void {
  const { runs, rate } = pen.model;
  const [firstTick] = shownTicks(pen);
  let shared: SharedPixel | null = null;
  for (const run of runs) {
    const left = penX(pen, frameToTicks(run.firstFrame, rate));
    const right = penX(pen, frameToTicks(run.endFrame, rate));
    if (frameToTicks(run.endFrame, rate) < firstTick) continue;
    if (left > pen.widthPx) break;
    const x = Math.floor(left);
    const isWide = right - left >= 2;
    if (shared !== null && (isWide || shared.x !== x)) {
      drawSharedPixel(pen, { topPx, heightPx }, shared);
      shared = null;
    }
    if (isWide) drawRun(pen, run, { topPx, heightPx }, left, right);
    else shared = { x, state: shared === null ? run.state : moreUrgent(shared.state, run.state) };
  }
  if (shared !== null) drawSharedPixel(pen, { topPx, heightPx }, shared);
}

/** Runs that share a pixel: one of them is shown, the one that needs looking at. */
interface SharedPixel {
  readonly x: number;
  readonly state: ChunkStateName;
}

function drawSharedPixel(pen: Pen, { topPx, heightPx }: Band, { x, state }: SharedPixel): void {
  const height = heightPx - 2 * INSET_PX;
  drawState(pen, { left: x, top: topPx + INSET_PX, width: 1, height }, state, 1);
}

function drawRun(pen: Pen, run: ChunkRun, band: Band, left: number, right: number): void {
  const from = Math.max(left, -9) + 1;
  const to = Math.min(right, pen.widthPx + 9) - 1;
  const box = {
    left: from,
    top: band.topPx + INSET_PX,
    width: Math.max(1, to - from),
    height: band.heightPx - 2 * INSET_PX,
  };
  const share =
    run.state === 'rendering' ? (left + run.progress * (right - left) - from) / box.width : 1;
  drawState(pen, box, run.state, Math.min(1, Math.max(0, share)));
  nameRun(pen, run, box, Math.min(1, Math.max(0, share)));
}

function drawState(pen: Pen, box: Box, state: ChunkStateName, share: number): void {
  const { context, palette, textures } = pen;
  const { left, top, width, height } = box;
  const fill = (style: string | CanvasPattern, part = 1): void => {
    context.fillStyle = style;
    context.fillRect(left, top, width * part, height);
  };
  switch (state) {
    case 'ready':
      fill(palette.chunkReady);
      return;
    case 'queued':
      fill(textures.queued);
      return;
    case 'rendering':
      fill(palette.chunkRendering);
      fill(textures.rendering, share);
      return;
    case 'stale':
      fill(textures.stale);
      outline(pen, box, palette.lineStrong, [4, 3]);
      return;
    case 'failed':
      fill(palette.chunkFailed);
      outline(pen, box, palette.danger, []);
      if (width > 16) drawCross(pen, box);
      return;
    case 'empty':
      lineAcross(pen, top + height / 2, palette.line, left, left + width);
      return;
  }
}

function outline({ context }: Pen, box: Box, color: string, dash: readonly number[]): void {
  if (box.width < 3) return;
  context.strokeStyle = color;
  context.lineWidth = 1;
  context.setLineDash([...dash]);
  context.strokeRect(box.left + 0.5, box.top + 0.5, box.width - 1, box.height - 1);
  context.setLineDash([]);
}

function drawCross({ context, palette }: Pen, { left, top }: Box): void {
  const x = Math.max(left, 0) + 6;
  context.strokeStyle = palette.danger;
  context.lineWidth = 1.5;
  context.beginPath();
  context.moveTo(x, top + 3);
  context.lineTo(x + 6, top + 9);
  context.moveTo(x + 6, top + 3);
  context.lineTo(x, top + 9);
  context.stroke();
}

const words = new Map<string, string>();

/** Looking a text up takes longer than drawing it. */
function wordOf({ state, progress }: ChunkRun): string {
  const percent = Math.round(progress * 100);
  if (state === 'rendering') return i18n.t('timeline:chunk.renderingPercent', { percent });
  const key = `${i18n.language} ${state}`;
  let word = words.get(key);
  if (word === undefined) words.set(key, (word = i18n.t(`timeline:chunk.${state}`)));
  return word;
}

/** The word on a plate of its own, so that no texture runs behind letters. */
function nameRun(pen: Pen, run: ChunkRun, box: Box, share: number): void {
  const { context, palette, widthPx } = pen;
  const { state } = run;
  const word = wordOf(run);
  setFont(pen, 11, state === 'ready' ? 600 : 500);
  const textPx = textWidth(pen, word);
  let left = Math.max(box.left, 0) + (state === 'failed' ? 14 : 0);
  if (state === 'rendering') left = Math.max(left, box.left + box.width * share + 2);
  const room = Math.min(box.left + box.width, widthPx) - left;
  if (room < textPx + 22) return;
  const plates: Partial<Record<ChunkStateName, string>> = {
    queued: palette.chunkQueued,
    stale: palette.chunkStale,
    empty: palette.bg0,
    failed: palette.chunkFailed,
  };
  const plate = plates[state];
  if (plate !== undefined) {
    context.fillStyle = plate;
    context.fillRect(left + 1, box.top + 1, textPx + 12, box.height - 2);
  }
  context.fillStyle = state === 'ready' ? palette.onAccent : palette.text1;
  context.fillText(word, left + 6, box.top + 9.8);
}

function drawSeamTicks(pen: Pen, band: Band, selectedSeam: number | null): void {
  const { context, palette, model } = pen;
  const { chunks } = model.chunks;
  if (chunks.length < 2) return;
  const chunkTicks = frameToTicks(chunks[0].end - chunks[0].first, model.rate);
  if (chunkTicks / pen.scale.ticksPerPixel >= SEAM_FROM_PX) {
    const first = Math.max(1, Math.floor(pen.scale.startTick / chunkTicks));
    context.fillStyle = palette.bg0;
    for (let index = first; index < chunks.length; index++) {
      const x = Math.round(penX(pen, frameToTicks(chunks[index].first, model.rate)));
      if (x > pen.widthPx) break;
      context.fillRect(x - 1, band.topPx, 2, band.heightPx);
      context.fillStyle = palette.lineStrong;
      context.fillRect(x - 0.5, band.topPx + 1, 1, 3);
      context.fillRect(x - 0.5, band.topPx + band.heightPx - 4, 1, 3);
      context.fillStyle = palette.bg0;
    }
  }
  const selected = selectedSeam === null ? undefined : chunks.at(selectedSeam);
  if (selected === undefined) return;
  const x = Math.round(penX(pen, frameToTicks(selected.first, model.rate)));
  context.fillStyle = palette.accent;
  context.fillRect(x - 1, band.topPx, 2, band.heightPx);
}
