// What the monitor shows, for its label.
import { createStore } from 'zustand/vanilla';
import type { PictureChoice } from './choose-picture.ts';

export interface PictureStatus {
  readonly choice: PictureChoice;
  /** The picture on screen is older than the last edit; its successor is on its way. */
  readonly isCatchingUp: boolean;
}

export const pictureStatusStore = createStore<PictureStatus>(() => ({
  choice: { kind: 'source' },
  isCatchingUp: false,
}));
