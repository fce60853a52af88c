// RGB to yuv420p, BT.709, limited range. Chroma is the mean of its four pixels (centre sited).

import type { FrameBuffer, Rect } from './frame-buffer.ts';

/** 16-bit fixed point of the BT.709 matrix scaled to limited range. */
const FIXED = 65536;
const luma = [0.2126, 0.7152, 0.0722].map((k) => Math.round((k * 219 * FIXED) / 255));
const blueDifference = [-0.2126 / 1.8556, -0.7152 / 1.8556, 0.5].map((k) =>
  Math.round((k * 224 * FIXED) / 255),
);
const redDifference = [0.5, -0.7152 / 1.5748, -0.0722 / 1.5748].map((k) =>
  Math.round((k * 224 * FIXED) / 255),
);
const [YR, YG, YB] = luma;
const [UR, UG, UB] = blueDifference;
const [VR, VG, VB] = redDifference;
const Y_BIAS = 16 * FIXED + FIXED / 2;
/** Chroma sums four pixels: two more bits. */
const C_BIAS = 128 * FIXED * 4 + FIXED * 2;

export function yuvSize(width: number, height: number): number {
  return width * height + 2 * (width >> 1) * (height >> 1);
}

/** Grows a rectangle to even pixels inside a frame of even size. */
export function alignToChroma(rect: Rect): void {
  rect.left &= ~1;
  rect.top &= ~1;
  rect.right = (rect.right + 1) & ~1;
  rect.bottom = (rect.bottom + 1) & ~1;
}

/**
 * Converts the pixels of `rect` (even coordinates) into planes Y, U, V of the whole frame.
 * @param out // [H*W + H/2*W/2 + H/2*W/2]
 */
export function convertToYuv(frame: FrameBuffer, rect: Rect, out: Uint8Array): void {
  const { width, height, stride, pixels } = frame;
  const halfWidth = width >> 1;
  const planeU = width * height;
  const planeV = planeU + halfWidth * (height >> 1);
  for (let y = rect.top; y < rect.bottom; y += 2) {
    let p = y * stride + rect.left;
    let o = y * width + rect.left;
    let c = (y >> 1) * halfWidth + (rect.left >> 1);
    for (let x = rect.left; x < rect.right; x += 2, p += 2, o += 2, c++) {
      const p00 = pixels[p];
      const p10 = pixels[p + 1];
      const p01 = pixels[p + stride];
      const p11 = pixels[p + stride + 1];
      out[o] = lumaOf(p00);
      out[o + 1] = lumaOf(p10);
      out[o + width] = lumaOf(p01);
      out[o + width + 1] = lumaOf(p11);
      const red = (p00 & 255) + (p10 & 255) + (p01 & 255) + (p11 & 255);
      const green =
        ((p00 >> 8) & 255) + ((p10 >> 8) & 255) + ((p01 >> 8) & 255) + ((p11 >> 8) & 255);
      const blue =
        ((p00 >> 16) & 255) + ((p10 >> 16) & 255) + ((p01 >> 16) & 255) + ((p11 >> 16) & 255);
      out[planeU + c] = (red * UR + green * UG + blue * UB + C_BIAS) >> 18;
      out[planeV + c] = (red * VR + green * VG + blue * VB + C_BIAS) >> 18;
    }
  }
}

function lumaOf(p: number): number {
  return ((p & 255) * YR + ((p >> 8) & 255) * YG + ((p >> 16) & 255) * YB + Y_BIAS) >> 16;
}
