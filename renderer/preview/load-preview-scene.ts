// Builds a preview scene beside the window's thread.

import { fromWireError } from '#core/errors/app-error.ts';
import type { PreviewSource } from './build-preview-scene.ts';
import type { PreviewScene } from './preview-scene.ts';
import type { PreviewAnswer } from './preview-worker.ts';

/** @param source copied, never taken over; bitmaps stay the caller's to close */
export async function loadPreviewScene(
  source: PreviewSource,
  signal?: AbortSignal,
): Promise<PreviewScene> {
  signal?.throwIfAborted();
  const worker = new Worker(new URL('./preview-worker.ts', import.meta.url), { type: 'module' });
  try {
    const answer = await new Promise<PreviewAnswer>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<PreviewAnswer>) => resolve(data);
      worker.onerror = ({ message }) =>
        reject(new Error(message || 'The preview worker did not start.'));
      signal?.addEventListener('abort', () => reject(signal.reason as Error));
      worker.postMessage(source);
    });
    if ('error' in answer) throw fromWireError(answer.error);
    return answer.scene;
  } finally {
    worker.terminate();
  }
}
