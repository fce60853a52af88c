// What a window knows of an open project.
import { z } from 'zod';
import type { WireError } from '../errors/app-error.ts';
import type { FaceAnalysis } from '../people/face-analysis.ts';
import type { ProjectDocument } from '../project/document.ts';
import { filmSizeSchema, seedSchema } from '../project/document.ts';
import { mediaIdSchema, personIdSchema, voiceIdSchema, type PersonId } from '../project/ids.ts';
import { LIMITS } from '../project/limits.ts';
import type { RowChange } from '../project/rows.ts';
import type { WorkStage } from './work-stage.ts';

const opaque = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

/** Names an open project inside the host. */
export const sessionSchema = opaque.brand<'SessionId'>();
/** Names a file that the user has handed over, by upload or by dialog. Never a path. */
export const fileTokenSchema = opaque.brand<'FileToken'>();
export const jobIdSchema = opaque.brand<'JobId'>();
export const takeIdSchema = opaque.brand<'TakeId'>();
export type SessionId = z.infer<typeof sessionSchema>;
export type FileToken = z.infer<typeof fileTokenSchema>;
export type JobId = z.infer<typeof jobIdSchema>;
export type TakeId = z.infer<typeof takeIdSchema>;

const tick = z.number().int().min(0).max(LIMITS.ticks);
export const rangeSchema = z
  .strictObject({ inTick: tick.nullable(), outTick: tick.nullable() })
  .readonly();
/** In and out point in ticks; null is the beginning or the end. */
export type TickRange = z.infer<typeof rangeSchema>;

export interface OpenedProject {
  readonly session: SessionId;
  readonly name: string;
  readonly displayPath: string;
  /** Null: may be edited. Otherwise why not, as a sentence. */
  readonly readOnly: string | null;
  /** What had to be given up or was found again at opening, as sentences. */
  readonly notices: readonly string[];
}

export interface HistoryHead {
  readonly undo: string | null;
  readonly redo: string | null;
}

export interface HistoryEntry {
  readonly seq: number;
  readonly label: string;
  /** Undone steps lie after the present. */
  readonly isUndone: boolean;
}

/** The first event is always a snapshot. */
export type DocumentEvent =
  | {
      readonly type: 'snapshot';
      readonly document: ProjectDocument;
      readonly revision: number;
      readonly history: HistoryHead;
      /** Media that is not where it was, nor anywhere near. */
      readonly missingMedia: readonly { readonly mediaId: string; readonly name: string }[];
    }
  | {
      readonly type: 'changes';
      readonly changes: readonly RowChange[];
      readonly revision: number;
      readonly history: HistoryHead;
      readonly label: string;
      /** `edit`, `undo` or `redo`: what made the change. */
      readonly origin: 'edit' | 'undo' | 'redo';
      /** ISO time at which the change was durable. */
      readonly savedAt: string;
    };

/** What was heard in the voices; null values until analysis has run. */
export interface AnalysisEvent {
  readonly state: 'none' | 'running' | 'ready' | 'failed';
  readonly error: WireError | null;
  /** Speaking score per voice in document order at the film's frame rate. // [V][T] */
  readonly scores: readonly Float32Array[];
}

/** A running operation that is not a job of the queue. */
export interface Activity {
  readonly id: string;
  readonly session: SessionId | null;
  readonly stage: WorkStage;
  readonly done: number;
  readonly total: number;
  readonly secondsLeft: number | null;
}

export type ActivityEvent =
  | { readonly type: 'running'; readonly activities: readonly Activity[] }
  | {
      readonly type: 'notice';
      readonly level: 'info' | 'warning' | 'error';
      readonly message: string;
      readonly hint: string | null;
    };

