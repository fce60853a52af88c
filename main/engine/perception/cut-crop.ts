import type { RgbPicture } from '#main/media/picture/decode-picture.ts';
import type { CropWindow } from './crop-window.ts';
import { cutTurnedCrop } from './cut-turned-crop.ts';

/**
 * Cuts and scales a crop. Bilinear when it enlarges; when it shrinks, the mean of enough bilinear
 * samples not to skip any source pixel. What lies outside the picture is black, as in the detector.
 */
export function cutCrop(picture: RgbPicture, window: CropWindow): RgbPicture {
  return window.angleRad === 0 ? cutUprightCrop(picture, window) : cutTurnedCrop(picture, window);
}

/** Source samples of each output sample along one axis: `span` weights from `first[i]` on. */
interface AxisWeights {
  readonly first: Int32Array;
  readonly weights: Float32Array;
  readonly span: number;
}

function cutUprightCrop(picture: RgbPicture, window: CropWindow): RgbPicture {
  const { outSide } = window;
  const columns = axisWeights(window.centreX, window.side, outSide, picture.width);
  const rows = axisWeights(window.centreY, window.side, outSide, picture.height);
  const data = new Uint8Array(outSide * outSide * 3);
  const firstColumn = columns.first.reduce((a, b) => Math.min(a, b), picture.width);
  const endColumn = columns.first.reduce((a, b) => Math.max(a, b), 0) + columns.span;
  const line = new Float32Array((endColumn - firstColumn) * 3);
  for (let row = 0; row < outSide; row++) {
    blendRows(picture, rows, row, firstColumn, line);
    blendColumns(line, columns, firstColumn, data, row * outSide * 3);
  }
  return { width: outSide, height: outSide, data };
}

/**
 * Windows of the axis that start inside [0, length - span]; samples outside the picture have lost
 * their weight, so that they are black.
 */
function axisWeights(centre: number, side: number, outSide: number, length: number): AxisWeights {
  const step = side / outSide;
  const taps = Math.max(1, Math.ceil(step - 1e-9));
  const span = Math.min(length, Math.ceil(step) + 2);
  const first = new Int32Array(outSide);
  const weights = new Float32Array(outSide * span);
  for (let i = 0; i < outSide; i++) {
    const position = (tap: number): number =>
      centre + (i + (tap + 0.5) / taps - outSide / 2) * step - 0.5;
    first[i] = Math.min(length - span, Math.max(0, Math.floor(position(0))));
    for (let tap = 0; tap < taps; tap++) {
      const left = Math.floor(position(tap));
      const fraction = position(tap) - left;
      addWeight(weights, i * span, span, left - first[i], (1 - fraction) / taps);
      addWeight(weights, i * span, span, left + 1 - first[i], fraction / taps);
    }
  }
  return { first, weights, span };
}

function addWeight(
  weights: Float32Array,
  offset: number,
  span: number,
  at: number,
  weight: number,
): void {
  if (at >= 0 && at < span) weights[offset + at] += weight;
}

function blendRows(
  picture: RgbPicture,
  rows: AxisWeights,
  row: number,
  firstColumn: number,
  line: Float32Array,
): void {
  line.fill(0);
  for (let tap = 0; tap < rows.span; tap++) {
    const weight = rows.weights[row * rows.span + tap];
    if (weight === 0) continue;
    const offset = ((rows.first[row] + tap) * picture.width + firstColumn) * 3;
    for (let i = 0; i < line.length; i++) line[i] += weight * picture.data[offset + i];
  }
}

function blendColumns(
  line: Float32Array,
  columns: AxisWeights,
  firstColumn: number,
  data: Uint8Array,
  offset: number,
): void {
  const { first, weights, span } = columns;
  let out = offset;
  for (let column = 0; column < first.length; column++) {
    let red = 0.5;
    let green = 0.5;
    let blue = 0.5;
    let at = (first[column] - firstColumn) * 3;
    for (let tap = column * span; tap < (column + 1) * span; tap++) {
      red += weights[tap] * line[at++];
      green += weights[tap] * line[at++];
      blue += weights[tap] * line[at++];
    }
    data[out++] = red;
    data[out++] = green;
    data[out++] = blue;
  }
}
