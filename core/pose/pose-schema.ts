// What a pose key may hold: head and face parameters in the units of the motion vector, a gaze
// target, and body joints. Bounds come from the motion vector, so a key can always be met.
import { z } from 'zod';
import { MOTION_PARAMETERS, type MotionParameterName } from '../motion/motion-vector.ts';
import { personIdSchema } from '../project/ids.ts';

/** Parameters of the motion vector that pose keys may hold. */
export const POSE_PARAMETERS = [
  'yaw',
  'pitch',
  'roll',
  'tx',
  'ty',
  'scale',
  'browInner',
  'browOuter',
  'smile',
  'gazeX',
  'gazeY',
] as const satisfies readonly MotionParameterName[];

export type PoseParameter = (typeof POSE_PARAMETERS)[number];

function boundsOf(name: PoseParameter) {
  const { min, max } = MOTION_PARAMETERS.find((parameter) => parameter.name === name) ?? {
    min: 0,
    max: 0,
  };
  return z.number().min(min).max(max).nullable();
}

/** Each touched parameter: its value, or null to hand it back to the generator. */
export const poseValuesSchema = z
  .strictObject({
    yaw: boundsOf('yaw'),
    pitch: boundsOf('pitch'),
    roll: boundsOf('roll'),
    tx: boundsOf('tx'),
    ty: boundsOf('ty'),
    scale: boundsOf('scale'),
    browInner: boundsOf('browInner'),
    browOuter: boundsOf('browOuter'),
    smile: boundsOf('smile'),
    gazeX: boundsOf('gazeX'),
    gazeY: boundsOf('gazeY'),
  } satisfies Record<PoseParameter, z.ZodType>)
  .partial()
  .readonly();

/** Where the person looks; `auto` hands the gaze back to the generator, `free` leaves it to gazeX and gazeY. */
export const gazeTargetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('auto') }).readonly(),
  z.strictObject({ kind: z.literal('camera') }).readonly(),
  z.strictObject({ kind: z.literal('free') }).readonly(),
  z.strictObject({ kind: z.literal('person'), personId: personIdSchema }).readonly(),
]);

/** Source pixels of the scene's picture. */
const jointSchema = z
  .tuple([z.number().min(-1_000_000).max(1_000_000), z.number().min(-1_000_000).max(1_000_000)])
  .readonly();

/** Joints by name, see pose/skeleton.ts. */
export const poseJointsSchema = z
  .record(z.string().regex(/^[a-z][a-zA-Z0-9]{0,31}$/), jointSchema)
  .refine((joints) => Object.keys(joints).length <= 64, 'a key holds at most 64 joints')
  .readonly();

export type PoseValues = z.infer<typeof poseValuesSchema>;
export type GazeTarget = z.infer<typeof gazeTargetSchema>;
export type PoseJoints = z.infer<typeof poseJointsSchema>;
