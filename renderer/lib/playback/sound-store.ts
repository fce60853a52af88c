// How loud the window plays. Of this window only, never kept.
import { createStore } from 'zustand/vanilla';

export interface SoundState {
  /** 0..1 */
  readonly volume: number;
  readonly isMuted: boolean;
}

export const soundStore = createStore<SoundState>(() => ({ volume: 1, isMuted: false }));
