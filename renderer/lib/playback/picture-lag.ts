// How long a picture takes from the decision to draw it until it stands, so that the one is chosen
// whose sound is heard by then.

const KEPT = 9;
/** More is a hitch, not the pace of this machine. */
const MOST_SECONDS = 0.15;

export class PictureLag {
  private recent: number[] = [];
  private decidedAtMs: number | null = null;

  /** Half of the last pictures took longer. */
  get seconds(): number {
    const sorted = this.recent.toSorted((a, b) => a - b);
    return sorted.at(sorted.length >> 1) ?? 0;
  }

  decide(nowMs: number): void {
    this.decidedAtMs = nowMs;
  }

  shown(nowMs: number): void {
    if (this.decidedAtMs === null) return;
    this.recent.push(Math.min(MOST_SECONDS, (nowMs - this.decidedAtMs) / 1000));
    this.decidedAtMs = null;
    if (this.recent.length > KEPT) this.recent.shift();
  }
}
