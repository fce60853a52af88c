// Draws picture triangles: opaque, affine, bilinear, sub-pixel exact, every pixel once per triangle.

import type { FrameBuffer } from './frame-buffer.ts';

const LOW = 0x00ff00ff;
/** Vertices that moved less than this many pixels leave the background as it is. */
const STILL_PX = 1 / 256;

export interface TriangleMesh {
  /** // [T, 3] */
  readonly triangles: Uint16Array;
  /** Where vertices are in the source. // [V, 2] */
  readonly source: Float32Array;
  /** Where vertices go in the target. // [V, 2] */
  readonly positions: Float32Array;
}

/**
 * Replaces target pixels by source pixels, alpha included. Pixel centres lie on whole
 * coordinates.
 * @param skipStill triangles before this index are skipped when they did not move, because the
 *   target already shows them; 0 draws all
 */
export function drawTriangles(
  target: FrameBuffer,
  source: FrameBuffer,
  mesh: TriangleMesh,
  skipStill: number,
): void {
  const { triangles, source: from, positions: to } = mesh;
  for (let t = 0; t < triangles.length; t += 3) {
    const i = 2 * triangles[t];
    const j = 2 * triangles[t + 1];
    const k = 2 * triangles[t + 2];
    if (
      t < 3 * skipStill &&
      Math.abs(to[i] - from[i]) < STILL_PX &&
      Math.abs(to[i + 1] - from[i + 1]) < STILL_PX &&
      Math.abs(to[j] - from[j]) < STILL_PX &&
      Math.abs(to[j + 1] - from[j + 1]) < STILL_PX &&
      Math.abs(to[k] - from[k]) < STILL_PX &&
      Math.abs(to[k + 1] - from[k + 1]) < STILL_PX
    ) {
      continue;
    }
    drawTriangle(target, source, from, to, i, j, k);
  }
}

function drawTriangle(
  target: FrameBuffer,
  source: FrameBuffer,
  from: Float32Array,
  to: Float32Array,
  i: number,
  j: number,
  k: number,
): void {
  // Sort by target y: a is the topmost vertex.
  let a = i;
  let b = j;
  let c = k;
  if (to[b + 1] < to[a + 1]) [a, b] = [b, a];
  if (to[c + 1] < to[a + 1]) [a, c] = [c, a];
  if (to[c + 1] < to[b + 1]) [b, c] = [c, b];
  const ax = to[a];
  const ay = to[a + 1];
  const bx = to[b];
  const by = to[b + 1];
  const cx = to[c];
  const cy = to[c + 1];
  const det = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
  if (Math.abs(det) < 1e-6) return;
  const us = from[b] - from[a];
  const ut = from[c] - from[a];
  const vs = from[b + 1] - from[a + 1];
  const vt = from[c + 1] - from[a + 1];
  const dudx = (us * (cy - ay) - ut * (by - ay)) / det;
  const dudy = (ut * (bx - ax) - us * (cx - ax)) / det;
  const dvdx = (vs * (cy - ay) - vt * (by - ay)) / det;
  const dvdy = (vt * (bx - ax) - vs * (cx - ax)) / det;
  const middleIsRight = det > 0;
  const long = (cx - ax) / (cy - ay);
  const top = (bx - ax) / (by - ay);
  const bottom = (cx - bx) / (cy - by);
  const firstRow = Math.max(0, Math.ceil(ay));
  const lastRow = Math.min(target.height - 1, Math.ceil(cy) - 1);
  for (let y = firstRow; y <= lastRow; y++) {
    const onLong = ax + (y - ay) * long;
    const onShort = y < by ? ax + (y - ay) * top : bx + (y - by) * bottom;
    const left = middleIsRight ? onLong : onShort;
    const right = middleIsRight ? onShort : onLong;
    const start = Math.max(0, Math.ceil(left));
    const end = Math.min(target.width, Math.ceil(right));
    if (start >= end) continue;
    const u = from[a] + dudx * (start - ax) + dudy * (y - ay);
    const v = from[a + 1] + dvdx * (start - ax) + dvdy * (y - ay);
    drawSpan(target, source, y * target.stride + start, end - start, u, v, dudx, dvdx);
  }
}

