// J and L: each press in the same direction doubles, the other direction starts over.

const FASTEST = 8;
export const SLOW_RATE = 0.5;

/** @param rate what plays now, 0 when nothing does; negative runs backwards */
export function nextShuttleRate(rate: number, direction: 1 | -1): number {
  const speed = Math.abs(rate);
  if (Math.sign(rate) !== direction || speed < 1) return direction;
  return direction * Math.min(FASTEST, speed * 2);
}
