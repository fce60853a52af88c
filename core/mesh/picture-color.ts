// Colours read from the picture.

import type { Rgb, RgbPicture } from './puppet.ts';

/** Nearest pixel; positions outside read the border. */
export function colorAt(picture: RgbPicture, x: number, y: number): Rgb {
  const column = Math.min(picture.width - 1, Math.max(0, Math.round(x)));
  const row = Math.min(picture.height - 1, Math.max(0, Math.round(y)));
  const o = (row * picture.width + column) * 3;
  return [picture.data[o], picture.data[o + 1], picture.data[o + 2]];
}

export function meanColor(colors: readonly Rgb[]): Rgb {
  const n = Math.max(1, colors.length);
  return [0, 1, 2].map((c) => colors.reduce((sum, rgb) => sum + rgb[c] / n, 0)) as unknown as Rgb;
}

/** Rec. 601 luma, 0..255. */
export function lumaOf(color: Rgb): number {
  return 0.299 * color[0] + 0.587 * color[1] + 0.114 * color[2];
}

/** 0 for grey, towards 1 for pure colours. */
export function saturationOf(color: Rgb): number {
  const max = Math.max(...color);
  return (max - Math.min(...color)) / (max + 1);
}

export function scaleColor(color: Rgb, factor: Rgb): Rgb {
  return [color[0] * factor[0], color[1] * factor[1], color[2] * factor[2]];
}
