// One open project: the store, what is planned and analysed from it, and the windows that look at it.
import { basename } from 'node:path';
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

  close(): void {
    this.analysis.close();
    this.planner.close();
    this.store.close();
  }
}

export function projectName(path: string): string {
  return basename(path, '.parley');
}

function readOnlySentence(store: ProjectStore): string {
  try {
    store.requireWriter();
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
