// The tokens of the page as a canvas needs them.

const TOKENS = {
  bg0: '--bg-0',
  bg1: '--bg-1',
  bg2: '--bg-2',
  bg3: '--bg-3',
  line: '--line',
  lineSoft: '--line-soft',
  lineStrong: '--line-strong',
  text1: '--text-1',
  text2: '--text-2',
  accent: '--accent',
  onAccent: '--on-accent',
  focus: '--focus',
  warn: '--warn',
  danger: '--danger',
  playhead: '--playhead',
  onSpeaker: '--on-speaker',
  chunkReady: '--chunk-ready',
  chunkRendering: '--chunk-rendering',
  chunkRenderingDark: '--chunk-rendering-dark',
  chunkQueued: '--chunk-queued',
  chunkQueuedDot: '--chunk-queued-dot',
  chunkStale: '--chunk-stale',
  chunkFailed: '--chunk-failed',
  font: '--font',
} as const;

export type Palette = { readonly [K in keyof typeof TOKENS]: string };

export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const entries = Object.entries(TOKENS).map(([name, token]) => [
    name,
    style.getPropertyValue(token).trim(),
  ]);
  return Object.fromEntries(entries) as Palette;
}
