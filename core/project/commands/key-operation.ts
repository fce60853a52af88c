// What a gesture on keys is called in the undo history. The window says what it did and to how many
// keys; the words are made here, so that every entry reads alike.
import { z } from 'zod';
import { LIMITS } from '../limits.ts';

const count = z.number().int().min(1).max(LIMITS.scoreKeys).default(1);
const counted = <const K extends string>(kind: K) =>
  z.strictObject({ kind: z.literal(kind), count });
const plain = <const K extends string>(kind: K) => z.strictObject({ kind: z.literal(kind) });

const OPERATIONS = [
  counted('add'),
  counted('move'),
  counted('delete'),
  counted('cut'),
  counted('paste'),
  counted('duplicate'),
  counted('change'),
  counted('scale'),
  z.strictObject({
    kind: z.literal('interpolate'),
    count,
    interpolation: z.enum(['hold', 'linear', 'bezier', 'smooth']),
  }),
  plain('handles'),
  plain('smooth'),
  plain('draw'),
  plain('silence'),
  plain('mirror'),
  /** Hands a range back to the analysed score, or a pose back to the generator. */
  plain('release'),
  z.strictObject({ kind: z.literal('shift'), ms: z.number().min(-3_600_000).max(3_600_000) }),
] as const;

export const scoreOperationSchema = z.discriminatedUnion('kind', OPERATIONS);

export const poseOperationSchema = z.discriminatedUnion('kind', [
  ...OPERATIONS,
  plain('pose'),
  plain('gaze'),
  plain('joints'),
]);

export type ScoreOperation = z.infer<typeof scoreOperationSchema>;
export type PoseOperation = z.infer<typeof poseOperationSchema>;
type CountedKind = Exclude<Extract<PoseOperation, { count: number }>['kind'], 'interpolate'>;
type PlainKind = Exclude<PoseOperation['kind'], CountedKind | 'interpolate' | 'shift'>;

const COUNTED: Record<CountedKind, string> = {
  add: 'Add',
  move: 'Move',
  delete: 'Delete',
  cut: 'Cut',
  paste: 'Paste',
  duplicate: 'Duplicate',
  change: 'Change',
  scale: 'Scale',
};

const PLAIN: Record<PlainKind, string> = {
  handles: 'Change curve handles',
  smooth: 'Smooth curve',
  draw: 'Draw curve',
  silence: 'Silence',
  mirror: 'Listen when the other talks',
  release: 'Hand back to automatic',
  pose: 'Change pose',
  gaze: 'Change gaze',
  joints: 'Move joints',
};

/**
 * The label of an undo entry, e.g. "Move 3 keys".
 * @param noun of one key: "key", "pose key"
 */
export function labelOperation(operation: PoseOperation, noun: string): string {
  if (operation.kind === 'shift') return `Shift ${Math.round(operation.ms)} ms`;
  if (!('count' in operation)) return PLAIN[operation.kind];
  const keys = operation.count === 1 ? noun : `${operation.count} ${noun}s`;
  return operation.kind === 'interpolate'
    ? `Make ${keys} ${operation.interpolation}`
    : `${COUNTED[operation.kind]} ${keys}`;
}
