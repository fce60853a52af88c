// What the project keeps of a finished film.
import { z } from 'zod';
import { renderSettingsSchema, takeIdSchema } from '#core/contract/project-types.ts';
import { filmSizeSchema, frameRateSchema, seedSchema } from '#core/project/document.ts';
import { personIdSchema } from '#core/project/ids.ts';
import { LIMITS } from '#core/project/limits.ts';
import { chunkKeySchema, documentHashSchema } from './job-record.ts';

const count = z.number().int().min(0);
const figure = z.number().nullable();

const qualitySchema = z
  .strictObject({
    measuredFrames: count,
    people: z
      .array(
        z
          .strictObject({
            personId: personIdSchema.nullable(),
            name: z.string(),
            lipOwn: figure,
            lagFrames: figure,
            silentRatio: figure,
            eyeMotionListening: figure,
          })
          .readonly(),
      )
      .readonly(),
    seams: z.array(z.strictObject({ frame: count, jump: z.number() }).readonly()).readonly(),
  })
  .readonly();

export const takeRecordSchema = z
  .strictObject({
    id: takeIdSchema,
    /** Counts the takes of a project from 1; never given twice. */
    number: count,
    name: z.string().min(1).max(LIMITS.nameCharacters),
    createdAt: z.iso.datetime(),
    /** The document that was rendered. */
    documentHash: documentHashSchema,
    /** As they were asked for: the same settings of another document are another version. */
    settings: renderSettingsSchema,
    size: filmSizeSchema,
    seed: seedSchema,
    rate: frameRateSchema,
    firstFrame: count,
    frames: count,
    seamFrames: z.array(count).readonly(),
    chunkKeys: z.array(chunkKeySchema).readonly(),
    facts: z.array(z.strictObject({ label: z.string(), value: z.string() }).readonly()).readonly(),
    secondsToRender: z.number().min(0),
    bytes: count,
    isStarred: z.boolean(),
    quality: qualitySchema.nullable(),
  })
  .readonly();

export type TakeRecord = z.infer<typeof takeRecordSchema>;
