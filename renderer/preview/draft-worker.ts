// A worker that draws the draft: without a graphics card a picture takes longer than the window's
// thread may be held.
import { toWireError } from '#core/errors/app-error.ts';
import type { DraftOrder, DraftReport } from './draft-messages.ts';
import { createDraftPreview, type DraftPreview } from './draft-preview.ts';
import type { PreviewScene } from './preview-scene.ts';

/** The worker's own `self`, which the DOM types describe as a window. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<DraftOrder>) => void) | null;
  postMessage(report: DraftReport): void;
}

const scope = globalThis as unknown as WorkerScope;
let canvas: OffscreenCanvas | null = null;
let preview: DraftPreview | null = null;

/** The browser takes the picture at the end of the task that drew it. */
const handedOver = new MessageChannel();
handedOver.port1.onmessage = () => {
  scope.postMessage({ type: 'shown', atMs: performance.timeOrigin + performance.now() });
};

function open(scene: PreviewScene, scale: number): void {
  preview?.dispose();
  preview = null;
  if (canvas === null) return;
  preview = createDraftPreview(canvas, scene, scale);
  scope.postMessage({ type: 'opened', isSoftware: preview.isSoftware });
}

function draw(motion: Float32Array, scale: number): void {
  preview?.setScale(scale);
  preview?.draw(motion);
  handedOver.port2.postMessage(null);
}

function obey(order: DraftOrder): void {
  switch (order.type) {
    case 'canvas':
      canvas = order.canvas;
      break;
    case 'scene':
      open(order.scene, order.scale);
      break;
    case 'draw':
      draw(order.motion, order.scale);
      break;
    case 'close':
      preview?.dispose();
      preview = null;
  }
}

scope.onmessage = ({ data }) => {
  try {
    obey(data);
  } catch (error) {
    scope.postMessage({ type: 'failed', error: toWireError(error) });
  }
};
