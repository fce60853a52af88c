// Measures a film; with its project, every person is measured against their own voice.

import type { FilmComparison, FilmMeasurement } from '#core/metrics/film-measurement.ts';
import type { Box } from '#core/people/face-analysis.ts';
import { countFilmFrames } from '#core/render/film-length.ts';
import { DRAFT_CHUNK_FRAMES } from '#core/render/draft-limits.ts';
import { planChunks } from '#core/render/chunk-plan.ts';
import { buildPersonTracks } from '#core/render/person-tracks.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { Interval } from '#core/speech/speaking-score.ts';
import { frameToTicks, ticksToSeconds } from '#core/time/ticks.ts';
import type { MeasureRequest } from '#main/engine/protocol/methods.ts';
import { probeFilm } from '#main/media/film/probe-film.ts';
import { hearVoices, prepareVoices } from '../analysis/speaking-scores.ts';
import type { EngineClient } from '../engine-client/engine-client.ts';
import { speakingOf } from '../inspect/inspect-project.ts';
import { requireAllMedia, resolveMedia } from '../project-store/media-links/resolve-media.ts';
import type { ProjectView } from '../project-store/project-view.ts';
import { mainVoiceOf } from '../render-queue/motion-scene.ts';
import { trackStage, type RunContext } from '../run-context.ts';

/** A measurement whose people and voices carry the project's own ids. */
export type ProjectMeasurement = Omit<FilmMeasurement, 'people'> & {
  readonly people: readonly (Omit<FilmMeasurement['people'][number], 'lipOthers'> & {
    readonly id: string | null;
    readonly name: string | null;
    readonly lipOthers: readonly {
      readonly voice: string | number;
      readonly r: number | null;
      readonly rInside: number | null;
      readonly rOutside: number | null;
    }[];
  })[];
  readonly reference: FilmComparison | null;
};

type Subject = Omit<MeasureRequest, 'filmPath'>;

const NOBODY: Subject = {
  faceBoxes: [],
  voices: [],
  preparations: [],
  voiceOfPerson: [],
  speaking: [],
  seamFrames: [],
  firstFrame: 0,
};

/** Frames of the scene that a film shows, and where its chunks begin, counted in the film. */
export interface FilmPart {
  readonly firstFrame: number;
  readonly seamFrames: readonly number[];
}

/**
 * @param project the film's project; null measures faces alone
 * @param part null: the film shows the whole scene
 */
export async function measureProjectFilm(
  filmPath: string,
  referencePath: string | null,
  project: ProjectView | null,
  engine: EngineClient,
  run: RunContext,
  part: FilmPart | null = null,
): Promise<ProjectMeasurement> {
  const subject =
    project === null ? NOBODY : await describeSubject(project, filmPath, part, engine, run);
  const onMeasured = trackStage('measure', run);
  const measured = await engine.call(
    'measureFilm',
    { filmPath, ...subject },
    { signal: run.signal, onEvent: ({ done, total }) => onMeasured(done, total) },
  );
  let reference: FilmComparison | null = null;
  if (referencePath !== null) {
    const onCompared = trackStage('compare', run);
    const { faceBoxes, speaking } = subject;
    reference = await engine.call(
      'compareFilms',
      { filmPath, referencePath, faceBoxes, speaking },
      { signal: run.signal, onEvent: ({ done, total }) => onCompared(done, total) },
    );
  }
  const document = project?.document ?? null;
  return {
    ...measured,
    people: measured.people.map((person) => ({
      ...person,
      id: document?.people[person.person]?.id ?? null,
      name: document?.people[person.person]?.name ?? null,
      lipOthers: person.lipOthers.map((other) => ({
        ...other,
        voice: document?.voices[other.voice]?.id ?? other.voice,
      })),
    })),
    reference,
  };
}

async function describeSubject(
  project: ProjectView,
  filmPath: string,
  part: FilmPart | null,
  engine: EngineClient,
  run: RunContext,
): Promise<Subject> {
  const { document } = project;
  const picture = document.media.find(({ id }) => id === document.scene?.pictureId);
  if (
    document.scene === null ||
    picture === undefined ||
    picture.kind === 'voice' ||
    document.people.length === 0
  ) {
    throw new AppError({
      category: 'bad-input',
      code: 'no-people',
      message: 'The project knows no people yet, so a film of it cannot be measured.',
      hint: 'Run "parley analyze" first.',
    });
  }
  const media = await resolveMedia(document, project.path);
  requireAllMedia(media);
  const heard = await hearVoices(project, engine, media.paths, run);
  const preparations = await prepareVoices(project, engine, heard, run);
  const totalFrames = countFilmFrames(document);
  const tracks = buildPersonTracks(
    document,
    heard.scores.map((score) => score.values),
    totalFrames,
    document.scene.frameRate,
  );
  const { video } = await probeFilm(filmPath, run.signal);
  const firstFrame = part?.firstFrame ?? 0;
  const startSeconds = ticksToSeconds(frameToTicks(firstFrame, document.scene.frameRate));
  const scaleX = video.width / picture.facts.width;
  const scaleY = video.height / picture.facts.height;
  return {
    faceBoxes: document.people.map(({ face: { box } }): Box => [
      box[0] * scaleX,
      box[1] * scaleY,
      box[2] * scaleX,
      box[3] * scaleY,
    ]),
    voices: heard.sources,
    preparations,
    voiceOfPerson: tracks.map(mainVoiceOf),
    speaking: tracks.map((track) => laterIn(speakingOf(track, heard.scores), startSeconds)),
    seamFrames:
      part?.seamFrames ??
      planChunks(totalFrames, { first: 0, end: totalFrames }, DRAFT_CHUNK_FRAMES)
        .slice(1)
        .map((chunk) => chunk.range.first),
    firstFrame,
  };
}

/** Intervals as seconds of a film that begins later. */
function laterIn(intervals: readonly Interval[], startSeconds: number): Interval[] {
  return intervals
    .filter(([, end]) => end > startSeconds)
    .map(([start, end]) => [Math.max(0, start - startSeconds), end - startSeconds]);
}
