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

/**
 * The label of an undo entry, e.g. "Move 3 keys".
 * @param noun of one key: "key", "pose key"
 */
export function labelOperation(operation: PoseOperation, noun: string): string {
  const keys = (n: number): string => (n === 1 ? noun : `${n} ${noun}s`);
  switch (operation.kind) {
    case 'add':
    case 'move':
    case 'delete':
    case 'cut':
    case 'paste':
    case 'duplicate':
    case 'change':
    case 'scale':
      return `${operation.kind[0].toUpperCase()}${operation.kind.slice(1)} ${keys(operation.count)}`;
    case 'interpolate':
      return `Make ${keys(operation.count)} ${operation.interpolation}`;
    case 'handles':
      return `Change handles of a ${noun}`;
    case 'smooth':
      return 'Smooth curve';
    case 'draw':
      return 'Draw curve';
    case 'silence':
      return 'Silence';
    case 'mirror':
      return 'Listen when the other talks';
    case 'release':
      return noun === 'key' ? 'Hand back to the voice' : 'Hand back to the generator';
    case 'shift':
      return `Shift ${Math.round(operation.ms)} ms`;
    case 'pose':
      return 'Change pose';
    case 'gaze':
      return 'Change gaze';
    case 'joints':
      return 'Move joints';
  }
}
