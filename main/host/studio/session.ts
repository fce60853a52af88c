// One open project: the store, what is planned and analysed from it, and the windows that look at it.
import { basename } from 'node:path';
import { AppError } from '#core/errors/app-error.ts';
import type { OpenedProject, SessionId } from '#core/contract/project-types.ts';
import type { EngineClient } from '../engine-client/engine-client.ts';
import { MotionPlanner } from '../preview/motion-planner.ts';
import type { ProjectStore } from '../project-store/project-store.ts';
import type { Activities } from './activities.ts';
import { DerivedPictures } from './derived-pictures.ts';
import { SessionAnalysis } from './session-analysis.ts';
import { displayPath } from './user-folders.ts';

export class StudioSession {
  readonly id: SessionId;
  readonly store: ProjectStore;
  readonly planner: MotionPlanner;
  readonly analysis: SessionAnalysis;
  readonly pictures: DerivedPictures;
  /** Windows that have opened it and not closed it. */
  windows = 0;
  /** Subscriptions to the document. */
  watchers = 0;
  /** Nobody has watched it for a while, whatever windows said. */
  isAbandoned = false;
  private readonly end = new AbortController();

  constructor(id: SessionId, store: ProjectStore, engine: EngineClient, activities: Activities) {
    this.id = id;
    this.store = store;
    this.planner = new MotionPlanner(store, engine);
    this.pictures = new DerivedPictures(store.dataFolder);
    this.analysis = new SessionAnalysis(store, engine, this.planner, (work) =>
      activities.run(id, work),
    );
  }

  describe(): OpenedProject {
    const { store } = this;
    return {
      session: this.id,
      name: projectName(store.path),
      displayPath: displayPath(store.path),
      readOnly: store.access === 'writer' ? null : readOnlySentence(store),
      notices: store.notices,
    };
  }

  /** Resolves when the signal aborts. Throws AppError `project-closed` when the project is closed first. */
  async whileOpen(signal: AbortSignal): Promise<void> {
    const either = AbortSignal.any([signal, this.end.signal]);
    if (!either.aborted) {
      await new Promise<void>((resolve) => {
        either.addEventListener('abort', () => resolve(), { once: true });
      });
    }
    if (!signal.aborted) throw projectClosed();
  }

  /** @param tellAfterMs when windows that still watch are told */
  close(tellAfterMs: number): void {
    const tell = (): void => this.end.abort();
    if (tellAfterMs === 0) tell();
    else setTimeout(tell, tellAfterMs).unref();
    this.analysis.close();
    this.planner.close();
    this.store.close();
  }
}

export function projectName(path: string): string {
  return basename(path, '.parley');
}

function projectClosed(): AppError {
  return new AppError({
    category: 'usage',
    code: 'project-closed',
    message: 'The project has been closed or renamed in another window.',
    hint: 'Open it again.',
  });
}

function readOnlySentence(store: ProjectStore): string {
  try {
    store.requireWriter();
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