/** What can be linked to: the address is good for this host's life only. */
export const mediaItemSchema = z.discriminatedUnion('kind', [
  /** The scene's picture as it is. */
  z.strictObject({ kind: z.literal('media'), mediaId: mediaIdSchema }),
  /** Square PNG of a person's portrait or face, `px` wide. */
  z.strictObject({
    kind: z.literal('thumbnail'),
    personId: personIdSchema,
    px: z.number().int().min(16).max(512),
  }),
  /** Finished film of a take. */
  z.strictObject({ kind: z.literal('take'), takeId: takeIdSchema }),
  /** Picture of a take's middle frame. */
  z.strictObject({ kind: z.literal('take-poster'), takeId: takeIdSchema }),
  /** A finished chunk (H.264 without sound), by key. */
  z.strictObject({ kind: z.literal('chunk'), key: z.string().regex(/^[0-9a-f]{8,128}$/) }),
  /** What a job has written, for download. */
  z.strictObject({ kind: z.literal('job-output'), jobId: jobIdSchema }),
]);
export type MediaItem = z.infer<typeof mediaItemSchema>;

export interface VoiceSound {
  /** Raw s16le, mono; range requests. */
  readonly url: string;
  readonly sampleRate: number;
  readonly samples: number;
}

/** Waveform: triples (min, max, rms) of Int16. */
export interface PeakSlice {
  readonly sampleRate: number;
  /** Length of the source in samples. */
  readonly samples: number;
  readonly samplesPerPeak: number;
  readonly first: number;
  readonly values: Int16Array;
}

/** All that the window needs to draw the draft itself. Addresses are PNGs at film size. */
export interface PreviewSceneInfo {
  readonly size: readonly [width: number, height: number];
  readonly pictureFacts: { readonly width: number; readonly height: number };
  readonly pictureUrl: string;
  readonly plateUrl: string | null;
  /** In document order. */
  readonly people: readonly {
    readonly id: PersonId;
    readonly face: FaceAnalysis;
    readonly matteUrl: string | null;
  }[];
  readonly topologyUrl: string;
  /** Changes when any of it changes. */
  readonly key: string;
}

export interface PreviewMotion {
  readonly firstFrame: number;
  readonly frames: number;
  readonly people: readonly PersonId[];
  readonly key: string;
  /** // [frames, P, 24] */
  readonly motion: Float32Array;
  /** Planned from a guess of what came before; an exact one follows when asked again. */
  readonly isApproximate: boolean;
}

export const CHUNK_STATES = ['empty', 'stale', 'queued', 'rendering', 'ready', 'failed'] as const;
export type ChunkStateName = (typeof CHUNK_STATES)[number];

export interface ChunkState {
  readonly index: number;
  readonly first: number;
  readonly end: number;
  readonly state: ChunkStateName;
  readonly key: string;
  /** Share drawn while rendering, 0..1. */
  readonly progress: number;
}

export interface ChunksEvent {
  readonly frames: number;
  readonly chunks: readonly ChunkState[];
  /** Time to render what is not ready, from this machine's own history; null before any render. */
  readonly secondsToRender: { readonly low: number; readonly high: number } | null;
}

export const renderSettingsSchema = z.strictObject({
  range: rangeSchema.nullable(),
  /** Null: the project's own. */
  size: filmSizeSchema.nullable(),
  seed: seedSchema.nullable(),
});
export type RenderSettings = z.infer<typeof renderSettingsSchema>;

export const exportSettingsSchema = z.strictObject({
  preset: z.string().regex(/^[a-z0-9-]{1,32}$/),
  /** Null: the newest state of the project, rendered first where needed. */
  takeId: takeIdSchema.nullable(),
  range: rangeSchema.nullable(),
  /** Without folder; the extension belongs to the preset. */
  fileName: z
    .string()
    .min(1)
    .max(120)
    .regex(/^[^/\\:*?"<>|\u0000-\u001f]+$/),
  /** A folder that the user picked in a dialog; null: the exports folder. */
  folder: fileTokenSchema.nullable(),
});
export type ExportSettings = z.infer<typeof exportSettingsSchema>;

export const newJobSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('render'), settings: renderSettingsSchema }),
  z.strictObject({ kind: z.literal('export'), settings: exportSettingsSchema }),
]);
export type NewJob = z.infer<typeof newJobSchema>;

