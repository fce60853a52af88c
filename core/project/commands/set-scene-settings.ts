import { z } from 'zod';
import { filmSizeSchema, seedSchema } from '../document.ts';
import { defineCommand } from './command.ts';

/** Changes seed or film size; what is left out stays. */
export const setSceneSettings = defineCommand({
  input: z.strictObject({ seed: seedSchema.optional(), size: filmSizeSchema.optional() }),
  plan: (edit, { seed, size }) => {
    const scene = edit.scene();
    edit.put('scene', { ...scene, seed: seed ?? scene.seed, size: size ?? scene.size });
    return 'Change scene settings';
  },
});
