// Frames of a film by WebCodecs: the file is read in pieces, and only a few decoded frames are held.
import { Input, MP4, VideoSampleSink, type Source, type VideoSample } from 'mediabunny';
import type { DecodedFrames } from './decoded-frames.ts';

/** Frames held before and behind the playhead: half a second either way. */
const REACH_FRAMES = 12;
/** A running decoder is kept for a frame this far ahead; beyond it is cheaper to start over. */
const KEEP_FRAMES = 50;

export interface FrameListener {
  /** A frame that was wanted is there. */
  readonly onFrame: () => void;
  /** The film could be opened, but not be read or decoded any further. */
  readonly onFailure: (error: unknown) => void;
}

/** @throws Error when the file cannot be decoded here */
export async function openSampledFrames(
  source: Source,
  frameRate: number,
  listener: FrameListener,
): Promise<DecodedFrames> {
  const input = new Input({ source, formats: [MP4] });
  try {
    const track = await input.getPrimaryVideoTrack();
    if (track === null || !(await track.canDecode())) {
      throw new Error('This browser cannot decode the film.');
    }
    const first = await track.getFirstTimestamp();
    return new SampledFrames(input, new VideoSampleSink(track), first, frameRate, listener);
  } catch (error) {
    input.dispose();
    throw error;
  }
}

class SampledFrames implements DecodedFrames {
  private readonly input: Input;
  private readonly sink: VideoSampleSink;
  private readonly firstSeconds: number;
  private readonly frameRate: number;
  private readonly listener: FrameListener;
  private readonly samples = new Map<number, VideoSample>();
  private running: AsyncGenerator<VideoSample, void, unknown> | null = null;
  /** The frame that the running decoder gives next. */
  private nextIndex = 0;
  private isDecoding = false;
  private isDisposed = false;
  private wanted = { first: 0, end: 0 };

  constructor(
    input: Input,
    sink: VideoSampleSink,
    firstSeconds: number,
    frameRate: number,
    listener: FrameListener,
  ) {
    this.input = input;
    this.sink = sink;
    this.firstSeconds = firstSeconds;
    this.frameRate = frameRate;
    this.listener = listener;
  }

  has(index: number): boolean {
    return this.samples.has(index);
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
    void this.end();
  }

  /** The decoder has frames of its own in hand; it gives them back before the file goes. */
  private async end(): Promise<void> {
    try {
      await this.running?.return();
    } finally {
      this.input.dispose();
    }
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
    } catch (error) {
      if (!this.isDisposed) this.listener.onFailure(error);
    } finally {
      this.isDecoding = false;
    }
  }

  /** @returns false at the end of the film */
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
    this.listener.onFrame();
    return true;
  }
}
