import type { ProjectStore } from './project-store.ts';

/** A document and where its results lie: the project itself, or the project as it once was. */
export type ProjectView = Pick<
  ProjectStore,
  'path' | 'document' | 'dataFolder' | 'derived' | 'journal'
>;
