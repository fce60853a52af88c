// Frames of one finished chunk, decoded around the playhead. Chunks are short files, so the whole
// file is held and only a few decoded frames.
import { BufferSource, Input, MP4, VideoSampleSink, type VideoSample } from 'mediabunny';

/** Frames held before and behind the playhead: half a second either way. */
const REACH_FRAMES = 12;
/** A running decoder is kept for a frame this far ahead; beyond it is cheaper to start over. */
const KEEP_FRAMES = 50;

export interface DecodedFrames {
  /** Draws a frame when it is there. @returns whether it was */
  draw(context: CanvasRenderingContext2D, index: number): boolean;
  /** Decodes around a frame, in the direction of play. */
  want(index: number, direction: 1 | -1): void;
  dispose(): void;
}

/** @throws Error when the file cannot be decoded here */
export async function openChunkFrames(
  bytes: ArrayBuffer,
  frameRate: number,
  onFrame: () => void,
): Promise<DecodedFrames> {
  const input = new Input({ source: new BufferSource(bytes), formats: [MP4] });
  const track = await input.getPrimaryVideoTrack();
  if (track === null || !(await track.canDecode())) {
    throw new Error('This browser cannot decode the chunk.');
  }
  const first = await track.getFirstTimestamp();
  return new SampledFrames(new VideoSampleSink(track), first, frameRate, onFrame);
}

class SampledFrames implements DecodedFrames {
  private readonly sink: VideoSampleSink;
  private readonly firstSeconds: number;
  private readonly frameRate: number;
  private readonly onFrame: () => void;
  private readonly samples = new Map<number, VideoSample>();
  private running: AsyncGenerator<VideoSample, void, unknown> | null = null;
  /** The frame that the running decoder gives next. */
  private nextIndex = 0;
  private isDecoding = false;
  private isDisposed = false;
  private wanted = { first: 0, end: 0 };

  constructor(sink: VideoSampleSink, firstSeconds: number, frameRate: number, onFrame: () => void) {
    this.sink = sink;
    this.firstSeconds = firstSeconds;
    this.frameRate = frameRate;
    this.onFrame = onFrame;
  }

  draw(context: CanvasRenderingContext2D, index: number): boolean {
    const sample = this.samples.get(index);
    if (sample === undefined) return false;
    const { width, height } = context.canvas;
    sample.draw(context, 0, 0, width, height);
    return true;
  }

  want(index: number, direction: 1 | -1): void {
    const first = direction === 1 ? index : Math.max(0, index - REACH_FRAMES);
    this.wanted = { first, end: direction === 1 ? index + REACH_FRAMES : index + 1 };
    for (const [held, sample] of this.samples) {
      if (held >= index - REACH_FRAMES - 1 && held <= index + REACH_FRAMES) continue;
      sample.close();
      this.samples.delete(held);
    }
    void this.decode();
  }

  dispose(): void {
    this.isDisposed = true;
    for (const sample of this.samples.values()) sample.close();
    this.samples.clear();
    void this.running?.return();
  }

  private missing(): number | null {
    for (let index = this.wanted.first; index < this.wanted.end; index++) {
      if (!this.samples.has(index)) return index;
    }
    return null;
  }

  private async decode(): Promise<void> {
    if (this.isDecoding) return;
    this.isDecoding = true;
    try {
      let index = this.missing();
      while (index !== null && !this.isDisposed) {
        if (!(await this.decodeOne(index))) return;
        index = this.missing();
      }
    } finally {
      this.isDecoding = false;
    }
  }

  /** @returns false at the end of the chunk */
  private async decodeOne(index: number): Promise<boolean> {
    const ahead = index - this.nextIndex;
    if (this.running === null || ahead < 0 || ahead > KEEP_FRAMES) {
      await this.running?.return();
      // Half a frame in, so that rounding never picks the neighbour.
      this.running = this.sink.samples(this.firstSeconds + (index + 0.5) / this.frameRate);
    }
    const { value: sample } = await this.running.next();
    if (!sample) {
      this.running = null;
      return false;
    }
    const at = Math.round((sample.timestamp - this.firstSeconds) * this.frameRate);
    this.nextIndex = at + 1;
    if (this.isDisposed || this.samples.has(at) || at < this.wanted.first) {
      sample.close();
      return true;
    }
    this.samples.set(at, sample);
    this.onFrame();
    return true;
  }
}
