import { AppError } from '#core/errors/app-error.ts';
import { compareLips } from '#core/metrics/compare-lips.ts';
import type { FilmComparison } from '#core/metrics/film-measurement.ts';
import type { Box } from '#core/people/face-analysis.ts';
import type { Interval } from '#core/speech/speaking-score.ts';
import type { RgbPicture } from '#main/media/picture/decode-picture.ts';
import type { FaceDetection } from '../perception/face-detector.ts';
import { trackFilm, type TrackOptions } from './track-film.ts';

export interface FilmToCompare {
  readonly frames: AsyncIterable<RgbPicture>;
  readonly framesPerSecond: number;
  /** Face of each person in the first frame, film pixels; empty to look for people there. */
  readonly restBoxes: readonly Box[];
}

/**
 * Correlation of every person's lip opening in one film with the same person's in another, which may
 * have another size and frame rate. People are matched by their order from left to right.
 * Throws AppError `films-differ-in-people`, and those of `trackFilm`. Progress counts frames of both.
 */
export async function compareFilms(
  detector: FaceDetection,
  film: FilmToCompare,
  reference: FilmToCompare,
  speaking: readonly (readonly Interval[])[],
  options: TrackOptions,
): Promise<FilmComparison> {
  const ours = await trackFilm(detector, film.frames, film.restBoxes, options);
  const framesBefore = ours.pictureChanges.length;
  const theirs = await trackFilm(detector, reference.frames, reference.restBoxes, {
    ...options,
    onFrame: (framesDone) => options.onFrame(framesBefore + framesDone),
  });
  if (ours.tracks.length !== theirs.tracks.length) {
    throw new AppError({
      category: 'bad-input',
      code: 'films-differ-in-people',
      message: `The films show ${ours.tracks.length} and ${theirs.tracks.length} people, so they cannot be compared.`,
      hint: 'Choose two films of the same scene.',
    });
  }
  const people = ours.tracks.map((track, person) =>
    compareLips(
      person,
      { lipOpening: track.lipOpening, framesPerSecond: film.framesPerSecond },
      { lipOpening: theirs.tracks[person].lipOpening, framesPerSecond: reference.framesPerSecond },
      speaking[person] ?? [],
    ),
  );
  const known = people.map((each) => each.lipSpeaking).filter((r) => r !== null);
  return {
    people,
    meanLipSpeaking:
      known.length === 0 ? null : known.reduce((sum, r) => sum + r, 0) / known.length,
  };
}
