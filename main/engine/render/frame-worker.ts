// One thread that draws frames: a pure function of the scene and the motion vectors.

import { parentPort, workerData } from 'node:worker_threads';
import { createCompositor, type CompositorScene } from '../raster/compositor.ts';
import type { FrameTask } from './frame-pool.ts';

if (!parentPort) throw new Error('frame-worker runs as a worker thread only.');
const port = parentPort;
const compositor = createCompositor(workerData as CompositorScene);

port.on('message', (task: FrameTask) => {
  compositor.renderYuv(task.motion, new Uint8Array(task.slot));
  // Any answer means: drawn.
  port.postMessage(null);
});
