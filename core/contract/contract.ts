// Everything a window may ask of the host, over any transport. Names read `area.verb`.
import { z } from 'zod';
import type { FaceAnalysis } from '../people/face-analysis.ts';
import { mediaIdSchema, personIdSchema, voiceIdSchema } from '../project/ids.ts';
import { LIMITS } from '../project/limits.ts';
import {
  settingsPatchSchema,
  type AppStart,
  type EngineStatus,
  type MachineFacts,
  type ModelFacts,
  type ProjectListing,
  type Settings,
} from './app-types.ts';
import { command, query, subscription, typed, type Procedure, type Typed } from './procedure.ts';
import {
  exportSettingsSchema,
  fileTokenSchema,
  jobIdSchema,
  mediaItemSchema,
  newJobSchema,
  sessionSchema,
  takeIdSchema,
  viewStateSchema,
  type ActivityEvent,
  type AnalysisEvent,
  type ChunksEvent,
  type DocumentEvent,
  type ExportPreset,
  type HistoryEntry,
  type Job,
  type JobId,
  type OpenedProject,
  type PeakSlice,
  type PreviewMotion,
  type PreviewSceneInfo,
  type Take,
  type ViewState,
  type VoiceSound,
} from './project-types.ts';

const nothing = z.strictObject({});
const inSession = z.strictObject({ session: sessionSchema });
const name = z.string().min(1).max(LIMITS.nameCharacters);

/** One edit of the document by command name; the host checks that a window may send it. */
const editSchema = z.strictObject({ command: z.string().max(64), input: z.unknown() });
/** Source pixels of the scene's picture. */
const boxSchema = z.tuple([z.number(), z.number(), z.number().positive(), z.number().positive()]);

