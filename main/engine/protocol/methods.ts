// What the host may ask of the engine process. Types only: both sides are built from one source.

import type { PoseOverlay } from '#core/motion/pose-overlay.ts';
import type { Box, FaceAnalysis } from '#core/people/face-analysis.ts';
import type { FrameRange } from '#core/render/chunk-plan.ts';
import type { Interval } from '#core/speech/speaking-score.ts';
import type { Rational } from '#core/time/ticks.ts';
import type { VoiceStatistics } from '#models/audio/voice-statistics.ts';
import type { DraftCarry } from '#models/pipelines/draft/draft-carry.ts';
import type { VoiceCalibration } from '#models/pipelines/draft/calibrate-voice.ts';
import type { FilmComparison, FilmMeasurement } from '#core/metrics/film-measurement.ts';

/** A voice as the engine reads it: 16 kHz mono s16le without a header. */
export interface VoiceSource {
  readonly pcmPath: string;
  readonly samples: number;
}

/** What is known of a whole voice before any chunk of it is rendered. Plain JSON. */
export interface VoicePreparation {
  /** The voice's own spectrum, which normalises the features. */
  readonly statistics: VoiceStatistics;
  /** The range of the voice's own lip opening and energy. */
  readonly calibration: VoiceCalibration;
}

/** A voice of a scene. */
export interface SceneVoice extends VoiceSource {
  readonly preparation: VoicePreparation;
  /** Lips move this many samples later than the sound; negative is earlier. */
  readonly lipOffsetSamples: number;
}

export interface MotionPerson {
  readonly face: FaceAnalysis;
  /** A matte over a clean plate: the head may move without bending the background. */
  readonly isCutOut: boolean;
  /** Index of the voice that this person has most of the time, -1 for none. */
  readonly mainVoice: number;
}

/** Everything that motion depends on and that does not change from chunk to chunk. */
export interface MotionScene {
  readonly people: readonly MotionPerson[];
  readonly voices: readonly SceneVoice[];
  readonly seed: number;
}

export interface RenderPerson extends MotionPerson {
  /** Coverage mask of the person in the picture, when the user has one. */
  readonly mattePath: string | null;
}

/** Everything about a render that does not depend on the chunk. */
export interface RenderScene extends MotionScene {
  readonly picturePath: string;
  /** The same view without people; lets heads move without bending the background. */
  readonly platePath: string | null;
  /** Width and height of the film in pixels, both even. */
  readonly size: readonly [width: number, height: number];
  readonly rate: Rational;
  readonly people: readonly RenderPerson[];
}

export interface MotionRequest {
  /** Motion is planned for grid frames [first, end) from the carry at `first`. */
  readonly grid: FrameRange;
  /** Per person: index of the voice in the mouth, -1 for none. // [P][end - first + lookahead] */
  readonly voiceOfFrame: readonly Int8Array[];
  /** Per person: effective speaking score in [-1, 1]. // [P][end - first + lookahead] */
  readonly scores: readonly Float32Array[];
  /** Per person: pose keys over [first, end), null where none act. */
  readonly poses: readonly (PoseOverlay | null)[];
  /** State of the motion planner at `grid.first`; null at the start of the film. */
  readonly carry: DraftCarry | null;
}

export interface ChunkRequest extends MotionRequest {
  /** Frames to draw, inside `grid`; null plans the motion only. */
  readonly draw: FrameRange | null;
  /** Where the encoded chunk goes; a temporary name first, renamed when complete. */
  readonly outPath: string;
}

export interface MeasureRequest {
  readonly filmPath: string;
  /** Rest face box per person in film pixels; empty to detect people in the first frame. */
  readonly faceBoxes: readonly (readonly [number, number, number, number])[];
  readonly voices: readonly VoiceSource[];
  /** Per voice, as `prepareVoices` gave it. */
  readonly preparations: readonly VoicePreparation[];
  /** Per person: index of the own voice, -1 for none. */
  readonly voiceOfPerson: readonly number[];
  /** Per person: when the person speaks, in seconds. */
  readonly speaking: readonly (readonly Interval[])[];
  /** Frames at which a new chunk begins. */
  readonly seamFrames: readonly number[];
  /** Frame of the whole scene at which the film begins: where its first frame lies in the voices. */
  readonly firstFrame: number;
}

export interface CompareRequest {
  readonly filmPath: string;
  readonly referencePath: string;
  readonly faceBoxes: readonly (readonly [number, number, number, number])[];
  readonly speaking: readonly (readonly Interval[])[];
}

/** Method name -> input, output, and the payload of its progress events. */
export interface EngineMethods {
  analyzeStill: {
    input: { readonly picturePath: string };
    output: { readonly size: readonly [number, number]; readonly faces: readonly FaceAnalysis[] };
    event: StepProgress;
  };
  faceInBox: {
    input: {
      readonly picturePath: string;
      /** Pixels of the upright picture, as are those of the faces that are known already. */
      readonly box: Box;
      readonly others: readonly Box[];
    };
    output: { readonly face: FaceAnalysis; readonly isDetected: boolean };
    event: never;
  };
  scoreVoices: {
    input: { readonly voices: readonly VoiceSource[] };
    output: {
      readonly scores: readonly { values: Float32Array; intervals: readonly Interval[] }[];
    };
    event: StepProgress;
  };
  prepareVoices: {
    /** `scores` per voice at SCORE_RATE. // [V][T] */
    input: { readonly voices: readonly VoiceSource[]; readonly scores: readonly Float32Array[] };
    output: { readonly preparations: readonly VoicePreparation[] };
    event: StepProgress;
  };
  openRender: {
    input: RenderScene;
    output: null;
    event: never;
  };
  renderChunk: {
    input: ChunkRequest;
    /** Bytes of the finished file; 0 when nothing was drawn. */
    output: { readonly bytes: number };
    event: { readonly type: 'planned'; readonly carry: DraftCarry } | StepProgress;
  };
  closeRender: { input: null; output: null; event: never };
  /** `id` names the scene's content: whoever opens the same may open it again. */
  openPreview: {
    input: { readonly id: string; readonly scene: MotionScene };
    output: null;
    event: never;
  };
  /** Throws AppError `no-preview` when the scene is not open (any more). */
  planPreview: {
    input: MotionRequest & { readonly id: string };
    /** // [T, P, 24] */
    output: { readonly motion: Float32Array; readonly carry: DraftCarry };
    event: never;
  };
  measureFilm: { input: MeasureRequest; output: FilmMeasurement; event: StepProgress };
  compareFilms: { input: CompareRequest; output: FilmComparison; event: StepProgress };
}

/** Units done of a total: frames, crops or seconds, as the method says. */
export interface StepProgress {
  readonly type: 'progress';
  readonly done: number;
  readonly total: number;
}

export type EngineMethod = keyof EngineMethods;
