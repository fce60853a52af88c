// From a project to everything a render needs: the scene, the tracks, the chunks, the keys.

import { AppError } from '#core/errors/app-error.ts';
import type { ProjectDocument, Scene } from '#core/project/document.ts';
import { planChunks, type ChunkPlan, type FrameRange } from '#core/render/chunk-plan.ts';
import type { MotionTracks } from '#core/render/motion-tracks.ts';
import { ticksToFrame, ticksToFrameCount, type Rational } from '#core/time/ticks.ts';
import type { RenderScene } from '#main/engine/protocol/methods.ts';
import { chooseOutputSize, type PixelSize } from '#main/media/picture/choose-output-size.ts';
import { sha256Of } from '../fingerprint.ts';
import type { ChunkKeyChain } from './chunk-keys.ts';
import type { FilmJob } from './film-renderer.ts';
import { gridOf, planMotionScene, type MotionPlan, type VoiceInputs } from './motion-scene.ts';

export interface RenderChoices {
  readonly range: { readonly inTick: number | null; readonly outTick: number | null } | null;
  readonly size: PixelSize | null;
  readonly seed: number | null;
}

export interface FilmInputs extends VoiceInputs {
  readonly document: ProjectDocument;
  /** Version of the encoder's build: another build may give other bytes. */
  readonly encoderVersion: string;
}

/** What a film consists of, before anything is rendered. */
export interface FilmPlan {
  /** Names the settings of this render in the journal. */
  readonly renderId: string;
  readonly motion: MotionPlan;
  /** Width and height of the film in pixels. */
  readonly size: readonly [number, number];
  /** Frames of the film that are drawn. */
  readonly range: FrameRange;
  /** What to draw, in order. */
  readonly chunks: readonly ChunkPlan[];
  /** A fresh chain, at the start of the film. */
  readonly startKeys: () => ChunkKeyChain;
}

/**
 * Plans the chunks of a film. Throws AppError `no-people`, `no-voice`, `empty-range`.
 * @param known tracks of earlier versions of the document
 */
export function planFilmChunks(
  inputs: FilmInputs,
  choices: RenderChoices,
  known?: MotionTracks,
): FilmPlan {
  const { document } = inputs;
  if (document.scene === null || document.people.length === 0) {
    throw new AppError({
      category: 'bad-input',
      code: 'no-people',
      message: 'The project has no people to animate.',
      hint: 'Let Parley find them ("parley analyze"), or draw a face.',
    });
  }
  const motion = planMotionScene(document, inputs, choices.seed, known);
  const range = rangeOf(choices, motion.totalFrames, motion.rate);
  const size = sizeOf(document, document.scene, choices);
  const constant = constantOf(inputs, size, motion.constant);
  return {
    renderId: sha256Of({ size: [...size], seed: motion.scene.seed }).slice(0, 32),
    motion,
    size,
    range,
    chunks: planChunks(motion.totalFrames, range, motion.gridFrames),
    startKeys: () => motion.startKeys(constant),
  };
}

const keysOfPlans = new WeakMap<FilmPlan, readonly string[]>();

/** Keys of the chunks of a film, in order. */
export function chunkKeysOf(plan: FilmPlan): readonly string[] {
  const known = keysOfPlans.get(plan);
  if (known !== undefined) return known;
  const chain = plan.startKeys();
  let index = 0;
  const keys = plan.chunks.map((chunk) => {
    for (; index <= chunk.index; index++) chain.next(gridOf(plan.motion, index));
    return chain.keyOf(chunk);
  });
  keysOfPlans.set(plan, keys);
  return keys;
}

/**
 * Everything that a renderer needs. Throws what `planFilmChunks` throws.
 * @param paths of all media of the document
 */
export function planFilm(
  inputs: FilmInputs,
  paths: ReadonlyMap<string, string>,
  choices: RenderChoices,
): FilmJob & { range: FrameRange } {
  const plan = planFilmChunks(inputs, choices);
  const { tracks, totalFrames, gridFrames, lookaheadFrames } = plan.motion;
  return {
    renderId: plan.renderId,
    scene: sceneOf(inputs.document, paths, plan),
    tracks,
    totalFrames,
    gridFrames,
    lookaheadFrames,
    chunks: plan.chunks,
    keys: chunkKeysOf(plan),
    range: plan.range,
  };
}

function rangeOf(choices: RenderChoices, totalFrames: number, rate: Rational): FrameRange {
  if (totalFrames === 0) {
    throw new AppError({
      category: 'bad-input',
      code: 'no-voice',
      message: 'The project has no voice, so the film would have no length.',
      hint: 'Drop a voice on a person, or make a project with at least one --voice.',
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

function sizeOf(
  document: ProjectDocument,
  scene: Scene,
  choices: RenderChoices,
): readonly [number, number] {
  const picture = document.media.find(({ id }) => id === scene.pictureId);
  if (choices.size === null || picture === undefined || picture.kind === 'voice') return scene.size;
  return chooseOutputSize(picture.facts.width, picture.facts.height, choices.size);
}

function sceneOf(
  document: ProjectDocument,
  paths: ReadonlyMap<string, string>,
  { motion, size }: FilmPlan,
): RenderScene {
  const pathOf = (id: string | null): string | null =>
    id === null ? null : (paths.get(id) ?? null);
  const picturePath = pathOf(document.scene?.pictureId ?? null);
  if (picturePath === null) throw new Error('A scene needs its picture.');
  return {
    ...motion.scene,
    picturePath,
    platePath: pathOf(document.scene?.plateId ?? null),
    size,
    rate: motion.rate,
    people: motion.scene.people.map((person, index) => ({
      ...person,
      mattePath: pathOf(document.people[index].matteId),
    })),
  };
}

/** What every chunk depends on besides motion: the encoder's build, pictures by content, the size. */
function constantOf(
  { document, encoderVersion }: FilmInputs,
  size: readonly [number, number],
  motion: string,
): string {
  const hashOf = (id: string | null) =>
    document.media.find((media) => media.id === id)?.sha256 ?? null;
  return sha256Of({
    motion,
    encoder: encoderVersion,
    picture: hashOf(document.scene?.pictureId ?? null),
    plate: hashOf(document.scene?.plateId ?? null),
    mattes: document.people.map(({ matteId }) => hashOf(matteId)),
    size: [...size],
  });
}
