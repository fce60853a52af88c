// What the host is doing for windows besides the render queue: shown with time left, and cancellable.
import type { Activity, ActivityEvent, SessionId } from '#core/contract/project-types.ts';
import { toWireError } from '#core/errors/app-error.ts';
import type { IdSource } from '#core/project/ids.ts';
import { cancelledError } from '../engine-client/engine-client.ts';
import type { RunContext } from '../run-context.ts';
import { Channel } from './channel.ts';

type Notice = Extract<ActivityEvent, { type: 'notice' }>;

/** Progress of one activity reaches windows at most this often. */
const REPORT_EVERY_MS = 100;
/** Notices kept for the first window while there is none. */
const KEPT_NOTICES = 20;

export class Activities {
  private readonly ids: IdSource;
  readonly running = new Channel<readonly Activity[]>([]);
  private readonly controllers = new Map<string, AbortController>();
  private readonly listeners = new Set<(notice: Notice) => void>();
  private untold: readonly Notice[] = [];

  constructor(ids: IdSource) {
    this.ids = ids;
  }

  /** Runs `work` as an activity that windows see. Its failure is the caller's. */
  async run<T>(session: SessionId | null, work: (run: RunContext) => Promise<T>): Promise<T> {
    const id = this.ids();
    const controller = new AbortController();
    this.controllers.set(id, controller);
    let reportedAt = -Infinity;
    let stageNow = '';
    try {
      return await work({
        signal: controller.signal,
        onProgress: (stage, { done, total, secondsLeft }) => {
          const now = performance.now();
          if (stage === stageNow && now - reportedAt < REPORT_EVERY_MS && done < total) return;
          reportedAt = now;
          stageNow = stage;
          this.show({ id, session, stage, done, total, secondsLeft });
        },
        onNotice: (message) => this.tell({ type: 'notice', level: 'info', message, hint: null }),
      });
    } finally {
      this.controllers.delete(id);
      this.running.update((list) => list.filter((each) => each.id !== id));
    }
  }

  cancel(id: string): void {
    this.controllers.get(id)?.abort(cancelledError());
  }

  cancelAll(): void {
    for (const controller of this.controllers.values()) controller.abort(cancelledError());
  }

  /** A failure that nobody waits for, told to every window. A cancel is no failure. */
  tellError(error: unknown): void {
    const { category, message, hint } = toWireError(error);
    if (category === 'cancelled') return;
    this.tell({ type: 'notice', level: 'error', message, hint });
  }

  /** Tells every window, or the first one that comes. */
  tell(notice: Notice): void {
    if (this.listeners.size === 0) this.untold = [...this.untold, notice].slice(-KEPT_NOTICES);
    for (const listener of this.listeners) listener(notice);
  }

  follow(emit: (event: ActivityEvent) => void, signal: AbortSignal): void {
    if (signal.aborted) return;
    this.running.follow((activities) => emit({ type: 'running', activities }), signal);
    this.listeners.add(emit);
    signal.addEventListener('abort', () => this.listeners.delete(emit), { once: true });
    const { untold } = this;
    this.untold = [];
    for (const notice of untold) emit(notice);
  }

  private show(activity: Activity): void {
    this.running.update((list) => [...list.filter(({ id }) => id !== activity.id), activity]);
  }
}
