import { z } from 'zod';
import { AppError } from '#core/errors/app-error.ts';
import { DRAFT_FRAME_RATE } from '#core/time/ticks.ts';
import { filmSizeSchema, frameRateSchema, seedSchema } from '../document.ts';
import { defaultFilmSize } from '../film-size.ts';
import { SCENE_ROW_ID } from '../rows.ts';
import { defineCommand } from './command.ts';
import { addMedia, imageInputSchema } from './media-input.ts';

/** Starts the scene from a picture. A project has one scene. */
export const createScene = defineCommand({
  input: z.strictObject({
    picture: imageInputSchema,
    /** Default: the size of the picture, at most 1920 along the long side. */
    size: filmSizeSchema.optional(),
    seed: seedSchema.default(1),
    frameRate: frameRateSchema.default(DRAFT_FRAME_RATE),
  }),
  plan: (edit, { picture, size, seed, frameRate }, newId) => {
    if (edit.get('scene', SCENE_ROW_ID) !== null) {
      throw new AppError({
        category: 'usage',
        code: 'scene-exists',
        message: 'The project already has a picture.',
        hint: 'Make a new project for another picture.',
      });
    }
    const pictureId = addMedia(edit, 'picture', picture, newId);
    edit.put('scene', {
      pictureId,
      plateId: null,
      size: size ?? defaultFilmSize(picture.facts),
      seed,
      frameRate,
    });
    return 'Create scene';
  },
});
