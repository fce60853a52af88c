// How the picture lies on the stage of this window. Never kept.
import { createStore } from 'zustand/vanilla';
import { DEFAULT_FILM, filmSizeOf } from './film-size.ts';
import { projectStore } from '../../../state/project-store.ts';
import {
  FIT,
  placePicture,
  zoomAt,
  type PicturePlace,
  type StageSize,
  type StageView,
} from './place-picture.ts';

export interface StageState {
  readonly stage: StageSize;
  readonly film: StageSize;
  readonly view: StageView;
  readonly place: PicturePlace;
}

const EMPTY: StageSize = { width: 0, height: 0 };

export const stageStore = createStore<StageState>(() => ({
  stage: EMPTY,
  film: DEFAULT_FILM,
  view: FIT,
  place: placePicture(EMPTY, DEFAULT_FILM, FIT),
}));

function change(patch: Partial<Pick<StageState, 'stage' | 'film' | 'view'>>): void {
  stageStore.setState((state) => {
    const next = { ...state, ...patch };
    return { ...patch, place: placePicture(next.stage, next.film, next.view) };
  });
}

export function setStageSize(stage: StageSize): void {
  change({ stage });
}

export function setStageView(view: StageView): void {
  change({ view });
}

/** Sets the zoom in the middle of the stage; null: fit. */
export function setZoom(zoom: number | null): void {
  if (zoom === null) {
    setStageView(FIT);
    return;
  }
  const { stage, film, view, place } = stageStore.getState();
  const centre = { x: stage.width / 2, y: stage.height / 2 };
  setStageView(zoomAt(stage, film, view, { factor: zoom / place.scale, ...centre }));
}

/** @returns stops following the size of the film */
export function followFilmSize(): () => void {
  const follow = (): void => {
    const film = filmSizeOf(projectStore.getState().shown);
    const known = stageStore.getState().film;
    if (film.width !== known.width || film.height !== known.height) change({ film, view: FIT });
  };
  follow();
  return projectStore.subscribe((project, before) => {
    if (project.opened?.session !== before.opened?.session) setStageView(FIT);
    if (project.shown.scene !== before.shown.scene) follow();
  });
}
