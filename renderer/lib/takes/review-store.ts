// What the review page is set to. Never kept.
import { createStore } from 'zustand/vanilla';
import type { TakeId } from '#core/contract/project-types.ts';

export interface ReviewState {
  /** Seed for the next render; null: the one after the reviewed take's. */
  readonly seed: number | null;
  /** Whether walking to a seam plays around it in a loop. */
  readonly isLoopingSeams: boolean;
  /** The take whose name is being edited. */
  readonly renamingId: TakeId | null;
  /** The take that is removed once the user confirms. */
  readonly removingId: TakeId | null;
}

export const reviewStore = createStore<ReviewState>(() => ({
  seed: null,
  isLoopingSeams: false,
  renamingId: null,
  removingId: null,
}));

export const MAX_SEED = 0xffff_ffff;

/** The seed that "Render again" would use. @param takeSeed of the reviewed take */
export function nextSeed(seed: number | null, takeSeed: number): number {
  return seed ?? (takeSeed >= MAX_SEED ? 0 : takeSeed + 1);
}