export const CONTRACT = {
  'app.start': query(nothing, typed<AppStart>()),
  'app.machine': query(nothing, typed<MachineFacts>()),
  'app.models': query(nothing, typed<readonly ModelFacts[]>()),
  'app.settings': subscription(nothing, typed<Settings>()),
  'app.changeSettings': command(settingsPatchSchema, typed<Settings>()),
  'app.engine': subscription(nothing, typed<EngineStatus>()),

  'projects.list': query(nothing, typed<readonly ProjectListing[]>()),
  'projects.open': command(
    z.union([
      z.strictObject({ ref: z.string().max(64) }),
      z.strictObject({ file: fileTokenSchema }),
    ]),
    typed<OpenedProject>(),
  ),
  'projects.create': command(
    z.strictObject({ picture: fileTokenSchema, name: name.nullable() }),
    typed<OpenedProject>(),
  ),
  'projects.openSample': command(nothing, typed<OpenedProject>()),
  'projects.rename': command(inSession.extend({ name }), typed<OpenedProject>()),
  /** Keeps a copy of the project as it is now. */
  'projects.snapshot': command(
    inSession,
    typed<{ readonly savedAt: string; readonly name: string }>(),
  ),
  'projects.close': command(inSession, typed<null>()),

  'document.watch': subscription(inSession, typed<DocumentEvent>()),
  'document.edit': command(
    inSession.extend(editSchema.shape),
    typed<{ readonly label: string; readonly revision: number }>(),
  ),
  'document.undo': command(
    inSession,
    typed<{ readonly label: string | null; readonly revision: number }>(),
  ),
  'document.redo': command(
    inSession,
    typed<{ readonly label: string | null; readonly revision: number }>(),
  ),
  'document.history': query(inSession, typed<readonly HistoryEntry[]>()),
  /** Undoes or redoes until the step is the last one done; 0 is the beginning. */
  'document.goTo': command(
    inSession.extend({ seq: z.number().int().min(0) }),
    typed<{ readonly revision: number }>(),
  ),

  /** Adds a recording; with a person, that person speaks it. Analysis follows by itself. */
  'import.voice': command(
    inSession.extend({ file: fileTokenSchema, personId: personIdSchema.nullable() }),
    typed<{ readonly voiceId: string }>(),
  ),
  'import.portrait': command(
    inSession.extend({ file: fileTokenSchema, personId: personIdSchema }),
    typed<null>(),
  ),
  'import.relink': command(
    inSession.extend({ file: fileTokenSchema, mediaId: mediaIdSchema }),
    typed<null>(),
  ),

  'analysis.run': command(inSession, typed<null>()),
  'analysis.watch': subscription(inSession, typed<AnalysisEvent>()),
  /** Looks for a face inside a box that the user drew; fits a general one when none is seen. */
  'analysis.faceInBox': query(
    inSession.extend({ box: boxSchema }),
    typed<{ readonly face: FaceAnalysis; readonly isDetected: boolean }>(),
  ),

  'activity.watch': subscription(nothing, typed<ActivityEvent>()),
  'activity.cancel': command(z.strictObject({ id: z.string().max(64) }), typed<null>()),

  'media.link': query(
    inSession.extend({ item: mediaItemSchema }),
    typed<{ readonly url: string }>(),
  ),
  'media.sound': query(inSession.extend({ voiceId: voiceIdSchema }), typed<VoiceSound>()),
  'media.peaks': query(
    inSession.extend({
      voiceId: voiceIdSchema,
      level: z.number().int().min(0).max(8),
      first: z.number().int().min(0),
      end: z.number().int().min(0),
    }),
    typed<PeakSlice>(),
  ),

  'preview.scene': query(inSession, typed<PreviewSceneInfo>()),
  /** Motion of one grid chunk, of the document with `overlay` applied: edits not yet committed. */
  'preview.motion': query(
    inSession.extend({
      chunk: z.number().int().min(0),
      overlay: z.array(editSchema).max(8),
    }),
    typed<PreviewMotion>(),
  ),

  'render.chunks': subscription(inSession, typed<ChunksEvent>()),
  /** Which chunks an uncommitted edit would make stale, and what that costs. */
  'render.impact': query(
    inSession.extend({ overlay: z.array(editSchema).max(8) }),
    typed<{
      readonly staleChunks: readonly number[];
      readonly seconds: { readonly low: number; readonly high: number } | null;
    }>(),
  ),

  'queue.watch': subscription(inSession, typed<readonly Job[]>()),
  'queue.add': command(inSession.extend({ job: newJobSchema }), typed<{ readonly jobId: JobId }>()),
  'queue.pause': command(inSession.extend({ jobId: jobIdSchema }), typed<null>()),
  'queue.resume': command(inSession.extend({ jobId: jobIdSchema }), typed<null>()),
  'queue.cancel': command(inSession.extend({ jobId: jobIdSchema }), typed<null>()),
  'queue.retry': command(inSession.extend({ jobId: jobIdSchema }), typed<null>()),
  'queue.remove': command(inSession.extend({ jobId: jobIdSchema }), typed<null>()),
  /** Puts a waiting job before another; null: to the end. */
  'queue.move': command(
    inSession.extend({ jobId: jobIdSchema, beforeId: jobIdSchema.nullable() }),
    typed<null>(),
  ),

  'takes.watch': subscription(inSession, typed<readonly Take[]>()),
  'takes.star': command(
    inSession.extend({ takeId: takeIdSchema, isStarred: z.boolean() }),
    typed<null>(),
  ),
  'takes.rename': command(inSession.extend({ takeId: takeIdSchema, name }), typed<null>()),
  'takes.remove': command(inSession.extend({ takeId: takeIdSchema }), typed<null>()),
  /** Finds every face again in the finished film; the result comes with `takes.watch`. */
  'takes.measure': command(inSession.extend({ takeId: takeIdSchema }), typed<null>()),

  'deliver.presets': query(nothing, typed<readonly ExportPreset[]>()),
  'deliver.estimate': query(
    inSession.extend({ settings: exportSettingsSchema }),
    typed<{
      readonly frames: number;
      readonly bytes: { readonly low: number; readonly high: number } | null;
      readonly seconds: { readonly low: number; readonly high: number } | null;
      readonly freeBytes: number;
    }>(),
  ),

  'view.load': query(inSession, typed<ViewState>()),
  'view.save': command(inSession.extend({ view: viewStateSchema }), typed<null>()),
} as const;

export type Contract = typeof CONTRACT;
export type ProcedureName = keyof Contract;
type Named<V extends string> = {
  [N in ProcedureName]: Contract[N]['verb'] extends V ? N : never;
}[ProcedureName];
export type CallName = Named<'query' | 'command'>;
export type SubscriptionName = Named<'subscription'>;

type OutputType<T> = T extends Typed<infer O> ? O : never;
export type Input<N extends ProcedureName> = z.input<Contract[N]['input']>;
export type ParsedInput<N extends ProcedureName> = z.output<Contract[N]['input']>;
export type Output<N extends ProcedureName> =
  Contract[N] extends Procedure<'query' | 'command' | 'subscription', z.ZodType, infer O>
    ? O
    : OutputType<Contract[N]['output']>;

export function isProcedureName(value: string): value is ProcedureName {
  return Object.hasOwn(CONTRACT, value);
}
