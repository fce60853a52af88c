// All open projects of this host: one store per project, however many windows look at it.
import { realpathSync } from 'node:fs';
import { AppError } from '#core/errors/app-error.ts';
import { sessionSchema, type SessionId } from '#core/contract/project-types.ts';
import type { EngineClient } from '../engine-client/engine-client.ts';
import { ProjectStore, type StoreServices } from '../project-store/project-store.ts';
import type { Activities } from './activities.ts';
import type { MediaLinks } from './media-links.ts';
import { StudioSession } from './session.ts';

/** A window that lost its connection, or is being loaded again, gets its project back for this long. */
const ABANDONED_AFTER_MS = 60_000;

export class Sessions {
  private readonly services: StoreServices;
  private readonly engine: EngineClient;
  private readonly activities: Activities;
  private readonly links: MediaLinks;
  private readonly abandonedAfterMs: number;
  private readonly open = new Map<SessionId, StudioSession>();
  /** Per session: counts down while nobody watches it. */
  private readonly timers = new Map<SessionId, NodeJS.Timeout>();
  /** Called when a project has been opened and before it is closed. */
  readonly onOpened = new Set<(session: StudioSession) => void>();
  readonly onClosing = new Set<(session: StudioSession) => void>();
  /** Whether something other than a window still needs the project, e.g. a running job. */
  isNeeded: (session: StudioSession) => boolean = () => false;

  constructor(
    services: StoreServices,
    engine: EngineClient,
    activities: Activities,
    links: MediaLinks,
    abandonedAfterMs: number = ABANDONED_AFTER_MS,
  ) {
    this.services = services;
    this.engine = engine;
    this.activities = activities;
    this.links = links;
    this.abandonedAfterMs = abandonedAfterMs;
  }

  /** Throws AppError `no-such-session`. */
  get(id: SessionId): StudioSession {
    const session = this.open.get(id);
    if (session !== undefined) return session;
    throw new AppError({
      category: 'usage',
      code: 'no-such-session',
      message: 'This project is not open any more.',
      hint: 'Open it again.',
    });
  }

  all(): readonly StudioSession[] {
    return [...this.open.values()];
  }

  /** Opens a project for one more window. Throws what `ProjectStore.open` throws. */
  openPath(path: string): StudioSession {
    const known = this.findByPath(path);
    if (known === null) return this.adopt(ProjectStore.open(path, this.services));
    this.countDown(known);
    return known;
  }

  /** Takes over a store that has just been made. */
  adopt(store: ProjectStore): StudioSession {
    const id = sessionSchema.parse(this.services.ids());
    const session = new StudioSession(id, store, this.engine, this.activities);
    this.open.set(id, session);
    session.analysis.open();
    for (const listener of this.onOpened) listener(session);
    this.countDown(session);
    return session;
  }

  /** A window shows the project until the signal aborts. Throws AppError `project-closed`. */
  async watch(session: StudioSession, signal: AbortSignal): Promise<void> {
    session.watchers++;
    this.countDown(session);
    try {
      await session.whileOpen(signal);
    } finally {
      session.watchers--;
      this.countDown(session);
    }
  }

  /** One window less; the last one closes the project unless a job still needs it. */
  leave(session: StudioSession): void {
    session.windows = Math.max(0, session.windows - 1);
    this.closeIfUnused(session);
  }

  closeIfUnused(session: StudioSession): void {
    const isWanted = session.windows > 0 && !session.isAbandoned;
    if (!isWanted && !this.isNeeded(session)) this.close(session);
  }

  /** @param tellAfterMs when windows that still watch are told that the project is closed */
  close(session: StudioSession, tellAfterMs = 0): void {
    if (!this.open.delete(session.id)) return;
    this.countDown(session);
    for (const listener of this.onClosing) listener(session);
    this.links.dropSession(session.id);
    session.close(tellAfterMs);
  }

  /** Windows that died without a word must not keep a project locked for ever. */
  private countDown(session: StudioSession): void {
    clearTimeout(this.timers.get(session.id));
    this.timers.delete(session.id);
    session.isAbandoned = false;
    if (session.watchers > 0 || !this.open.has(session.id)) return;
    const onEnd = (): void => {
      session.isAbandoned = true;
      this.closeIfUnused(session);
    };
    this.timers.set(session.id, setTimeout(onEnd, this.abandonedAfterMs).unref());
  }

  private findByPath(path: string): StudioSession | null {
    let real;
    try {
      real = realpathSync(path);
    } catch {
      // Opening it says what is wrong.
      return null;
    }
    return this.all().find(({ store }) => store.path === real) ?? null;
  }
}