/** One row: bilinear reads at 8 bits of sub-pixel position. */
function drawSpan(
  target: FrameBuffer,
  source: FrameBuffer,
  at: number,
  count: number,
  u: number,
  v: number,
  du: number,
  dv: number,
): void {
  const out = target.pixels;
  const { pixels, stride } = source;
  const lastU = u + du * (count - 1);
  const lastV = v + dv * (count - 1);
  const maxU = source.width - 1;
  const maxV = source.height - 1;
  if (
    Math.min(u, lastU) < 0 ||
    Math.max(u, lastU) > maxU ||
    Math.min(v, lastV) < 0 ||
    Math.max(v, lastV) > maxV
  ) {
    for (let i = 0; i < count; i++) {
      const su = Math.min(maxU, Math.max(0, u + du * i));
      const sv = Math.min(maxV, Math.max(0, v + dv * i));
      out[at + i] = samplePixel(source, su, sv);
    }
    return;
  }
  let fu = Math.round(u * 65536) + 128;
  let fv = Math.round(v * 65536) + 128;
  const stepU = Math.round(du * 65536);
  const stepV = Math.round(dv * 65536);
  const endAt = at + count;
  for (let o = at; o < endAt; o++) {
    const wx = (fu >> 8) & 255;
    const wy = (fv >> 8) & 255;
    const p = (fv >> 16) * stride + (fu >> 16);
    const w11 = (wx * wy + 128) >> 8;
    const w10 = wx - w11;
    const w01 = wy - w11;
    const w00 = 256 - wx - w01;
    const p00 = pixels[p];
    const p10 = pixels[p + 1];
    const p01 = pixels[p + stride];
    const p11 = pixels[p + stride + 1];
    const even =
      Math.imul(p00 & LOW, w00) +
      Math.imul(p10 & LOW, w10) +
      Math.imul(p01 & LOW, w01) +
      Math.imul(p11 & LOW, w11) +
      0x00800080;
    const odd =
      Math.imul((p00 >>> 8) & LOW, w00) +
      Math.imul((p10 >>> 8) & LOW, w10) +
      Math.imul((p01 >>> 8) & LOW, w01) +
      Math.imul((p11 >>> 8) & LOW, w11) +
      0x00800080;
    out[o] = ((even >>> 8) & LOW) | (odd & ~LOW);
    fu += stepU;
    fv += stepV;
  }
}

/** Bilinear read at a position inside the picture. */
export function samplePixel(source: FrameBuffer, u: number, v: number): number {
  const { pixels, stride } = source;
  const fu = Math.round(u * 256);
  const fv = Math.round(v * 256);
  const wx = fu & 255;
  const wy = fv & 255;
  const p = (fv >> 8) * stride + (fu >> 8);
  const w11 = (wx * wy + 128) >> 8;
  const w10 = wx - w11;
  const w01 = wy - w11;
  const w00 = 256 - wx - w01;
  const even =
    Math.imul(pixels[p] & LOW, w00) +
    Math.imul(pixels[p + 1] & LOW, w10) +
    Math.imul(pixels[p + stride] & LOW, w01) +
    Math.imul(pixels[p + stride + 1] & LOW, w11) +
    0x00800080;
  const odd =
    Math.imul((pixels[p] >>> 8) & LOW, w00) +
    Math.imul((pixels[p + 1] >>> 8) & LOW, w10) +
    Math.imul((pixels[p + stride] >>> 8) & LOW, w01) +
    Math.imul((pixels[p + stride + 1] >>> 8) & LOW, w11) +
    0x00800080;
  return ((even >>> 8) & LOW) | (odd & ~LOW);
}
