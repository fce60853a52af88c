// Keeps the frame of the picture where the stage store says, past React.
import { followFilmSize, setStageSize, stageStore } from './stage-store.ts';

/** @returns ends it */
export function layStage(stage: HTMLElement, frame: HTMLElement): () => void {
  const lay = (): void => {
    const { left, top, width, height } = stageStore.getState().place;
    Object.assign(frame.style, {
      left: `${left}px`,
      top: `${top}px`,
      width: `${width}px`,
      height: `${height}px`,
    });
  };
  const measure = (): void =>
    setStageSize({ width: stage.clientWidth, height: stage.clientHeight });
  const endFilm = followFilmSize();
  const endStore = stageStore.subscribe((state, before) => {
    if (state.place !== before.place) lay();
  });
  const observer = new ResizeObserver(measure);
  observer.observe(stage);
  measure();
  lay();
  return () => {
    observer.disconnect();
    endStore();
    endFilm();
  };
}
