// A few single frames of a film, wherever they lie in it.
import { Input, MP4, VideoSampleSink, type Source } from 'mediabunny';

/** Good only while the callback runs. */
export type Still = CanvasImageSource;
type OnStill = (index: number, still: Still) => void;

/**
 * Reads frames in rising order and hands each over as soon as it is there.
 * @throws Error when the film cannot be read or decoded
 */
export async function readStills(
  source: Source,
  frameRate: number,
  indexes: readonly number[],
  onStill: OnStill,
  signal: AbortSignal,
): Promise<void> {
  const input = new Input({ source, formats: [MP4] });
  try {
    const track = await input.getPrimaryVideoTrack();
    if (track === null || !(await track.canDecode()))
      throw new Error('This browser cannot decode the film.');
    const first = await track.getFirstTimestamp();
    // Half a frame in, so that rounding never picks the neighbour.
    const seconds = indexes.map((index) => first + (index + 0.5) / frameRate);
    let place = 0;
    for await (const sample of new VideoSampleSink(track).samplesAtTimestamps(seconds)) {
      const index = indexes[place++];
      try {
        if (signal.aborted) return;
        if (sample !== null) onStill(index, sample.toCanvasImageSource());
      } finally {
        sample?.close();
      }
    }
  } finally {
    input.dispose();
  }
}

/** The same by a video element, where WebCodecs cannot do it. */
export async function readElementStills(
  address: string,
  frameRate: number,
  indexes: readonly number[],
  onStill: OnStill,
  signal: AbortSignal,
): Promise<void> {
  const video = document.createElement('video');
  video.muted = true;
  video.preload = 'auto';
  const next = (event: 'loadeddata' | 'seeked'): Promise<void> =>
    new Promise((resolve, reject) => {
      video.addEventListener(event, () => resolve(), { once: true, signal });
      video.addEventListener('error', () => reject(new Error('The film cannot be decoded.')), {
        once: true,
        signal,
      });
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  try {
    const loaded = next('loadeddata');
    video.src = address;
    await loaded;
    for (const index of indexes) {
      const seeked = next('seeked');
      video.currentTime = (index + 0.5) / frameRate;
      await seeked;
      if (signal.aborted) return;
      onStill(index, video);
    }
  } finally {
    video.removeAttribute('src');
    video.load();
  }
}
