// All open projects of this host: one store per project, however many windows look at it.
import { realpathSync } from 'node:fs';
import { AppError } from '#core/errors/app-error.ts';
import { sessionSchema, type SessionId } from '#core/contract/project-types.ts';
import type { EngineClient } from '../engine-client/engine-client.ts';
import { ProjectStore, type StoreServices } from '../project-store/project-store.ts';
import type { Activities } from './activities.ts';
import type { MediaLinks } from './media-links.ts';
import { StudioSession } from './session.ts';

export class Sessions {
  private readonly services: StoreServices;
  private readonly engine: EngineClient;
  private readonly activities: Activities;
  private readonly links: MediaLinks;
  private readonly open = new Map<SessionId, StudioSession>();
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
  ) {
    this.services = services;
    this.engine = engine;
    this.activities = activities;
    this.links = links;
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
    return this.findByPath(path) ?? this.adopt(ProjectStore.open(path, this.services));
  }

  /** Takes over a store that has just been made. */
  adopt(store: ProjectStore): StudioSession {
    const id = sessionSchema.parse(this.services.ids());
    const session = new StudioSession(id, store, this.engine, this.activities);
    this.open.set(id, session);
    session.analysis.open();
    for (const listener of this.onOpened) listener(session);
    return session;
  }

  /** One window less; the last one closes the project unless a job still needs it. */
  leave(session: StudioSession): void {
    session.windows = Math.max(0, session.windows - 1);
    this.closeIfUnused(session);
  }

  closeIfUnused(session: StudioSession): void {
    if (session.windows > 0 || this.isNeeded(session)) return;
    this.close(session);
  }

  close(session: StudioSession): void {
    if (!this.open.delete(session.id)) return;
    for (const listener of this.onClosing) listener(session);
    this.links.dropSession(session.id);
    session.close();
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
