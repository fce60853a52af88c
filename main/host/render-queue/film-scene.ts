// From a project to everything a render needs: the scene, the tracks, the chunks, the keys.

import { open } from 'node:fs/promises';
import { AppError } from '#core/errors/app-error.ts';
import type { ProjectDocument } from '#core/project/document.ts';
import { planChunks, type FrameRange } from '#core/render/chunk-plan.ts';
import {
  DRAFT_CHUNK_FRAMES,
  DRAFT_LOOKAHEAD_FRAMES,
  DRAFT_SOUND_CONTEXT_FRAMES,
} from '#core/render/draft-limits.ts';
import { countFilmFrames } from '#core/render/film-length.ts';
import { buildPersonTracks, type PersonTrack } from '#core/render/person-tracks.ts';
import type { Json } from '#core/json/canonical-json.ts';
import { ticksToFrame, ticksToFrameCount, type Rational } from '#core/time/ticks.ts';
import type { RenderScene, VoicePreparation, VoiceSource } from '#main/engine/protocol/methods.ts';
import { VOICE_RATE } from '#main/media/audio/pcm-reader.ts';
import { chooseOutputSize, type PixelSize } from '#main/media/picture/choose-output-size.ts';
import { generatorFingerprint, sha256Of } from '../fingerprint.ts';
import { ChunkKeyChain, type ReadSound } from './chunk-keys.ts';
import type { FilmJob } from './film-renderer.ts';

const BYTES_PER_SAMPLE = 2;

export interface RenderChoices {
  readonly range: { readonly inTick: number | null; readonly outTick: number | null } | null;
  readonly size: PixelSize | null;
  readonly seed: number | null;
}

export interface FilmInputs {
  readonly document: ProjectDocument;
  readonly paths: ReadonlyMap<string, string>;
  readonly sources: readonly VoiceSource[];
  readonly preparations: readonly VoicePreparation[];
  readonly scores: readonly Float32Array[];
  /** Version of the encoder's build: another build may give other bytes. */
  readonly encoderVersion: string;
}

/** Plans a render. Throws AppError `no-people`, `no-voice`, `empty-range`. */
export function planFilm(
  inputs: FilmInputs,
  choices: RenderChoices,
): FilmJob & { range: FrameRange } {
  const { document, sources, scores } = inputs;
  const { scene: settings } = document;
  if (settings === null || document.people.length === 0) {
    throw new AppError({
      category: 'bad-input',
      code: 'no-people',
      message: 'The project has no people to animate.',
      hint: 'Run "parley analyze" first.',
    });
  }
  const rate = settings.frameRate;
  const totalFrames = countFilmFrames(document);
  const range = rangeOf(choices, totalFrames, rate);
  const tracks = buildPersonTracks(document, scores, totalFrames, rate);
  const scene = sceneOf(inputs, choices, tracks);
  const constant = constantInputs(inputs, scene);
  const samplesPerFrame = (VOICE_RATE * rate.den) / rate.num;
  return {
    renderId: sha256Of({
      size: [...scene.size],
      seed: scene.seed,
      range: [range.first, range.end],
    }).slice(0, 32),
    scene,
    tracks,
    totalFrames,
    gridFrames: DRAFT_CHUNK_FRAMES,
    lookaheadFrames: DRAFT_LOOKAHEAD_FRAMES,
    chunks: planChunks(totalFrames, range, DRAFT_CHUNK_FRAMES),
    range,
    startKeys: () =>
      new ChunkKeyChain({
        constant,
        tracks,
        readSound: soundReader(sources, samplesPerFrame),
        lookaheadFrames: DRAFT_LOOKAHEAD_FRAMES,
        soundContextFrames: DRAFT_SOUND_CONTEXT_FRAMES,
      }),
  };
}

