// The project document: everything an editor decides, and nothing that can be computed again.
// It is held as rows, one per thing, so that a command changes, checks and stores only what it touches.
import { z } from 'zod';
import { faceAnalysisSchema } from './face-schema.ts';
import {
  assignmentIdSchema,
  markerIdSchema,
  mediaIdSchema,
  personIdSchema,
  poseKeyIdSchema,
  scoreKeyIdSchema,
  voiceIdSchema,
} from './ids.ts';
import { LIMITS } from './limits.ts';
import { gazeTargetSchema, poseJointsSchema, poseValuesSchema } from '../pose/pose-schema.ts';

const CONTROL_CHARACTER = /[\u0000-\u001f\u007f-\u009f]/;

const nameSchema = z
  .string()
  .min(1)
  .max(LIMITS.nameCharacters)
  .refine((name) => !CONTROL_CHARACTER.test(name), 'a name holds no control characters');
const pathSchema = z
  .string()
  .min(1)
  .max(LIMITS.pathCharacters)
  .refine((path) => !path.includes('\0'), 'a path holds no NUL');
/** Ticks from the start of the film. */
const tickSchema = z.number().int().min(0).max(LIMITS.ticks);
const orderSchema = z.number().int().min(0).max(10_000);
const evenSideSchema = z.number().int().min(LIMITS.minSide).max(LIMITS.maxSide).multipleOf(2);

/** Even numbers of pixels: the encoders need them. */
export const filmSizeSchema = z.tuple([evenSideSchema, evenSideSchema]).readonly();
export const seedSchema = z.number().int().min(0).max(0xffff_ffff);
export const frameRateSchema = z
  .strictObject({
    num: z.number().int().min(1).max(1_000_000),
    den: z.number().int().min(1).max(100_000),
  })
  .readonly();

export const sceneSchema = z
  .strictObject({
    pictureId: mediaIdSchema,
    /** The same picture without the people, when there is one. */
    plateId: mediaIdSchema.nullable(),
    /** Width and height of the film in pixels. */
    size: filmSizeSchema,
    seed: seedSchema,
    frameRate: frameRateSchema,
  })
  .readonly();

const pictureSideSchema = z.number().int().min(1).max(LIMITS.maxPictureSide);
export const pictureFactsSchema = z
  .strictObject({ width: pictureSideSchema, height: pictureSideSchema })
  .readonly();
export const voiceFactsSchema = z
  .strictObject({
    channels: z.number().int().min(1).max(LIMITS.channels),
    sampleRate: z.number().int().min(1).max(LIMITS.sampleRate),
    durationTicks: tickSchema,
  })
  .readonly();

const mediaFields = {
  id: mediaIdSchema,
  /** From the folder of the project, with forward slashes. Tried first. */
  relativePath: pathSchema,
  absolutePath: pathSchema,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.number().int().min(0).max(LIMITS.mediaBytes),
};
const imageMedia = <const K extends string>(kind: K) =>
  z.strictObject({ ...mediaFields, kind: z.literal(kind), facts: pictureFactsSchema });

/** A file outside the project, known by two paths and by its content. */
export const mediaSchema = z
  .discriminatedUnion('kind', [
    imageMedia('picture'),
    imageMedia('plate'),
    imageMedia('matte'),
    imageMedia('portrait'),
    z.strictObject({ ...mediaFields, kind: z.literal('voice'), facts: voiceFactsSchema }),
  ])
  .readonly();

export const personSchema = z
  .strictObject({
    id: personIdSchema,
    name: nameSchema,
    /** From left to right in the picture, from 0. */
    order: orderSchema,
    /** A silent person listens all the time, whatever the assignments say. */
    silent: z.boolean(),
    /** Alpha picture of this person alone, when there is one. */
    matteId: mediaIdSchema.nullable(),
    /** Picture that stands for the person in lists; null: the face cut from the scene. */
    portraitId: mediaIdSchema.nullable().default(null),
    /** Share of the analysed score that stays inside edited spans of the curve, 0..1. */
    followVoice: z.number().min(0).max(1).default(0),
    /** Share of the generator's own motion that stays under pose keys, 0..1. */
    keepMotion: z.number().min(0).max(1).default(0),
    face: faceAnalysisSchema,
    /** `drawn`: placed by the user, never replaced by a detection. */
    source: z.enum(['detected', 'drawn']),
  })
  .readonly();

export const voiceSchema = z
  .strictObject({
    id: voiceIdSchema,
    name: nameSchema,
    /** In the order of being added, from 0. */
    order: orderSchema,
    mediaId: mediaIdSchema,
    durationTicks: tickSchema,
    /** Lips move this much later than the sound; negative is earlier. */
    lipOffsetTicks: z
      .number()
      .int()
      .min(-LIMITS.voiceOffsetTicks)
      .max(LIMITS.voiceOffsetTicks)
      .default(0),
  })
  .readonly();

