// Frames shown and frames missed while the film plays.

export class FrameCounter {
  private last: number | null = null;
  private isLastShown = false;
  private missed = 0;
  private shownAtMs: number[] = [];

  get dropped(): number {
    return this.missed;
  }

  reset(): void {
    this.last = null;
    this.isLastShown = false;
    this.missed = 0;
    this.shownAtMs = [];
  }

  /**
   * A frame that could not be shown may be noted again.
   * @param frame due now
   * @param rate of playing: faster play passes over frames by intention
   */
  note(frame: number, isShown: boolean, rate: number, nowMs: number): void {
    if (frame === this.last) {
      if (isShown && !this.isLastShown) {
        this.missed--;
        this.shownAtMs.push(nowMs);
      }
      this.isLastShown ||= isShown;
      return;
    }
    const step = this.last === null ? 1 : (frame - this.last) * Math.sign(rate);
    const passed = Math.max(1, Math.ceil(Math.abs(rate)));
    // A jump against the direction is the loop, not a loss.
    if (step > passed) this.missed += step - passed;
    if (!isShown) this.missed++;
    this.last = frame;
    this.isLastShown = isShown;
    if (isShown) this.shownAtMs.push(nowMs);
  }

  /** Frames shown in the last second; while the first second runs, at the pace so far. */
  perSecond(nowMs: number): number {
    while (this.shownAtMs.length > 0 && this.shownAtMs[0] < nowMs - 1000) this.shownAtMs.shift();
    if (this.shownAtMs.length < 2) return this.shownAtMs.length;
    const spanMs = nowMs - this.shownAtMs[0];
    return Math.round((1000 * this.shownAtMs.length) / Math.max(1000, spanMs));
  }
}
