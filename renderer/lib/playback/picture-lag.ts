// How long a picture takes from the decision to draw it until it is handed to the compositor, so that
// the one is chosen whose sound is heard by then.

const KEPT = 9;
/** More is a hitch, not the pace of this machine. */
const MOST_SECONDS = 0.15;

export class PictureLag {
  private readonly channel = new MessageChannel();
  private recent: number[] = [];
  private decidedAtMs = 0;

  constructor() {
    // Told when the task that drew is over.
    this.channel.port1.onmessage = () => {
      this.recent.push(Math.min(MOST_SECONDS, (performance.now() - this.decidedAtMs) / 1000));
      if (this.recent.length > KEPT) this.recent.shift();
    };
  }

  get seconds(): number {
    const sorted = this.recent.toSorted((a, b) => a - b);
    return sorted.at(sorted.length >> 1) ?? 0;
  }

  /** A picture was drawn in this task. @param decidedAtMs of performance.now() */
  drawn(decidedAtMs: number): void {
    this.decidedAtMs = decidedAtMs;
    this.channel.port2.postMessage(null);
  }

  dispose(): void {
    this.channel.port1.close();
  }
}
