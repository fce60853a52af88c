import { resampleCurve } from '#core/metrics/curve-statistics.ts';
import type { FilmMeasurement } from '#core/metrics/film-measurement.ts';
import { measurePerson } from '#core/metrics/measure-person.ts';
import { measureSeams } from '#core/metrics/measure-seams.ts';
import { voiceLevelsDb } from '#core/metrics/voice-levels.ts';
import type { Box } from '#core/people/face-analysis.ts';
import { SCORE_RATE, type Interval } from '#core/speech/speaking-score.ts';
import type { VoiceSamples } from '#core/speech/voice-samples.ts';
import type { RgbPicture } from '#main/media/picture/decode-picture.ts';
import type { FaceDetection } from '../perception/face-detector.ts';
import { trackFilm, type TrackOptions } from './track-film.ts';

export interface FilmToMeasure {
  readonly frames: AsyncIterable<RgbPicture>;
  readonly framesPerSecond: number;
  /** Face of each person in the first frame, film pixels; empty to look for people there. */
  readonly restBoxes: readonly Box[];
  readonly voices: readonly VoiceSamples[];
  /** Index of the own voice per person; -1, or left out, for none. // [P] */
  readonly voiceOfPerson: readonly number[];
  /** When each person speaks, in seconds. // [P] */
  readonly speaking: readonly (readonly Interval[])[];
  /** `open` of the viseme encoder per voice at SCORE_RATE; null when not known. // [V] */
  readonly visemeOpen: readonly (Float32Array | null)[];
  /** First frame of every chunk after the first. */
  readonly seamFrames: readonly number[];
  /** Where the film begins in the voices. */
  readonly firstFrame: number;
}

/**
 * Re-detects every face in every frame of a film and reports lips against voices, listening and
 * seams. Nothing is taken from the motion that made the film. Streams: memory holds one frame and
 * sixteen bytes per person and frame. Errors as `trackFilm`.
 */
export async function measureFilm(
  detector: FaceDetection,
  film: FilmToMeasure,
  options: TrackOptions,
): Promise<FilmMeasurement> {
  const { tracks, noise, pictureChanges } = await trackFilm(
    detector,
    film.frames,
    film.restBoxes,
    options,
  );
  const frames = pictureChanges.length;
  const { firstFrame, framesPerSecond } = film;
  const end = firstFrame + frames;
  const levels = film.voices.map((voice) =>
    voiceLevelsDb(voice, end, framesPerSecond).subarray(firstFrame),
  );
  const people = tracks.map((track, person) => {
    const ownVoice = film.voiceOfPerson[person] ?? -1;
    const open = film.visemeOpen[ownVoice] ?? null;
    return measurePerson({
      person,
      track,
      framesPerSecond,
      ownVoice,
      voiceLevelsDb: levels,
      visemeOpen:
        open && resampleCurve(open, SCORE_RATE, framesPerSecond, end).subarray(firstFrame),
      speaking: film.speaking[person] ?? [],
      noise: noise[person],
    });
  });
  return {
    frames,
    frameRate: framesPerSecond,
    people,
    seams: measureSeams(tracks, pictureChanges, film.seamFrames),
  };
}
