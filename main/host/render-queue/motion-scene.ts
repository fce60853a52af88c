// From a document to everything that motion is planned from: the scene, the tracks, and the keys of
// what follows from them. The same for a film and for the window's preview.

import { createHash } from 'node:crypto';
import type { Json } from '#core/json/canonical-json.ts';
import type { FaceAnalysis } from '#core/people/face-analysis.ts';
import type { ProjectDocument } from '#core/project/document.ts';
import {
  DRAFT_CHUNK_FRAMES,
  DRAFT_LOOKAHEAD_FRAMES,
  DRAFT_SOUND_CONTEXT_FRAMES,
} from '#core/render/draft-limits.ts';
import { countFilmFrames } from '#core/render/film-length.ts';
import { MotionTracks, type MotionTrack } from '#core/render/motion-tracks.ts';
import type { PersonTrack } from '#core/render/person-tracks.ts';
import { DRAFT_FRAME_RATE, TICKS_PER_SECOND, type Rational } from '#core/time/ticks.ts';
import type { FrameRange } from '#core/render/chunk-plan.ts';
import type { MotionScene, VoicePreparation, VoiceSource } from '#main/engine/protocol/methods.ts';
import { VOICE_RATE } from '#main/media/audio/pcm-reader.ts';
import { generatorFingerprint, sha256Of } from '../fingerprint.ts';
import { ChunkKeyChain } from './chunk-keys.ts';
import { soundOfFrames, type SoundDigest } from './sound-digests.ts';

/** What is known of a project's voices, in document order. */
export interface VoiceInputs {
  readonly sources: readonly VoiceSource[];
  readonly sounds: readonly SoundDigest[];
  readonly preparations: readonly VoicePreparation[];
  /** Speaking scores at the film's frame rate. // [V][T] */
  readonly scores: readonly Float32Array[];
}

export interface MotionPlan {
  readonly scene: MotionScene;
  readonly tracks: readonly MotionTrack[];
  readonly rate: Rational;
  readonly totalFrames: number;
  readonly gridFrames: number;
  readonly lookaheadFrames: number;
  /** Stands for everything in the scene that can change motion. */
  readonly constant: string;
  /** A fresh chain, at the start of the film. `constant` as above, or with more added to it. */
  readonly startKeys: (constant: string) => ChunkKeyChain;
}

/**
 * @param seed null: the document's own
 * @param known tracks of earlier versions of the document
 */
export function planMotionScene(
  document: ProjectDocument,
  voices: VoiceInputs,
  seed: number | null,
  known = new MotionTracks(),
): MotionPlan {
  const rate = document.scene?.frameRate ?? DRAFT_FRAME_RATE;
  const totalFrames = countFilmFrames(document);
  const tracks = known.build(document, voices.scores, totalFrames, rate);
  const scene = sceneOf(document, voices, tracks, seed);
  const lipOffsets = scene.voices.map((voice) => voice.lipOffsetSamples);
  const samplesPerFrame = (VOICE_RATE * rate.den) / rate.num;
  return {
    scene,
    tracks,
    rate,
    totalFrames,
    gridFrames: DRAFT_CHUNK_FRAMES,
    lookaheadFrames: DRAFT_LOOKAHEAD_FRAMES,
    constant: constantOf(scene, rate),
    startKeys: (constant) =>
      new ChunkKeyChain({
        constant,
        tracks,
        soundOf: (voice, frames) =>
          soundOfFrames(voices.sounds[voice], frames, samplesPerFrame, lipOffsets[voice]),
        lipOffsets,
        lookaheadFrames: DRAFT_LOOKAHEAD_FRAMES,
        soundContextFrames: DRAFT_SOUND_CONTEXT_FRAMES,
      }),
  };
}

/** Frames of grid chunk `index`, cut at the end of the film. */
export function gridOf(
  { gridFrames, totalFrames }: Pick<MotionPlan, 'gridFrames' | 'totalFrames'>,
  index: number,
): FrameRange {
  return { first: index * gridFrames, end: Math.min(totalFrames, (index + 1) * gridFrames) };
}

function sceneOf(
  document: ProjectDocument,
  { sources, preparations }: VoiceInputs,
  tracks: readonly MotionTrack[],
  seed: number | null,
): MotionScene {
  const hasPlate = (document.scene?.plateId ?? null) !== null;
  const ticksPerSample = TICKS_PER_SECOND / VOICE_RATE;
  return {
    people: document.people.map(({ face, matteId }, index) => ({
      face,
      isCutOut: hasPlate && matteId !== null,
      mainVoice: mainVoiceOf(tracks[index]),
    })),
    voices: document.voices.map(({ lipOffsetTicks }, index) => ({
      ...sources[index],
      preparation: preparations[index],
      lipOffsetSamples: Math.round(lipOffsetTicks / ticksPerSample),
    })),
    seed: seed ?? document.scene?.seed ?? 0,
  };
}

/** The voice that a person has in most frames, -1 for none. */
export function mainVoiceOf({ voiceOfFrame }: PersonTrack): number {
  const counts: number[] = [];
  for (const voice of voiceOfFrame) if (voice >= 0) counts[voice] = (counts[voice] ?? 0) + 1;
  let most = -1;
  counts.forEach((count, voice) => {
    if (most < 0 || count > counts[most]) most = voice;
  });
  return most;
}

function constantOf(scene: MotionScene, rate: Rational): string {
  return sha256Of({
    generator: 'draft',
    code: generatorFingerprint(),
    people: scene.people.map(({ face, isCutOut, mainVoice }) => ({
      face: digestFace(face),
      isCutOut,
      mainVoice,
    })),
    preparations: scene.voices.map(
      ({ preparation }) => JSON.parse(JSON.stringify(preparation)) as Json,
    ),
    rate: { num: rate.num, den: rate.den },
    seed: scene.seed,
  });
}

/** Faces have 478 points and hardly ever change. */
const faceDigests = new WeakMap<FaceAnalysis, string>();

function digestFace(face: FaceAnalysis): string {
  const known = faceDigests.get(face);
  if (known !== undefined) return known;
  const digest = createHash('sha256').update(JSON.stringify(face)).digest('hex');
  faceDigests.set(face, digest);
  return digest;
}
