// What the project keeps of a job: what was asked for, how far it came, what came of it.
import { z } from 'zod';
import {
  exportSettingsSchema,
  jobIdSchema,
  JOB_STATES,
  renderSettingsSchema,
  takeIdSchema,
} from '#core/contract/project-types.ts';
import { EXIT_CODES, type ErrorCategory } from '#core/errors/app-error.ts';

const count = z.number().int().min(0);
const isoDate = z.iso.datetime();
export const chunkKeySchema = z.string().regex(/^[0-9a-f]{8,128}$/);
export const documentHashSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** What to do. An export knows its folder by path: a token ends with the host. */
export const jobRequestSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('render'), settings: renderSettingsSchema }),
  z.strictObject({
    kind: z.literal('export'),
    settings: exportSettingsSchema.omit({ folder: true }).extend({ folderPath: z.string() }),
  }),
]);
export type JobRequest = z.infer<typeof jobRequestSchema>;

const categories = Object.keys(EXIT_CODES).filter((name) => name !== 'ok') as ErrorCategory[];
const wireErrorSchema = z
  .strictObject({
    category: z.enum(categories),
    code: z.string(),
    message: z.string(),
    hint: z.string().nullable(),
  })
  .readonly();

export const LOG_LINES = 100;

export const jobRecordSchema = z
  .strictObject({
    id: jobIdSchema,
    title: z.string().max(200),
    state: z.enum(JOB_STATES),
    request: jobRequestSchema,
    /** The document that is rendered, frozen when the job started. */
    documentHash: documentHashSchema.nullable(),
    /** Given when the job starts, so that a job that goes on writes the same file. */
    takeId: takeIdSchema.nullable(),
    /** Of all chunks, known when they are planned. */
    chunkKeys: z.array(chunkKeySchema).readonly(),
    /** Chunk in work or last worked on, counted from 1; 0 before the first. */
    chunkNumber: count,
    framesDone: count,
    framesTotal: count,
    /** Time in work over all runs. */
    secondsSpent: z.number().min(0),
    lastChunk: z.strictObject({ key: chunkKeySchema, firstFrame: count }).readonly().nullable(),
    /** The chunk that could not be rendered. */
    failedChunkKey: chunkKeySchema.nullable(),
    error: wireErrorSchema.nullable(),
    output: z.strictObject({ path: z.string(), bytes: count }).readonly().nullable(),
    createdAt: isoDate,
    endedAt: isoDate.nullable(),
    log: z.array(z.string().max(500)).max(LOG_LINES).readonly(),
  })
  .readonly();

export type JobRecord = z.infer<typeof jobRecordSchema>;
