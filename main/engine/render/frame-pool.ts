// Draws frames on several threads and hands them out in order. Frames do not depend on each
// other, so neither thread count nor timing can change a byte.

import { Worker } from 'node:worker_threads';
import { programEntry } from '#main/program-entry.ts';
import type { CompositorScene } from '../raster/compositor.ts';

export interface FrameTask {
  readonly frame: number;
  /** Motion of all people. // [P, 24] */
  readonly motion: Float32Array;
  /** Where the yuv420p frame goes. */
  readonly slot: SharedArrayBuffer;
}

/** Slots per thread: one being drawn, one waiting for the encoder. */
const SLOTS_PER_WORKER = 2;

type Settle = { readonly resolve: () => void; readonly reject: (error: Error) => void };

/** A fixed set of threads that share one scene. */
export class FramePool {
  private readonly workers: Worker[];
  private readonly idle: Worker[];
  private readonly freeSlots: SharedArrayBuffer[];
  private readonly waiting: (() => void)[] = [];
  private readonly drawing = new Map<Worker, Settle>();
  private failure: Error | null = null;

  /** @param scene cloned once into every thread; large arrays in it should be shared buffers */
  constructor(scene: CompositorScene, workerCount: number) {
    const frameBytes = (scene.width * scene.height * 3) / 2;
    this.workers = Array.from({ length: workerCount }, () => this.start(scene));
    this.idle = [...this.workers];
    this.freeSlots = Array.from(
      { length: workerCount * SLOTS_PER_WORKER },
      () => new SharedArrayBuffer(frameBytes),
    );
  }

  /**
   * Draws `count` frames; calls `consume` for each in order. The frame's memory is reused
   * when the promise of `consume` resolves.
   */
  async draw(
    count: number,
    motionOf: (index: number) => Float32Array,
    consume: (frame: Uint8Array, index: number) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void> {
    let previous = Promise.resolve();
    const settled: Promise<unknown>[] = [];
    try {
      for (let index = 0; index < count; index++) {
        signal.throwIfAborted();
        const slot = await this.take(this.freeSlots);
        const worker = await this.take(this.idle);
        const drawn = this.drawOn(worker, { frame: index, motion: motionOf(index), slot });
        previous = Promise.all([drawn, previous]).then(async () => {
          signal.throwIfAborted();
          await consume(new Uint8Array(slot), index);
        });
        const free = () => this.giveBack(this.freeSlots, slot);
        settled.push(previous.then(free, free));
      }
    } finally {
      await Promise.all(settled);
    }
    await previous;
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }

  private start(scene: CompositorScene): Worker {
    const worker = new Worker(programEntry('frame-worker'), { workerData: scene });
    worker.on('message', () => {
      this.drawing.get(worker)?.resolve();
      this.drawing.delete(worker);
      this.giveBack(this.idle, worker);
    });
    worker.on('error', (error) => {
      this.failure = error instanceof Error ? error : new Error(String(error));
      this.drawing.get(worker)?.reject(this.failure);
      this.drawing.delete(worker);
      for (const wake of this.waiting.splice(0)) wake();
    });
    return worker;
  }

  private drawOn(worker: Worker, task: FrameTask): Promise<void> {
    return new Promise((resolve, reject) => {
      this.drawing.set(worker, { resolve, reject });
      worker.postMessage(task);
    });
  }

  private async take<T>(from: T[]): Promise<T> {
    for (;;) {
      if (this.failure) throw this.failure;
      const item = from.pop();
      if (item !== undefined) return item;
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  private giveBack<T>(to: T[], item: T): void {
    to.push(item);
    for (const wake of this.waiting.splice(0)) wake();
  }
}
