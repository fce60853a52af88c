import { AppError } from '#core/errors/app-error.ts';
import { openFrameReader, type FrameReader } from '#main/media/film/open-frame-reader.ts';
import { probeFilm } from '#main/media/film/probe-film.ts';

export interface OpenFilm {
  readonly frames: FrameReader;
  readonly framesPerSecond: number;
  /** From length and rate, for progress only. */
  readonly expectedFrames: number;
}

/** Opens a film for one pass. Throws AppError `film-without-rate` and those of `openFrameReader`. */
export async function openFilm(path: string, signal: AbortSignal): Promise<OpenFilm> {
  const { durationSeconds } = await probeFilm(path, signal);
  const frames = await openFrameReader(path, { signal });
  if (frames.rate === null) {
    throw new AppError({
      category: 'bad-input',
      code: 'film-without-rate',
      message: 'The film does not say how many frames a second it has, so it cannot be measured.',
      hint: 'Convert it to MP4 with a constant frame rate.',
    });
  }
  const framesPerSecond = frames.rate.num / frames.rate.den;
  const expectedFrames = Math.max(1, Math.round((durationSeconds ?? 0) * framesPerSecond));
  return { frames, framesPerSecond, expectedFrames };
}
