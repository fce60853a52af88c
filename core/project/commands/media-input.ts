// Media as commands take it: a file already looked at, not yet known to the project.
import { z } from 'zod';
import { AppError } from '#core/errors/app-error.ts';
import { mediaSchema, pictureFactsSchema, voiceFactsSchema, type MediaKind } from '../document.ts';
import type { DocumentEdit } from '../document-edit.ts';
import { mediaIdSchema, type IdSource, type MediaId } from '../ids.ts';

const fields = {
  relativePath: z.string(),
  absolutePath: z.string(),
  sha256: z.string(),
  bytes: z.number(),
};

export const imageInputSchema = z.strictObject({ ...fields, facts: pictureFactsSchema });
export const voiceInputSchema = z.strictObject({ ...fields, facts: voiceFactsSchema });

export type ImageInput = z.infer<typeof imageInputSchema>;
export type VoiceInput = z.infer<typeof voiceInputSchema>;

/** Adds the media row and returns its id. */
export function addMedia(
  edit: DocumentEdit,
  kind: MediaKind,
  input: ImageInput | VoiceInput,
  newId: IdSource,
): MediaId {
  const id = mediaIdSchema.parse(newId());
  edit.put('media', mediaSchema.parse({ ...input, id, kind }));
  return id;
}

/** A layer must lie exactly over the picture. Throws AppError `layer-size-differs`. */
export function checkLayerSize(edit: DocumentEdit, what: string, layer: ImageInput): void {
  const picture = edit.get('media', edit.scene().pictureId);
  if (picture === null || picture.kind === 'voice') return;
  const { width, height } = picture.facts;
  if (layer.facts.width === width && layer.facts.height === height) return;
  throw new AppError({
    category: 'bad-input',
    code: 'layer-size-differs',
    message: `The ${what} is ${layer.facts.width}x${layer.facts.height}, the picture is ${width}x${height}.`,
    hint: `Use a ${what} with the size of the picture.`,
  });
}
