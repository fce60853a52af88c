// Work that is asked for often and done now and then: at once, then again no sooner than its own cost allows.

/** Share of the time that the work may take. */
const DUTY = 0.1;

export class Paced {
  private readonly work: () => Promise<void>;
  private readonly minPauseMs: number;
  private readonly onError: (error: unknown) => void;
  private running: Promise<void> | null = null;
  private isAskedAgain = false;
  private isClosed = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(work: () => Promise<void>, minPauseMs: number, onError: (error: unknown) => void) {
    this.work = work;
    this.minPauseMs = minPauseMs;
    this.onError = onError;
  }

  /** What has changed until now is seen by the next run. */
  ask(): void {
    if (this.isClosed) return;
    if (this.running === null) this.running = this.run();
    else this.isAskedAgain = true;
  }

  close(): void {
    this.isClosed = true;
    clearTimeout(this.timer);
  }

  private async run(): Promise<void> {
    const startedAt = performance.now();
    try {
      await this.work();
    } catch (error) {
      if (!this.isClosed) this.onError(error);
    }
    const cost = performance.now() - startedAt;
    if (this.isClosed) return;
    this.timer = setTimeout(
      () => {
        this.running = null;
        if (!this.isAskedAgain) return;
        this.isAskedAgain = false;
        this.ask();
      },
      Math.max(this.minPauseMs, cost / DUTY),
    );
    this.timer.unref();
  }
}
