// What the window and the worker that draws the draft tell one another.
import type { WireError } from '#core/errors/app-error.ts';
import type { PreviewScene } from './preview-scene.ts';

export type DraftOrder =
  /** First of all, and once. */
  | { readonly type: 'canvas'; readonly canvas: OffscreenCanvas }
  /** Takes the place of the scene before. Answered by `opened` or `failed`. */
  | { readonly type: 'scene'; readonly scene: PreviewScene; readonly scale: number }
  /** Answered by `shown` or `failed`. // [P, 24] */
  | { readonly type: 'draw'; readonly motion: Float32Array; readonly scale: number }
  /** Gives the memory of the scene back. */
  | { readonly type: 'close' };

export type DraftReport =
  /** `isSoftware`: the processor stands in for a graphics card. */
  | { readonly type: 'opened'; readonly isSoftware: boolean }
  /** The picture that was ordered last has been handed to the compositor. `atMs`: since 1970. */
  | { readonly type: 'shown'; readonly atMs: number }
  | { readonly type: 'failed'; readonly error: WireError };
