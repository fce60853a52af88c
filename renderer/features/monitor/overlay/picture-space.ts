// Pixels of the picture on screen. Faces are measured in pixels of the picture's file.
import { useStore } from 'zustand';
import { projectStore } from '../../../state/project-store.ts';
import { pictureSizeOf } from '../stage/film-size.ts';
import { stageStore } from '../stage/stage-store.ts';

export interface PictureSpace {
  /** CSS pixels per pixel of the picture's file. */
  readonly scale: number;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

export function usePictureSpace(): PictureSpace {
  const width = useStore(stageStore, ({ place }) => place.width);
  const height = useStore(stageStore, ({ place }) => place.height);
  const pictureWidth = useStore(projectStore, ({ shown }) => pictureSizeOf(shown).width);
  return { scale: width / pictureWidth, width, height };
}

/** Pixels of the picture's file under a point of the page. */
export function picturePoint(
  frame: Element,
  clientX: number,
  clientY: number,
): readonly [x: number, y: number] {
  const rect = frame.getBoundingClientRect();
  const picture = pictureSizeOf(projectStore.getState().shown);
  return [
    ((clientX - rect.left) / rect.width) * picture.width,
    ((clientY - rect.top) / rect.height) * picture.height,
  ];
}

/** Pixels of the page per pixel of the picture's file. */
export function clientScale(frame: Element): number {
  const picture = pictureSizeOf(projectStore.getState().shown);
  return frame.getBoundingClientRect().width / picture.width;
}
