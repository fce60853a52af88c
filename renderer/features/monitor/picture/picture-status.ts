// What the monitor shows, for its label.
import { createStore } from 'zustand/vanilla';
import type { PictureChoice } from './choose-picture.ts';
import type { ResolutionDivisor } from './draft-resolution.ts';

export interface PictureStatus {
  readonly choice: PictureChoice;
  /** The picture on screen is older than the last edit; its successor is on its way. */
  readonly isCatchingUp: boolean;
  /** The draft has this many times fewer pixels a side than the monitor could show. */
  readonly divisor: ResolutionDivisor;
}

export const pictureStatusStore = createStore<PictureStatus>(() => ({
  choice: { kind: 'source' },
  isCatchingUp: false,
  divisor: 1,
}));
