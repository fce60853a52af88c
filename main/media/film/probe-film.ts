// Facts of a film file.
import { AppError } from '#core/errors/app-error.ts';
import { displayName } from '../disk/display-name.ts';
import { probeMedia } from '../ffmpeg/probe.ts';
import type { AudioStream, VideoStream } from '../ffmpeg/probe.ts';

export interface FilmFacts {
  readonly video: VideoStream;
  /** Null for a silent film. */
  readonly audio: AudioStream | null;
  readonly durationSeconds: number | null;
  /** Container tags, e.g. the marking. */
  readonly tags: Readonly<Record<string, string>>;
}

/** @throws AppError those of `probeMedia`; `film-without-pictures` */
export async function probeFilm(path: string, signal?: AbortSignal): Promise<FilmFacts> {
  const media = await probeMedia(path, 'film', signal);
  const video = media.video[0];
  if (video === undefined) {
    throw new AppError({
      category: 'bad-input',
      code: 'film-without-pictures',
      message: `The film ${displayName(path)} has no moving pictures.`,
      hint: 'Choose a film file, for example an MP4.',
    });
  }
  return {
    video,
    audio: media.audio[0] ?? null,
    durationSeconds: video.durationSeconds ?? media.durationSeconds,
    tags: media.tags,
  };
}
