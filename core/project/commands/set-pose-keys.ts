import { z } from 'zod';
import { poseKeySchema } from '../document.ts';
import { personIdSchema, poseKeyIdSchema } from '../ids.ts';
import { defineCommand } from './command.ts';
import { keyEditFields, tickInput, writeKeys } from './key-edit.ts';
import { labelOperation, poseOperationSchema } from './key-operation.ts';

const fields = poseKeySchema.unwrap().shape;

const poseKeyInputSchema = z
  .strictObject({
    tick: tickInput,
    values: fields.values.default({}),
    gaze: fields.gaze.default(null),
    joints: fields.joints.default({}),
    interpolation: fields.interpolation.default('smooth'),
    from: tickInput.optional(),
  })
  .refine(
    ({ values, gaze, joints }) =>
      gaze !== null || Object.keys(values).length > 0 || Object.keys(joints).length > 0,
    'a pose key touches at least one thing',
  );

export type PoseKeyInput = z.output<typeof poseKeyInputSchema>;

/** One gesture on a person's pose keys: keys at ticks go, then keys are set. */
export const setPoseKeys = defineCommand({
  input: z.strictObject({
    personId: personIdSchema,
    ...keyEditFields(poseKeyInputSchema),
    operation: poseOperationSchema.default({ kind: 'pose' }),
  }),
  plan: (edit, { personId, set, remove, operation }, newId) => {
    writeKeys(
      {
        edit,
        kind: 'poseKey',
        newId,
        row: ({ tick, values, gaze, joints, interpolation }: PoseKeyInput, id, person) => ({
          id: poseKeyIdSchema.parse(id),
          personId: person.id,
          tick,
          values,
          gaze,
          joints,
          interpolation,
        }),
      },
      edit.person(personId),
      set,
      remove,
    );
    return labelOperation(operation, 'pose key');
  },
});
