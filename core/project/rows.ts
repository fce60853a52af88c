// The document as rows. A change of a row carries both sides, so that it can be turned round.
import { z } from 'zod';
import {
  assignmentSchema,
  markerSchema,
  mediaSchema,
  personSchema,
  poseKeySchema,
  sceneSchema,
  scoreKeySchema,
  voiceSchema,
  type Assignment,
  type Marker,
  type MediaRef,
  type Person,
  type PoseKey,
  type Scene,
  type ScoreKey,
  type Voice,
} from './document.ts';

export interface Rows {
  readonly scene: Scene;
  readonly media: MediaRef;
  readonly person: Person;
  readonly voice: Voice;
  readonly assignment: Assignment;
  readonly scoreKey: ScoreKey;
  readonly poseKey: PoseKey;
  readonly marker: Marker;
}
export type RowKind = keyof Rows;

export const ROW_KINDS = [
  'scene',
  'media',
  'person',
  'voice',
  'assignment',
  'scoreKey',
  'poseKey',
  'marker',
] as const satisfies readonly RowKind[];

export const ROW_SCHEMAS: { readonly [K in RowKind]: z.ZodType<Rows[K]> } = {
  scene: sceneSchema,
  media: mediaSchema,
  person: personSchema,
  voice: voiceSchema,
  assignment: assignmentSchema,
  scoreKey: scoreKeySchema,
  poseKey: poseKeySchema,
  marker: markerSchema,
};

/** There is one scene; its row needs an id all the same. */
export const SCENE_ROW_ID = 'scene';

interface Change<K extends RowKind> {
  readonly kind: K;
  readonly id: string;
  /** Null: the row is new. */
  readonly before: Rows[K] | null;
  /** Null: the row goes. */
  readonly after: Rows[K] | null;
}
export type RowChange = { readonly [K in RowKind]: Change<K> }[RowKind];

export function rowId(kind: RowKind, row: Rows[RowKind]): string {
  return kind === 'scene' || !('id' in row) ? SCENE_ROW_ID : row.id;
}

const changeSchemaOf = <K extends RowKind>(kind: K) =>
  z.strictObject({
    kind: z.literal(kind),
    id: z.string(),
    before: ROW_SCHEMAS[kind].nullable(),
    after: ROW_SCHEMAS[kind].nullable(),
  });

/** Changes as they lie in the undo history; checked again when they are read. */
export const rowChangesSchema: z.ZodType<readonly RowChange[]> = z.array(
  z.discriminatedUnion('kind', [
    changeSchemaOf('scene'),
    changeSchemaOf('media'),
    changeSchemaOf('person'),
    changeSchemaOf('voice'),
    changeSchemaOf('assignment'),
    changeSchemaOf('scoreKey'),
    changeSchemaOf('poseKey'),
    changeSchemaOf('marker'),
  ]),
);

/** The changes that take back `changes`. */
export function invertChanges(changes: readonly RowChange[]): RowChange[] {
  return changes
    .map((change) => ({ ...change, before: change.after, after: change.before }) as RowChange)
    .reverse();
}