/** Who speaks a stretch of a voice. Stretches of one voice never overlap. */
export const assignmentSchema = z
  .strictObject({
    id: assignmentIdSchema,
    voiceId: voiceIdSchema,
    /** Null: heard, but nobody in the picture says it. */
    personId: personIdSchema.nullable(),
    startTick: tickSchema,
    /** Exclusive; null is the end of the voice. */
    endTick: tickSchema.nullable(),
    confidence: z.number().min(0).max(1),
    /** A `user` assignment always wins over a `proposal`. */
    source: z.enum(['proposal', 'user']),
  })
  .readonly();

export const interpolationSchema = z.enum(['hold', 'linear', 'bezier']);

/** From a key to its handle: ticks (to the left for the incoming one) and value. */
const handleSchema = z
  .strictObject({
    ticks: z.number().int().min(0).max(LIMITS.ticks),
    value: z.number().min(-2).max(2),
  })
  .readonly();

/** A key of a person's speaking-score override; see score-curve.ts for how keys become a curve. */
export const scoreKeySchema = z
  .strictObject({
    id: scoreKeyIdSchema,
    personId: personIdSchema,
    tick: tickSchema,
    /** Speaking score in [-1, 1]; null hands the person back to the automatic score. */
    value: z.number().min(-1).max(1).nullable(),
    /** How the curve leaves this key. */
    interpolation: interpolationSchema,
    /** Bezier handles; null is flat, a third of the way to the neighbour. */
    inHandle: handleSchema.nullable().default(null),
    outHandle: handleSchema.nullable().default(null),
  })
  .readonly();

/** A key of a person's pose: only what the user touched; see pose/pose-track.ts for the curve. */
export const poseKeySchema = z
  .strictObject({
    id: poseKeyIdSchema,
    personId: personIdSchema,
    tick: tickSchema,
    /** Touched parameters; null hands the parameter back to the generator from here on. */
    values: poseValuesSchema,
    /** Null: not touched by this key. */
    gaze: gazeTargetSchema.nullable(),
    /** Touched body joints, used by generators that have a body. */
    joints: poseJointsSchema,
    /** How every touched parameter leaves this key. */
    interpolation: z.enum(['hold', 'linear', 'smooth']),
  })
  .readonly();

/** A note at a point of the film. */
export const markerSchema = z
  .strictObject({
    id: markerIdSchema,
    tick: tickSchema,
    name: nameSchema,
    note: z.string().max(LIMITS.noteCharacters),
    /** Index into the speaker colours; null is neutral. */
    color: z.number().int().min(0).max(7).nullable(),
  })
  .readonly();

export const documentSchema = z
  .strictObject({
    scene: sceneSchema.nullable(),
    /** By id. */
    media: z.array(mediaSchema).max(LIMITS.media).readonly(),
    /** By order. */
    people: z.array(personSchema).max(LIMITS.people).readonly(),
    /** By order. */
    voices: z.array(voiceSchema).max(LIMITS.voices).readonly(),
    /** By voice, then start. */
    assignments: z.array(assignmentSchema).max(LIMITS.assignments).readonly(),
    /** By person, then tick. */
    scoreKeys: z.array(scoreKeySchema).max(LIMITS.scoreKeys).readonly(),
    /** By person, then tick. */
    poseKeys: z.array(poseKeySchema).max(LIMITS.poseKeys).readonly(),
    /** By tick. */
    markers: z.array(markerSchema).max(LIMITS.markers).readonly(),
  })
  .readonly();

export type Scene = z.infer<typeof sceneSchema>;
export type MediaRef = z.infer<typeof mediaSchema>;
export type MediaKind = MediaRef['kind'];
export type PictureFacts = z.infer<typeof pictureFactsSchema>;
export type VoiceFacts = z.infer<typeof voiceFactsSchema>;
export type Person = z.infer<typeof personSchema>;
export type Voice = z.infer<typeof voiceSchema>;
export type Assignment = z.infer<typeof assignmentSchema>;
export type Interpolation = z.infer<typeof interpolationSchema>;
export type ScoreKey = z.infer<typeof scoreKeySchema>;
export type CurveHandle = z.infer<typeof handleSchema>;
export type PoseKey = z.infer<typeof poseKeySchema>;
export type Marker = z.infer<typeof markerSchema>;
export type ProjectDocument = z.infer<typeof documentSchema>;

export const EMPTY_DOCUMENT: ProjectDocument = documentSchema.parse({
  scene: null,
  media: [],
  people: [],
  voices: [],
  assignments: [],
  scoreKeys: [],
  poseKeys: [],
  markers: [],
});
