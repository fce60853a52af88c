// The open project as the window knows it: the host's document of record, and what goes with it.
// Only the host changes it; an uncommitted gesture is an overlay on top (see `shown`).
import { createStore } from 'zustand/vanilla';
import type {
  AnalysisEvent,
  ChunksEvent,
  HistoryHead,
  Job,
  OpenedProject,
  Take,
} from '#core/contract/project-types.ts';
import { EMPTY_DOCUMENT, type ProjectDocument } from '#core/project/document.ts';

/** An edit that is shown but not committed: what a gesture would do if it ended now. */
export interface OverlayEdit {
  readonly command: string;
  readonly input: unknown;
}

export interface ProjectState {
  readonly opened: OpenedProject | null;
  readonly document: ProjectDocument;
  readonly revision: number;
  readonly history: HistoryHead;
  /** ISO time of the last durable change; null when nothing has changed since opening. */
  readonly savedAt: string | null;
  readonly missingMedia: readonly { readonly mediaId: string; readonly name: string }[];
  readonly overlay: readonly OverlayEdit[];
  /** `document` with `overlay` applied: what is drawn everywhere. */
  readonly shown: ProjectDocument;
  readonly analysis: AnalysisEvent;
  readonly chunks: ChunksEvent;
  readonly jobs: readonly Job[];
  readonly takes: readonly Take[];
}

export const NO_PROJECT: ProjectState = {
  opened: null,
  document: EMPTY_DOCUMENT,
  revision: 0,
  history: { undo: null, redo: null },
  savedAt: null,
  missingMedia: [],
  overlay: [],
  shown: EMPTY_DOCUMENT,
  analysis: { state: 'none', error: null, scores: [] },
  chunks: { frames: 0, chunks: [], secondsToRender: null },
  jobs: [],
  takes: [],
};

export const projectStore = createStore<ProjectState>(() => NO_PROJECT);
