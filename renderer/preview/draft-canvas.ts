// The canvas of the draft as the window sees it: one picture at a time is drawn beside its thread.
import { fromWireError } from '#core/errors/app-error.ts';
import type { DraftOrder, DraftReport } from './draft-messages.ts';
import { pixelsOf, type PreviewScene } from './preview-scene.ts';

export interface DraftCanvasEvents {
  readonly onOpened: (facts: { readonly isSoftware: boolean }) => void;
  /** The picture ordered last stands on screen. @param atMs of performance.now() */
  readonly onShown: (atMs: number) => void;
  /** @param error AppError `preview-unavailable`, `preview-too-large` or `preview-shader-refused` */
  readonly onFailure: (error: Error) => void;
}

export class DraftCanvas {
  private readonly worker: Worker;
  private isDrawing = false;

  /** @param canvas belongs to the worker from now on */
  constructor(canvas: HTMLCanvasElement, { onOpened, onShown, onFailure }: DraftCanvasEvents) {
    this.worker = new Worker(new URL('./draft-worker.ts', import.meta.url), { type: 'module' });
    this.worker.onmessage = ({ data }: MessageEvent<DraftReport>) => {
      if (data.type === 'opened') {
        onOpened(data);
        return;
      }
      this.isDrawing = false;
      if (data.type === 'shown') onShown(data.atMs - performance.timeOrigin);
      else onFailure(fromWireError(data.error));
    };
    this.worker.onerror = ({ message }) =>
      onFailure(new Error(message || 'The worker of the draft did not start.'));
    const offscreen = canvas.transferControlToOffscreen();
    this.order({ type: 'canvas', canvas: offscreen }, [offscreen]);
  }

  /**
   * Pictures are those of this scene from now on.
   * @param scene taken over with its pixels
   * @param scale that the first picture will probably have
   */
  open(scene: PreviewScene, scale: number): void {
    this.order({ type: 'scene', scene, scale }, pixelsOf(scene));
  }

  /**
   * Draws a picture, unless one is being drawn. // [P, 24]
   * @param scale pixels to draw for each of the film, a side; 0 < scale <= 1
   * @returns whether it will be shown
   */
  draw(motion: Float32Array, scale: number): boolean {
    if (this.isDrawing) return false;
    this.isDrawing = true;
    this.order({ type: 'draw', motion, scale });
    return true;
  }

  close(): void {
    this.order({ type: 'close' });
  }

  dispose(): void {
    this.worker.terminate();
  }

  private order(order: DraftOrder, transfer: Transferable[] = []): void {
    this.worker.postMessage(order, transfer);
  }
}
