// An opening of the face (mouth or eye) in one frame: two smoothed lines that share their ends.

import { smoothedLength, smoothLine } from './smooth-line.ts';

export interface Opening {
  /** Picture pixels, both from the same end to the same other end. // [n, 2] */
  readonly upperLine: Float32Array;
  readonly lowerLine: Float32Array;
  /** Upper line forth, lower line back: clockwise while the opening is open. // [2n-2, 2] */
  readonly contour: Float32Array;
}

/** @param points vertices of one line, both ends included */
export function createOpening(points: number): Opening {
  const count = smoothedLength(points);
  return {
    upperLine: new Float32Array(2 * count),
    lowerLine: new Float32Array(2 * count),
    contour: new Float32Array(2 * (2 * count - 2)),
  };
}

/** Fills an opening from vertex lists. `positions` is // [V, 2] */
export function placeOpening(
  upper: readonly number[],
  lower: readonly number[],
  positions: Float32Array,
  opening: Opening,
): void {
  const { upperLine, lowerLine, contour } = opening;
  const coarse = new Float32Array(2 * upper.length);
  const gather = (vertices: readonly number[]): Float32Array => {
    vertices.forEach((vertex, i) => {
      coarse[2 * i] = positions[2 * vertex];
      coarse[2 * i + 1] = positions[2 * vertex + 1];
    });
    return coarse;
  };
  smoothLine(gather(upper), upperLine);
  smoothLine(gather(lower), lowerLine);
  contour.set(upperLine);
  const last = lowerLine.length / 2 - 1;
  for (let i = last - 1; i > 0; i--) {
    const at = upperLine.length + 2 * (last - 1 - i);
    contour[at] = lowerLine[2 * i];
    contour[at + 1] = lowerLine[2 * i + 1];
  }
}
