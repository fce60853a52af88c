// How finely the draft is drawn: as large as the monitor shows it, and coarser while a film plays that
// this machine cannot draw in time.

/** Of the film's pixels, a side; steps keep a zoom from making a new drawing surface every frame. */
const STEPS = 8;
const LEAST_SCALE = 0.25;
const DIVISORS = [1, 2, 4] as const;
/** So many frames more were late than in time. */
const TOO_LATE = 3;
/** A step this wide is a jump of the playhead or the loop. */
const JUMP_FRAMES = 25;

export type ResolutionDivisor = (typeof DIVISORS)[number];

/** @param shown pixels of the screen per pixel of the film, a side */
export function draftScale(shown: number, divisor: ResolutionDivisor): number {
  const whole = Math.min(1, Math.max(1, Math.ceil(STEPS * shown)) / STEPS);
  return Math.max(Math.min(whole, LEAST_SCALE), whole / divisor);
}

export class DraftResolution {
  private step = 0;
  private late = 0;
  private last: number | null = null;

  get divisor(): ResolutionDivisor {
    return DIVISORS[this.step];
  }

  /** The film begins to play, or to play otherwise. */
  start(): void {
    this.late = 0;
    this.last = null;
  }

  /** Another picture. @param isSoftware the processor draws it */
  reset(isSoftware: boolean): void {
    this.start();
    this.step = isSoftware ? 1 : 0;
  }

  /** @param frame shown while the film plays; @param passed frames that its rate passes over each time */
  note(frame: number, passed: number): void {
    const gap = this.last === null ? 0 : Math.abs(frame - this.last);
    this.last = frame;
    if (gap === 0 || gap > JUMP_FRAMES) return;
    this.late = Math.max(0, this.late + (gap > passed ? 1 : -1));
    if (this.late < TOO_LATE || this.step === DIVISORS.length - 1) return;
    this.step++;
    this.late = 0;
  }
}