export const JOB_STATES = [
  'queued',
  'running',
  'paused',
  /** Parley was closed or died while it ran. */
  'interrupted',
  'failed',
  'done',
] as const;
export type JobState = (typeof JOB_STATES)[number];

export interface Job {
  readonly id: JobId;
  readonly kind: 'render' | 'export';
  readonly title: string;
  readonly state: JobState;
  /** Null unless running. */
  readonly stage: WorkStage | null;
  /** Chunk in work, counted from 1; null outside rendering. */
  readonly chunk: { readonly number: number; readonly total: number } | null;
  readonly framesDone: number;
  readonly framesTotal: number;
  readonly framesPerSecond: number | null;
  readonly secondsLeft: { readonly low: number; readonly high: number } | null;
  readonly error: WireError | null;
  readonly takeId: TakeId | null;
  /** Key of the last finished chunk, to be played at once. */
  readonly lastChunkKey: string | null;
  readonly lastChunkFirstFrame: number | null;
  readonly output: {
    readonly name: string;
    readonly displayPath: string;
    readonly bytes: number;
  } | null;
  readonly createdAt: string;
  readonly endedAt: string | null;
  readonly log: readonly string[];
}

export interface PersonQuality {
  readonly personId: PersonId | null;
  readonly name: string;
  /** Correlation of lips with the own voice, -1..1; null for listeners. */
  readonly lipOwn: number | null;
  /** Best lag of the lips in frames; positive is late. */
  readonly lagFrames: number | null;
  /** Lip motion in silence over lip motion in speech. */
  readonly silentRatio: number | null;
  readonly eyeMotionListening: number | null;
}

export interface TakeQuality {
  readonly measuredFrames: number;
  readonly people: readonly PersonQuality[];
  /** Per seam: jump over the film's own 95th percentile of frame-to-frame change. */
  readonly seams: readonly { readonly frame: number; readonly jump: number }[];
}

export interface Take {
  readonly id: TakeId;
  readonly number: number;
  readonly name: string;
  readonly createdAt: string;
  readonly generator: 'draft';
  readonly size: readonly [number, number];
  readonly seed: number;
  readonly firstFrame: number;
  readonly frames: number;
  /** First frame of each chunk after the first; counted in the project, as `firstFrame` is. */
  readonly seamFrames: readonly number[];
  readonly isStarred: boolean;
  /** What the project held when it was rendered; for "what differs". */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly secondsToRender: number;
  readonly bytes: number;
  /** True while the project still renders to the same frames. */
  readonly isCurrent: boolean;
  readonly quality: TakeQuality | null;
}

export interface ExportPreset {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly extension: string;
  /** Null: can be used here. Otherwise why not. */
  readonly unavailable: string | null;
}

/** Where the window stands in a project: kept, never undone. */
export const viewStateSchema = z.strictObject({
  page: z.enum(['assign', 'animate', 'review', 'deliver']).default('assign'),
  playheadTick: tick.default(0),
  inTick: tick.nullable().default(null),
  outTick: tick.nullable().default(null),
  isLooping: z.boolean().default(false),
  isSnapping: z.boolean().default(true),
  isFollowing: z.boolean().default(true),
  startTick: tick.default(0),
  /** 0: fit. */
  ticksPerPixel: z.number().min(0).max(LIMITS.ticks).default(0),
  selectedPersonId: personIdSchema.nullable().default(null),
  mutedVoiceIds: z.array(voiceIdSchema).max(LIMITS.voices).default([]),
  soloVoiceIds: z.array(voiceIdSchema).max(LIMITS.voices).default([]),
  laneHeights: z.record(z.string().max(80), z.number().min(16).max(400)).default({}),
  showBindings: z.boolean().default(false),
  showFaces: z.boolean().default(true),
  showSkeleton: z.boolean().default(true),
  showOnionSkin: z.boolean().default(false),
  monitorSource: z.enum(['draft', 'final']).default('draft'),
});
export type ViewState = z.infer<typeof viewStateSchema>;
