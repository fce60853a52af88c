import { z } from 'zod';
import { AppError } from '#core/errors/app-error.ts';
import { mediaSchema } from '../document.ts';
import { mediaIdSchema } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { defineCommand } from './command.ts';

/** Points media at the same content in another place. */
export const relinkMedia = defineCommand({
  input: z.strictObject({
    links: z
      .array(
        z.strictObject({
          mediaId: mediaIdSchema,
          relativePath: z.string(),
          absolutePath: z.string(),
        }),
      )
      .min(1)
      .max(LIMITS.media),
  }),
  plan: (edit, { links }) => {
    for (const { mediaId, relativePath, absolutePath } of links) {
      const media = edit.get('media', mediaId);
      if (media === null) {
        throw new AppError({
          category: 'usage',
          code: 'no-such-media',
          message: `The project has no media file "${mediaId}".`,
        });
      }
      edit.put('media', mediaSchema.parse({ ...media, relativePath, absolutePath }));
    }
    return links.length === 1 ? 'Relink a file' : `Relink ${links.length} files`;
  },
});
