// From a project to everything a render needs: the scene, the tracks, the chunks, the keys.

import { AppError } from '#core/errors/app-error.ts';
import type { ProjectDocument } from '#core/project/document.ts';
import { planChunks, type FrameRange } from '#core/render/chunk-plan.ts';
import { ticksToFrame, ticksToFrameCount, type Rational } from '#core/time/ticks.ts';
import type { RenderScene } from '#main/engine/protocol/methods.ts';
import { chooseOutputSize, type PixelSize } from '#main/media/picture/choose-output-size.ts';
import { sha256Of } from '../fingerprint.ts';
import type { FilmJob } from './film-renderer.ts';
import { planMotionScene, type MotionPlan, type VoiceInputs } from './motion-scene.ts';

export interface RenderChoices {
  readonly range: { readonly inTick: number | null; readonly outTick: number | null } | null;
  readonly size: PixelSize | null;
  readonly seed: number | null;
}

export interface FilmInputs extends VoiceInputs {
  readonly document: ProjectDocument;
  readonly paths: ReadonlyMap<string, string>;
  /** Version of the encoder's build: another build may give other bytes. */
  readonly encoderVersion: string;
}

/** Plans a render. Throws AppError `no-people`, `no-voice`, `empty-range`. */
export function planFilm(
  inputs: FilmInputs,
  choices: RenderChoices,
): FilmJob & { range: FrameRange } {
  const { document } = inputs;
  if (document.scene === null || document.people.length === 0) {
    throw new AppError({
      category: 'bad-input',
      code: 'no-people',
      message: 'The project has no people to animate.',
      hint: 'Run "parley analyze" first.',
    });
  }
  const motion = planMotionScene(document, inputs, choices.seed);
  const { rate, tracks, totalFrames, gridFrames, lookaheadFrames } = motion;
  const range = rangeOf(choices, totalFrames, rate);
  const scene = sceneOf(inputs, choices, motion);
  const constant = constantOf(inputs, scene, motion.constant);
  return {
    renderId: sha256Of({
      size: [...scene.size],
      seed: scene.seed,
      range: [range.first, range.end],
    }).slice(0, 32),
    scene,
    tracks,
    totalFrames,
    gridFrames,
    lookaheadFrames,
    chunks: planChunks(totalFrames, range, gridFrames),
    range,
    startKeys: () => motion.startKeys(constant),
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
  { document, paths }: FilmInputs,
  choices: RenderChoices,
  motion: MotionPlan,
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
    ...motion.scene,
    picturePath,
    platePath: pathOf(settings.plateId),
    size,
    rate: settings.frameRate,
    people: motion.scene.people.map((person, index) => ({
      ...person,
      mattePath: pathOf(document.people[index].matteId),
    })),
  };
}

/** What every chunk depends on besides motion: the encoder's build, pictures by content, the size. */
function constantOf(
  { document, encoderVersion }: FilmInputs,
  scene: RenderScene,
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
    size: [...scene.size],
  });
}
