// The transport. The playback feature sets it; everybody may read it and ask for a move.
import { createStore } from 'zustand/vanilla';

export interface PlaybackState {
  readonly isPlaying: boolean;
  /** 1 is real time; negative runs backwards. */
  readonly rate: number;
  /** Frames of the film that could not be shown in time since play began. */
  readonly droppedFrames: number;
  /** What the monitor shows now. */
  readonly source: 'source' | 'draft' | 'ready' | 'stale';
  /** Frames per second really drawn over the last second while playing. */
  readonly drawnFramesPerSecond: number;
  /** Per voice id: level in dBFS of what is heard now. */
  readonly levelsDb: Readonly<Record<string, number>>;
}

export const playbackStore = createStore<PlaybackState>(() => ({
  isPlaying: false,
  rate: 1,
  droppedFrames: 0,
  source: 'source',
  drawnFramesPerSecond: 0,
  levelsDb: {},
}));

/** What the transport can do. The playback feature registers its own at start. */
export interface Player {
  play(rate?: number): void;
  pause(): void;
  /** Moves the playhead; silent while scrubbing. */
  seek(tick: number): void;
}

let player: Player | null = null;
export function registerPlayer(each: Player): void {
  player = each;
}
/** @throws Error before the playback feature has started */
export function thePlayer(): Player {
  if (player === null) throw new Error('There is no player yet.');
  return player;
}
