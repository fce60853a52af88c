import { percentile } from './correlation.ts';

/** A lid lower than this share of the usual opening is going down for a blink. */
const SHUT_SHARE = 0.6;
/** The eye has opened again above this share. */
const OPEN_SHARE = 0.8;

/**
 * Blinks in a curve of lid opening: falls under .6 of the person's usual (median) opening, each ended
 * by a rise over .8. NaN frames change nothing. // [T]
 */
export function countBlinks(lidOpening: ArrayLike<number>): number {
  const usual = percentile(lidOpening, 50);
  let blinks = 0;
  let isShut = false;
  for (let t = 0; t < lidOpening.length; t++) {
    if (!isShut && lidOpening[t] < usual * SHUT_SHARE) {
      isShut = true;
      blinks++;
    } else if (isShut && lidOpening[t] > usual * OPEN_SHARE) {
      isShut = false;
    }
  }
  return blinks;
}
