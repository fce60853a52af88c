// Captions without a font: a machine may have none, and the same sheet must come out everywhere.
// Single-stroke letters drawn for Parley; caps stand from y = 0 to the baseline y = 7.

interface Glyph {
  /** Advance in grid units, without the gap. */
  readonly width: number;
  /** SVG path. */
  readonly path: string;
}

const GAP = 1.6;
const SPACE: Glyph = { width: 2, path: '' };
const UNKNOWN: Glyph = { width: 4, path: 'M0 0H4V7H0Z' };

const GLYPHS: Readonly<Record<string, Glyph>> = {
  ' ': SPACE,
  '0': { width: 4, path: 'M2 0C3.4 0 4 1.5 4 3.5S3.4 7 2 7 0 5.5 0 3.5.6 0 2 0Z' },
  '1': { width: 2.5, path: 'M.3 1.5L2 0V7' },
  '2': { width: 4, path: 'M.1 1.9C.1.7.9 0 2 0S3.9.7 3.9 1.9C3.9 3.6.3 5.2 0 7H4' },
  '3': {
    width: 4,
    path: 'M.2 1.3C.6.4 1.2 0 2 0 3 0 3.7.7 3.7 1.7S3 3.3 1.6 3.3C3.1 3.3 4 4 4 5.1S3.1 7 2 7C1 7 .3 6.5 0 5.6',
  },
  '4': { width: 4, path: 'M3 7V0L0 4.8H4.2' },
  '5': {
    width: 4,
    path: 'M3.7 0H.6L.3 3.1C.8 2.7 1.4 2.5 2 2.5 3.2 2.5 4 3.4 4 4.7S3.2 7 2 7C1.1 7 .3 6.5 0 5.7',
  },
  '6': {
    width: 4,
    path: 'M3.6.9C3.2.3 2.7 0 2.1 0 .7 0 0 1.5 0 4 0 6 .8 7 2 7S4 6.1 4 4.7 3.2 2.6 2.1 2.6C1.1 2.6.3 3.2 0 4.2',
  },
  '7': { width: 4, path: 'M0 0H4L1.4 7' },
  '8': {
    width: 4,
    path: 'M2 3.3C.9 3.3.3 2.6.3 1.7S1 0 2 0 3.7.7 3.7 1.7 3.1 3.3 2 3.3C.8 3.3 0 4.1 0 5.2S.8 7 2 7 4 6.3 4 5.2 3.2 3.3 2 3.3Z',
  },
  '9': {
    width: 4,
    path: 'M.4 6.1C.8 6.7 1.3 7 1.9 7 3.3 7 4 5.5 4 3 4 1 3.2 0 2 0S0 .9 0 2.3.8 4.4 1.9 4.4C2.9 4.4 3.7 3.8 4 2.8',
  },
  A: { width: 5, path: 'M0 7L2.5 0 5 7M.9 4.6H4.1' },
  B: {
    width: 4,
    path: 'M0 0V7H2.2C3.4 7 4 6.2 4 5.2S3.4 3.4 2.2 3.4H0M0 0H2C3.1 0 3.7.7 3.7 1.7S3.1 3.4 2 3.4',
  },
  C: { width: 5, path: 'M5 1.7C4.7.6 3.9 0 2.7 0 1 0 0 1.4 0 3.5S1 7 2.7 7C3.9 7 4.7 6.4 5 5.3' },
  D: { width: 4.6, path: 'M0 0V7H1.8C3.6 7 4.6 5.7 4.6 3.5S3.6 0 1.8 0Z' },
  E: { width: 3.6, path: 'M3.6 0H0V7H3.6M0 3.3H3.1' },
  F: { width: 3.5, path: 'M3.5 0H0V7M0 3.4H3' },
  G: { width: 5, path: 'M4.8 1.6C4.4.6 3.7 0 2.7 0 1 0 0 1.4 0 3.5S1 7 2.7 7C4 7 5 6 5 3.8H2.9' },
  H: { width: 4.6, path: 'M0 0V7M4.6 0V7M0 3.4H4.6' },
  I: { width: 0.4, path: 'M.2 0V7' },
  J: { width: 3, path: 'M3 0V5C3 6.3 2.4 7 1.5 7S0 6.4 0 5.4' },
  K: { width: 4.4, path: 'M0 0V7M4.2 0L0 4.3M1.6 2.8L4.4 7' },
  L: { width: 3.5, path: 'M0 0V7H3.5' },
  M: { width: 5.4, path: 'M0 7V0L2.7 5 5.4 0V7' },
  N: { width: 4.6, path: 'M0 7V0L4.6 7V0' },
  O: { width: 5.4, path: 'M2.7 0C4.4 0 5.4 1.4 5.4 3.5S4.4 7 2.7 7 0 5.6 0 3.5 1 0 2.7 0Z' },
  P: { width: 4, path: 'M0 7V0H2C3.3 0 4 .8 4 2S3.3 4 2 4H0' },
  Q: {
    width: 5.4,
    path: 'M2.7 0C4.4 0 5.4 1.4 5.4 3.5S4.4 7 2.7 7 0 5.6 0 3.5 1 0 2.7 0ZM3.3 5.2L5.4 7.6',
  },
  R: { width: 4.2, path: 'M0 7V0H2C3.3 0 4 .8 4 2S3.3 4 2 4H0M2.1 4L4.2 7' },
  S: {
    width: 4.2,
    path: 'M4 1.5C3.7.5 3 0 2.1 0 1 0 .3.7.3 1.7 .3 4.1 4.2 2.8 4.2 5.2 4.2 6.3 3.4 7 2.2 7 1 7 .2 6.4 0 5.3',
  },
  T: { width: 4.6, path: 'M0 0H4.6M2.3 0V7' },
  U: { width: 4.6, path: 'M0 0V4.5C0 6.1.9 7 2.3 7S4.6 6.1 4.6 4.5V0' },
  V: { width: 5, path: 'M0 0L2.5 7 5 0' },
  W: { width: 7, path: 'M0 0L1.8 7 3.5 .6 5.2 7 7 0' },
  X: { width: 4.6, path: 'M0 0L4.6 7M4.6 0L0 7' },
  Y: { width: 4.8, path: 'M0 0L2.4 3.6 4.8 0M2.4 3.6V7' },
  Z: { width: 4.2, path: 'M0 0H4.2L0 7H4.2' },
  a: {
    width: 3.6,
    path: 'M.3 2.9C.6 2.3 1.1 2 1.8 2 3 2 3.5 2.6 3.5 3.7V7M3.5 4.2H1.8C.6 4.2 0 4.8 0 5.6S.6 7 1.5 7C2.6 7 3.5 6.2 3.5 5',
  },
  b: { width: 3.7, path: 'M0 0V7M0 4.5C0 3 .8 2 1.9 2S3.7 3 3.7 4.5 3 7 1.9 7 0 6 0 4.5' },
  c: {
    width: 3.5,
    path: 'M3.5 3.2C3.2 2.4 2.7 2 1.9 2 .7 2 0 3 0 4.5S.7 7 1.9 7C2.7 7 3.2 6.6 3.5 5.8',
  },
  d: { width: 3.7, path: 'M3.7 0V7M3.7 4.5C3.7 3 2.9 2 1.8 2S0 3 0 4.5.7 7 1.8 7 3.7 6 3.7 4.5' },
  e: { width: 3.7, path: 'M0 4.4H3.7C3.7 2.9 3 2 1.9 2S0 3 0 4.5.8 7 1.9 7C2.7 7 3.2 6.7 3.6 6' },
  f: { width: 2.4, path: 'M2.4.1C1.4-.2.8.3.8 1.4V7M0 2.2H2.2' },
  g: {
    width: 3.7,
    path: 'M3.7 2V7C3.7 8.3 3 9 1.9 9 1.2 9 .6 8.8.2 8.3M3.7 4.5C3.7 3 2.9 2 1.8 2S0 3 0 4.5.7 7 1.8 7 3.7 6 3.7 4.5',
  },
  h: { width: 3.4, path: 'M0 0V7M0 4C0 2.8.8 2 1.8 2S3.4 2.7 3.4 3.9V7' },
  i: { width: 0.4, path: 'M.2 2.1V7M.2 .3V.5' },
  j: { width: 1.2, path: 'M1 2.1V7.6C1 8.5.6 9 0 9M1 .3V.5' },
  k: { width: 3.4, path: 'M0 0V7M3.2 2.1L0 5M1.3 3.9L3.4 7' },
  l: { width: 0.4, path: 'M.2 0V7' },
  m: {
    width: 5.6,
    path: 'M0 2.1V7M0 3.8C0 2.7.6 2 1.5 2S2.8 2.6 2.8 3.7V7M2.8 3.8C2.8 2.7 3.4 2 4.3 2S5.6 2.6 5.6 3.7V7',
  },
  n: { width: 3.4, path: 'M0 2.1V7M0 4C0 2.8.8 2 1.8 2S3.4 2.7 3.4 3.9V7' },
  o: { width: 3.8, path: 'M1.9 2C3.1 2 3.8 3 3.8 4.5S3.1 7 1.9 7 0 6 0 4.5.7 2 1.9 2Z' },
  p: { width: 3.7, path: 'M0 2.1V9M0 4.5C0 3 .8 2 1.9 2S3.7 3 3.7 4.5 3 7 1.9 7 0 6 0 4.5' },
  q: { width: 3.7, path: 'M3.7 2.1V9M3.7 4.5C3.7 3 2.9 2 1.8 2S0 3 0 4.5.7 7 1.8 7 3.7 6 3.7 4.5' },
  r: { width: 2.1, path: 'M0 2.1V7M0 4.2C.1 2.8.9 1.9 2.1 2.1' },
  s: {
    width: 3.2,
    path: 'M3.1 3C2.9 2.4 2.4 2 1.6 2 .8 2 .2 2.5.2 3.2 .2 4.9 3.2 4 3.2 5.6 3.2 6.4 2.5 7 1.6 7 .8 7 .2 6.7 0 5.9',
  },
  t: { width: 2.2, path: 'M.8.6V5.7C.8 6.7 1.3 7.1 2.2 6.9M0 2.2H2.1' },
  u: { width: 3.4, path: 'M3.4 2.1V7M0 2.1V5.1C0 6.3.6 7 1.6 7S3.4 6.2 3.4 5' },
  v: { width: 3.6, path: 'M0 2.1L1.8 7 3.6 2.1' },
  w: { width: 5.4, path: 'M0 2.1L1.4 7 2.7 2.5 4 7 5.4 2.1' },
  x: { width: 3.4, path: 'M0 2.1L3.4 7M3.4 2.1L0 7' },
  y: { width: 3.6, path: 'M0 2.1L1.9 6.8M3.6 2.1L1.6 7.4C1.2 8.5.8 9 .1 8.9' },
  z: { width: 3.2, path: 'M0 2.1H3.2L0 7H3.2' },
  '.': { width: 0.4, path: 'M.2 6.8V7' },
  ',': { width: 0.6, path: 'M.5 6.7L.1 8' },
  ':': { width: 0.4, path: 'M.2 2.8V3M.2 6.8V7' },
  ';': { width: 0.6, path: 'M.5 2.8V3M.5 6.7L.1 8' },
  '-': { width: 2.4, path: 'M0 4.2H2.4' },
  '+': { width: 3.6, path: 'M1.8 2.4V6M0 4.2H3.6' },
  '=': { width: 3.4, path: 'M0 3.3H3.4M0 5.1H3.4' },
  '/': { width: 2.8, path: 'M2.8-.4L0 7.4' },
  '(': { width: 1.4, path: 'M1.4-.6C-.5 2-.5 5.4 1.4 8' },
  ')': { width: 1.4, path: 'M0-.6C1.9 2 1.9 5.4 0 8' },
  '%': {
    width: 6,
    path: 'M5 0L1 7M1.2 0C2 0 2.4.7 2.4 1.6S2 3.2 1.2 3.2 0 2.5 0 1.6.4 0 1.2 0ZM4.8 3.8C5.6 3.8 6 4.5 6 5.4S5.6 7 4.8 7 3.6 6.3 3.6 5.4 4 3.8 4.8 3.8Z',
  },
  "'": { width: 0.4, path: 'M.2 0V1.6' },
  '"': { width: 1.6, path: 'M.2 0V1.6M1.4 0V1.6' },
  '!': { width: 0.4, path: 'M.2 0V4.8M.2 6.8V7' },
  '?': {
    width: 3.4,
    path: 'M0 1.7C.1.6.8 0 1.7 0S3.4.6 3.4 1.7C3.4 3.2 1.7 3.3 1.7 4.9M1.7 6.8V7',
  },
  _: { width: 4, path: 'M0 8H4' },
  '#': { width: 4.4, path: 'M1.5 0L.8 7M3.6 0L2.9 7M.2 2.2H4.4M0 4.8H4.2' },
};

/** Grid units from the top of a capital to the bottom of a `g`. */
export const LINE_UNITS = 9;

/**
 * SVG markup of one line of text; the top left of its capitals at `x`, `y` in pixels. Letters that the
 * font lacks become boxes.
 * @param unitPx pixels per grid unit; capitals are 7 units high
 */
export function strokeText(
  text: string,
  x: number,
  y: number,
  unitPx: number,
): { readonly svg: string; readonly widthPx: number } {
  let at = 0;
  const paths: string[] = [];
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    const glyph = GLYPHS[segment] ?? UNKNOWN;
    if (glyph.path !== '')
      paths.push(`<path transform="translate(${at.toFixed(2)} 0)" d="${glyph.path}"/>`);
    at += glyph.width + GAP;
  }
  const place = `translate(${x} ${y}) scale(${unitPx})`;
  return {
    svg: `<g transform="${place}">${paths.join('')}</g>`,
    widthPx: Math.max(0, at - GAP) * unitPx,
  };
}
