import type { FilmComparison } from '#core/metrics/film-measurement.ts';
import type { OnProgress } from '../on-progress.ts';
import type { FaceDetector } from '../perception/face-detector.ts';
import type { CompareRequest } from '../protocol/methods.ts';
import { compareFilms } from './compare-films.ts';
import { openFilm } from './open-film.ts';

/** Compares the lips of two films on disk; progress counts frames of both. */
export async function compareFilmFiles(
  request: CompareRequest,
  detector: FaceDetector,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<FilmComparison> {
  const ours = await openFilm(request.filmPath, signal);
  const theirs = await openFilm(request.referencePath, signal);
  const total = ours.expectedFrames + theirs.expectedFrames;
  return compareFilms(
    detector,
    { ...ours, restBoxes: request.faceBoxes },
    { ...theirs, restBoxes: [] },
    request.speaking,
    { signal, stride: 1, onFrame: (done) => onProgress(done, Math.max(done, total)) },
  );
}
