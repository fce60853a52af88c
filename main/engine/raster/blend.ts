// Blends shaded bands and textured sheets over a frame: the soft layers of mouth and eyes.

import type { Mask, Rgb, TexturedSheet } from '#core/mesh/puppet.ts';
import type { FrameBuffer } from './frame-buffer.ts';

/** Colour 0..255 and opacity 0..1. */
export interface Shade {
  readonly color: Rgb;
  readonly opacity: number;
}

/** Writes one pixel; alpha of the target stays. `weight` is 0..1. */
export function blendPixel(
  target: Int32Array,
  at: number,
  red: number,
  green: number,
  blue: number,
  weight: number,
): void {
  const w = Math.round(weight * 256);
  const p = target[at];
  const r = p & 255;
  const g = (p >> 8) & 255;
  const b = (p >> 16) & 255;
  target[at] =
    (p & ~0xffffff) |
    (r + (((red - r) * w + 128) >> 8)) |
    ((g + (((green - g) * w + 128) >> 8)) << 8) |
    ((b + (((blue - b) * w + 128) >> 8)) << 16);
}

type Shader = (at: number, x: number, y: number, w0: number, w1: number, w2: number) => void;

/** Calls `shade` for every pixel centre in a triangle with its barycentric weights. */
function eachPixel(
  target: FrameBuffer,
  p: Float32Array,
  a: number,
  b: number,
  c: number,
  shade: Shader,
): void {
  const [ax, ay, bx, by, cx, cy] = [p[a], p[a + 1], p[b], p[b + 1], p[c], p[c + 1]];
  const det = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
  if (Math.abs(det) < 1e-6) return;
  const top = Math.max(0, Math.ceil(Math.min(ay, by, cy)));
  const bottom = Math.min(target.height - 1, Math.ceil(Math.max(ay, by, cy)) - 1);
  for (let y = top; y <= bottom; y++) {
    let left = Infinity;
    let right = -Infinity;
    const cross = (x0: number, y0: number, x1: number, y1: number): void => {
      if (y0 <= y === y1 <= y) return;
      const x = x0 + ((y - y0) * (x1 - x0)) / (y1 - y0);
      left = Math.min(left, x);
      right = Math.max(right, x);
    };
    cross(ax, ay, bx, by);
    cross(bx, by, cx, cy);
    cross(cx, cy, ax, ay);
    const start = Math.max(0, Math.ceil(left));
    const end = Math.min(target.width, Math.ceil(right));
    for (let x = start; x < end; x++) {
      const w1 = ((x - ax) * (cy - ay) - (cx - ax) * (y - ay)) / det;
      const w2 = ((bx - ax) * (y - ay) - (x - ax) * (by - ay)) / det;
      shade(y * target.stride + x, x, y, 1 - w1 - w2, w1, w2);
    }
  }
}

const corners = new Float32Array(8);

/**
 * Fills the strip between two lines of equal length, shading from the first to the second.
 * @param columns factor on the opacity per point of the lines. // [n]
 */
export function blendBand(
  target: FrameBuffer,
  first: Float32Array,
  second: Float32Array,
  from: Shade,
  to: Shade,
  columns: Float32Array | null = null,
): void {
  if (from.opacity <= 0 && to.opacity <= 0) return;
  let column = 0;
  const shade =
    (
      weightOf: (w0: number, w1: number, w2: number) => number,
      alongOf: (w1: number, w2: number) => number,
    ): Shader =>
    (at, _x, _y, w0, w1, w2) => {
      const t = weightOf(w0, w1, w2);
      const s = 1 - t;
      const along = alongOf(w1, w2);
      const fade = columns ? columns[column] * (1 - along) + columns[column + 1] * along : 1;
      blendPixel(
        target.pixels,
        at,
        from.color[0] * s + to.color[0] * t,
        from.color[1] * s + to.color[1] * t,
        from.color[2] * s + to.color[2] * t,
        (from.opacity * s + to.opacity * t) * fade,
      );
    };
  const upperHalf = shade(
    (_w0, _w1, w2) => w2,
    (w1) => w1,
  );
  const lowerHalf = shade(
    (_w0, w1, w2) => w1 + w2,
    (_w1, w2) => 1 - w2,
  );
  for (let i = 0; i + 3 < first.length; i += 2) {
    column = i / 2;
    for (let c = 0; c < 4; c++) {
      corners[c] = first[i + c];
      corners[4 + c] = second[i + c];
    }
    eachPixel(target, corners, 0, 2, 4, upperHalf);
    eachPixel(target, corners, 2, 6, 4, lowerHalf);
  }
}

/** Draws a textured sheet over the frame. */
export function blendSheet(
  target: FrameBuffer,
  sheet: TexturedSheet,
  positions: Float32Array,
  opacity: number,
): void {
  if (opacity <= 0) return;
  const { uv, columns, rows, texture } = sheet;
  const draw = (a: number, b: number, c: number): void => {
    eachPixel(target, positions, 2 * a, 2 * b, 2 * c, (at, _x, _y, w0, w1, w2) => {
      const u = w0 * uv[2 * a] + w1 * uv[2 * b] + w2 * uv[2 * c] - 0.5;
      const v = w0 * uv[2 * a + 1] + w1 * uv[2 * b + 1] + w2 * uv[2 * c + 1] - 0.5;
      sampleTexture(texture, u, v, texel);
      blendPixel(target.pixels, at, texel[0], texel[1], texel[2], (texel[3] / 255) * opacity);
    });
  };
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const a = row * columns + column;
      draw(a, a + 1, a + columns);
      draw(a + 1, a + columns + 1, a + columns);
    }
  }
}

const texel = new Float32Array(4);

/** Bilinear read of an RGBA texture; positions outside read its border. */
function sampleTexture(
  texture: TexturedSheet['texture'],
  u: number,
  v: number,
  out: Float32Array,
): void {
  const { width, height, data } = texture;
  const x = Math.min(width - 1, Math.max(0, u));
  const y = Math.min(height - 1, Math.max(0, v));
  const x0 = Math.floor(x);
  const y0 = Math.floor(y);
  const right = x0 + 1 < width ? 4 : 0;
  const below = y0 + 1 < height ? 4 * width : 0;
  const fx = x - x0;
  const fy = y - y0;
  const p = 4 * (y0 * width + x0);
  for (let c = 0; c < 4; c++) {
    const upper = data[p + c] + (data[p + right + c] - data[p + c]) * fx;
    const lower = data[p + below + c] + (data[p + below + right + c] - data[p + below + c]) * fx;
    out[c] = upper + (lower - upper) * fy;
  }
}

/** Bilinear read of a mask, 0..1; 0 outside. */
export function sampleMask(mask: Mask, u: number, v: number): number {
  const { width, height, data } = mask;
  const x0 = Math.floor(u);
  const y0 = Math.floor(v);
  if (x0 < 0 || y0 < 0 || x0 + 1 >= width || y0 + 1 >= height) return 0;
  const fx = u - x0;
  const fy = v - y0;
  const p = y0 * width + x0;
  const upper = data[p] + (data[p + 1] - data[p]) * fx;
  const lower = data[p + width] + (data[p + width + 1] - data[p + width]) * fx;
  return (upper + (lower - upper) * fy) / 255;
}
