// The scale of a level meter, and its peak mark: stays for a moment, then falls.

const FLOOR_DB = -54;
const HOLD_MS = 900;
const FALL_PER_SECOND = 0.6;

/** Part of the bar that is filled: 0 at the floor, 1 at full scale. */
export function meterShare(levelDb: number): number {
  if (!(levelDb > FLOOR_DB)) return 0;
  return Math.min(1, 1 - levelDb / FLOOR_DB);
}

export class MeterHold {
  private share = 0;
  private heldAtMs = 0;
  private lastMs = 0;

  /** @returns where the mark stands */
  take(share: number, nowMs: number): number {
    const elapsed = (nowMs - this.lastMs) / 1000;
    this.lastMs = nowMs;
    if (share >= this.share) {
      this.share = share;
      this.heldAtMs = nowMs;
    } else if (nowMs - this.heldAtMs > HOLD_MS) {
      this.share = Math.max(share, this.share - FALL_PER_SECOND * elapsed);
    }
    return this.share;
  }

  reset(): 0 {
    this.share = 0;
    return 0;
  }
}
