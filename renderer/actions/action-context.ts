// The moment at which an action is judged.
import { deliverStore } from '../lib/deliver/deliver-store.ts';
import { compareStore } from '../lib/takes/compare-store.ts';
import { measuringStore } from '../lib/takes/measure-take.ts';
import { reviewStore } from '../lib/takes/review-store.ts';
import { monitorToolStore } from '../lib/people/monitor-tool.ts';
import { timelineStore } from '../lib/timeline/timeline-store.ts';
import { soundStore } from '../lib/playback/sound-store.ts';
import { appStore } from '../state/app-store.ts';
import { playbackStore } from '../state/playback-store.ts';
import { projectStore } from '../state/project-store.ts';
import { selectionStore } from '../state/selection-store.ts';
import { viewStore } from '../state/view-store.ts';
import type { ActionContext } from './action.ts';

export function readContext(): ActionContext {
  return {
    app: appStore.getState(),
    project: projectStore.getState(),
    view: viewStore.getState(),
    selection: selectionStore.getState(),
    playback: playbackStore.getState(),
  };
}

/** Calls `listener` when anything that can decide an action changes. */
export function onContextChange(listener: () => void): () => void {
  const stores = [appStore, projectStore, viewStore, selectionStore, playbackStore];
  const others = [
    compareStore,
    deliverStore,
    measuringStore,
    monitorToolStore,
    reviewStore,
    soundStore,
    timelineStore,
  ];
  const ends = [...stores, ...others].map((store) => store.subscribe(listener));
  return () => {
    for (const end of ends) end();
  };
}
