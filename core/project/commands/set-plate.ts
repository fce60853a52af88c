import { z } from 'zod';
import { defineCommand } from './command.ts';
import { addMedia, checkLayerSize, imageInputSchema } from './media-input.ts';

/** Gives the scene a clean plate of the picture's size, or takes it away. */
export const setPlate = defineCommand({
  input: z.strictObject({ media: imageInputSchema.nullable() }),
  plan: (edit, { media }, newId) => {
    const scene = edit.scene();
    if (media !== null) checkLayerSize(edit, 'plate', media);
    const plateId = media === null ? null : addMedia(edit, 'plate', media, newId);
    edit.put('scene', { ...scene, plateId });
    edit.dropMedia(scene.plateId);
    return media === null ? 'Remove clean plate' : 'Set clean plate';
  },
});
