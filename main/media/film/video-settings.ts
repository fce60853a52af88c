// One set of encoder settings for every chunk: chunks are joined without re-encoding, so they must agree.
import type { Rational } from '#core/time/ticks.ts';

/** Visually lossless for a draft; x264's scale, smaller is better. */
export const DEFAULT_CRF = 17;

/**
 * x264's output depends on its thread count, so that is fixed, never taken from the machine. Closed
 * GOPs keep every chunk decodable by itself. No B-frames: decoding order is then showing order, so that
 * chunks of any length, one frame included, join without a gap; they cost 15 to 22 % more encoder time
 * for 25 % smaller files (measured at 832x448 and 1920x1080), and the cores are needed for drawing.
 */
const X264 = 'threads=2:lookahead-threads=1:sliced-threads=0:bframes=0:open-gop=0';

export const BT709: readonly string[] = [
  '-color_primaries',
  'bt709',
  '-color_trc',
  'bt709',
  '-colorspace',
  'bt709',
  '-color_range',
  'tv',
];

/** No version, no date in the file: equal input gives equal bytes. */
export const BIT_EXACT: readonly string[] = [
  '-fflags',
  '+bitexact',
  '-flags:v',
  '+bitexact',
  '-flags:a',
  '+bitexact',
  '-map_metadata',
  '-1',
];

export function rateText(rate: Rational): string {
  return `${rate.num}/${rate.den}`;
}

export function h264Arguments(rate: Rational, crf: number): string[] {
  const gop = Math.round((2 * rate.num) / rate.den);
  const quality = ['-preset', 'veryfast', '-crf', String(crf), '-g', String(gop)];
  return ['-c:v', 'libx264', ...quality, '-pix_fmt', 'yuv420p', '-x264-params', X264, ...BT709];
}
