import { AppError } from '#core/errors/app-error.ts';
import { FaceTrackBuilder, newCurve, type FaceTrack } from '#core/metrics/face-track.ts';
import type { PersonMeasurement } from '#core/metrics/film-measurement.ts';
import type { Box } from '#core/people/face-analysis.ts';
import type { RgbPicture } from '#main/media/picture/decode-picture.ts';
import type { FaceDetection } from '../perception/face-detector.ts';
import { findFaces } from '../perception/find-faces.ts';
import { measureDetectorNoise } from './detector-noise.ts';
import { FaceFollower } from './follow-face.ts';
import { PictureChangeMeter } from './picture-change.ts';

export interface TrackOptions {
  readonly signal: AbortSignal;
  /** Called with the number of frames done. */
  readonly onFrame: (framesDone: number) => void;
  /**
   * 1 searches every frame. A larger one searches two neighbouring frames of every `stride`, so that
   * changes from frame to frame stay measurable.
   */
  readonly stride: number;
}

export interface FilmTracks {
  /** One per person, left to right. */
  readonly tracks: readonly FaceTrack[];
  readonly noise: readonly PersonMeasurement['noise'][];
  /** Mean absolute difference to the frame before. // [T] */
  readonly pictureChanges: Float32Array;
}

/**
 * Follows every face through a film: about 60 ms per face and frame on one core; one frame in memory.
 * Without boxes, whoever is in the first frame is followed.
 * Throws AppError `no-face-in-film` and `film-without-frames`; the signal's reason when aborted.
 */
export async function trackFilm(
  detector: FaceDetection,
  frames: AsyncIterable<RgbPicture>,
  restBoxes: readonly Box[],
  options: TrackOptions,
): Promise<FilmTracks> {
  const changes = newCurve();
  const meter = new PictureChangeMeter();
  let people: { readonly follower: FaceFollower; readonly builder: FaceTrackBuilder }[] = [];
  const noise: PersonMeasurement['noise'][] = [];
  let index = 0;
  for await (const frame of frames) {
    options.signal.throwIfAborted();
    if (index === 0) {
      const boxes = restBoxes.length > 0 ? restBoxes : await findRestBoxes(detector, frame);
      for (const box of boxes) noise.push(await measureDetectorNoise(detector, frame, box));
      people = boxes.map((box) => ({
        follower: new FaceFollower(detector, box),
        builder: new FaceTrackBuilder(),
      }));
    }
    changes.push(meter.next(frame));
    const isSearched = index % options.stride < 2;
    for (const { follower, builder } of people) {
      const face = isSearched ? await follower.find(frame) : null;
      if (face !== null) builder.addSeen(face.landmarks);
      else if (isSearched) builder.addMissed();
      else builder.addSkipped();
    }
    options.onFrame(++index);
  }
  if (index === 0) throw filmWithoutFrames();
  return {
    tracks: people.map(({ builder }) => builder.build()),
    noise,
    pictureChanges: changes.toArray(),
  };
}

async function findRestBoxes(detector: FaceDetection, frame: RgbPicture): Promise<Box[]> {
  const faces = await findFaces(detector, frame);
  if (faces.length > 0) return faces.map((face) => face.box);
  throw new AppError({
    category: 'bad-input',
    code: 'no-face-in-film',
    message: 'The first frame of the film shows no face, so there is nobody to measure.',
    hint: 'Measure a film that begins with the people in view, or name its project.',
  });
}

function filmWithoutFrames(): AppError {
  return new AppError({
    category: 'bad-input',
    code: 'film-without-frames',
    message: 'The film holds no frames.',
    hint: 'Render it again.',
  });
}
