// The finished chunks on a canvas.
import { BufferSource } from 'mediabunny';
import type { ChunkState } from '#core/contract/project-types.ts';
import { theHost } from '../../../host/the-host.ts';
import { projectStore } from '../../../state/project-store.ts';
import type { DecodedFrames } from '../../../lib/film-frames/decoded-frames.ts';
import { openElementFrames } from '../../../lib/film-frames/element-frames.ts';
import { openSampledFrames, type FrameListener } from '../../../lib/film-frames/sampled-frames.ts';

/** Chunk before, chunk now, chunk next. */
const MAX_OPEN = 3;

interface OpenChunk {
  frames: DecodedFrames | null;
  /** Could not be opened; the draft is shown instead. */
  isBroken: boolean;
}

export class ReadyPicture {
  private readonly context: CanvasRenderingContext2D;
  private readonly onFrame: () => void;
  private readonly open = new Map<string, OpenChunk>();

  constructor(canvas: HTMLCanvasElement, onFrame: () => void) {
    const context = canvas.getContext('2d', { alpha: false });
    if (context === null) throw new Error('No 2D canvas.');
    this.context = context;
    this.onFrame = onFrame;
  }

  setSize(width: number, height: number): void {
    const { canvas } = this.context;
    if (canvas.width === width && canvas.height === height) return;
    canvas.width = width;
    canvas.height = height;
  }

  isBroken(chunk: ChunkState): boolean {
    return this.open.get(chunk.key)?.isBroken ?? false;
  }

  /** @returns whether the frame could be drawn now; if not, `onFrame` tells when to try again */
  draw(chunk: ChunkState, frame: number, direction: 1 | -1): boolean {
    const frames = this.framesOf(chunk);
    const index = frame - chunk.first;
    frames?.want(index, direction);
    return frames?.draw(this.context, index) ?? false;
  }

  /** Opens a chunk and decodes its first frames in the direction of play. */
  prepare(chunk: ChunkState, direction: 1 | -1): void {
    const start = direction === 1 ? 0 : chunk.end - chunk.first - 1;
    this.framesOf(chunk)?.want(start, direction);
  }

  dispose(): void {
    for (const { frames } of this.open.values()) frames?.dispose();
    this.open.clear();
  }

  private framesOf(chunk: ChunkState): DecodedFrames | null {
    const known = this.open.get(chunk.key);
    if (known !== undefined) {
      this.open.delete(chunk.key);
      this.open.set(chunk.key, known);
      return known.frames;
    }
    const entry: OpenChunk = { frames: null, isBroken: false };
    this.open.set(chunk.key, entry);
    this.forgetOldest();
    void this.load(chunk.key, entry);
    return null;
  }

  private async load(key: string, entry: OpenChunk): Promise<void> {
    try {
      entry.frames = await openByKey(key, {
        onFrame: this.onFrame,
        onFailure: () => {
          entry.isBroken = true;
          this.onFrame();
        },
      });
      if (this.open.get(key) !== entry) entry.frames.dispose();
    } catch {
      // The draft stands in for it, and the label says so.
      entry.isBroken = true;
    }
    this.onFrame();
  }

  private forgetOldest(): void {
    for (const [key, { frames }] of this.open) {
      if (this.open.size <= MAX_OPEN) return;
      frames?.dispose();
      this.open.delete(key);
    }
  }
}

async function openByKey(key: string, listener: FrameListener): Promise<DecodedFrames> {
  const { opened, document } = projectStore.getState();
  if (opened === null || document.scene === null) throw new Error('No project is open.');
  const { session } = opened;
  const { url } = await theHost().call('media.link', { session, item: { kind: 'chunk', key } });
  const address = theHost().addressOf(url);
  const rate = document.scene.frameRate.num / document.scene.frameRate.den;
  const { onFrame } = listener;
  if (typeof VideoDecoder === 'undefined') return openElementFrames(address, rate, onFrame);
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The chunk answers ${response.status}.`);
  try {
    const source = new BufferSource(await response.arrayBuffer());
    return await openSampledFrames(source, rate, listener);
  } catch {
    return openElementFrames(address, rate, onFrame);
  }
}
