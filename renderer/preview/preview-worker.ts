// A worker that builds one preview scene: puppets take longer than a frame of the window may.

import { toWireError, type WireError } from '#core/errors/app-error.ts';
import { buildPreviewScene, type PreviewSource } from './build-preview-scene.ts';
import { pixelsOf, type PreviewScene } from './preview-scene.ts';

export type PreviewAnswer = { readonly scene: PreviewScene } | { readonly error: WireError };

/** The worker's own `self`, which the DOM types describe as a window. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<PreviewSource>) => void) | null;
  postMessage(answer: PreviewAnswer, transfer: Transferable[]): void;
}

const scope = globalThis as unknown as WorkerScope;

scope.onmessage = ({ data }) => {
  try {
    const scene = buildPreviewScene(data);
    scope.postMessage({ scene }, pixelsOf(scene));
  } catch (error) {
    scope.postMessage({ error: toWireError(error) }, []);
  }
};