function rangeOf(choices: RenderChoices, totalFrames: number, rate: Rational): FrameRange {
  if (totalFrames === 0) {
    throw new AppError({
      category: 'bad-input',
      code: 'no-voice',
      message: 'The project has no voice, so the film would have no length.',
      hint: 'Make a project with at least one --voice.',
    });
  }
  const { inTick = null, outTick = null } = choices.range ?? {};
  const first = inTick === null ? 0 : ticksToFrame(inTick, rate);
  const end =
    outTick === null ? totalFrames : Math.min(totalFrames, ticksToFrameCount(outTick, rate));
  if (first >= end) {
    throw new AppError({
      category: 'usage',
      code: 'empty-range',
      message: 'The range holds no frame of the film.',
      hint: `The film has ${totalFrames} frames; the out point must lie behind the in point.`,
    });
  }
  return { first, end };
}

function sceneOf(
  { document, paths, sources, preparations }: FilmInputs,
  choices: RenderChoices,
  tracks: readonly PersonTrack[],
): RenderScene {
  const settings = document.scene;
  if (settings === null) throw new Error('A film needs a scene.');
  const pathOf = (id: string | null): string | null =>
    id === null ? null : (paths.get(id) ?? null);
  const picture = document.media.find(({ id }) => id === settings.pictureId);
  const picturePath = pathOf(settings.pictureId);
  if (picturePath === null || picture === undefined || picture.kind === 'voice') {
    throw new Error('A scene needs its picture.');
  }
  const size =
    choices.size === null
      ? settings.size
      : chooseOutputSize(picture.facts.width, picture.facts.height, choices.size);
  return {
    picturePath,
    platePath: pathOf(settings.plateId),
    size,
    rate: settings.frameRate,
    people: document.people.map((person, index) => ({
      face: person.face,
      mattePath: pathOf(person.matteId),
      mainVoice: mainVoiceOf(tracks[index]),
    })),
    voices: sources.map((source, index) => ({ ...source, preparation: preparations[index] })),
    seed: choices.seed ?? settings.seed,
  };
}

/** The voice that a person has in most frames, -1 for none. */
export function mainVoiceOf({ voiceOfFrame }: PersonTrack): number {
  const counts = new Map<number, number>();
  for (const voice of voiceOfFrame) {
    if (voice >= 0) counts.set(voice, (counts.get(voice) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return most === undefined ? -1 : most[0];
}

/** What every chunk depends on: code and weights, the encoder's build, pictures by content, faces, settings. */
function constantInputs({ document, encoderVersion }: FilmInputs, scene: RenderScene): Json {
  const hashOf = (id: string | null) =>
    document.media.find((media) => media.id === id)?.sha256 ?? null;
  return {
    generator: 'draft',
    code: generatorFingerprint(),
    encoder: encoderVersion,
    picture: hashOf(document.scene?.pictureId ?? null),
    plate: hashOf(document.scene?.plateId ?? null),
    people: document.people.map(({ face, matteId }, index) => ({
      face: JSON.parse(JSON.stringify(face)) as Json,
      matte: hashOf(matteId),
      mainVoice: scene.people[index].mainVoice,
    })),
    preparations: scene.voices.map(
      ({ preparation }) => JSON.parse(JSON.stringify(preparation)) as Json,
    ),
    size: [...scene.size],
    rate: { num: scene.rate.num, den: scene.rate.den },
    seed: scene.seed,
  };
}

function soundReader(sources: readonly VoiceSource[], samplesPerFrame: number): ReadSound {
  return async (voice, frames) => {
    const { pcmPath, samples } = sources[voice];
    const first = Math.max(0, Math.floor(frames.first * samplesPerFrame));
    const end = Math.min(samples, Math.ceil(frames.end * samplesPerFrame));
    const bytes = Buffer.alloc(Math.max(0, end - first) * BYTES_PER_SAMPLE);
    const file = await open(pcmPath, 'r');
    try {
      await file.read(bytes, 0, bytes.length, first * BYTES_PER_SAMPLE);
    } finally {
      await file.close();
    }
    return bytes;
  };
}
