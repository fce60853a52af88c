// Mattes come as a bag of pictures; each belongs to the person whose face it covers most.

import { AppError } from '#core/errors/app-error.ts';
import type { Box } from '#core/people/face-analysis.ts';
import type { PersonId } from '#core/project/ids.ts';
import { decodeMatte } from '#main/media/picture/decode-matte.ts';
import { readPictureFacts } from '#main/media/picture/read-picture-facts.ts';
import { hashFile } from '../project-store/media-links/hash-file.ts';
import { mediaPathsOf } from '../project-store/media-links/media-paths.ts';
import type { ProjectStore } from '../project-store/project-store.ts';

/** Share of the face box that a matte must cover to be somebody's. */
const LEAST_COVERAGE = 0.5;

/** Gives each matte to a person. Throws AppError `matte-of-nobody`, `layer-size-differs`. */
export async function attachMattes(
  store: ProjectStore,
  mattePaths: readonly string[],
): Promise<void> {
  const taken = new Set<PersonId>();
  for (const path of mattePaths) {
    const { width, height } = await readPictureFacts(path);
    const matte = await decodeMatte(path, width, height);
    const [best] = store.document.people
      .filter((person) => !taken.has(person.id))
      .map((person) => ({ person, coverage: coverageOf(matte, width, height, person.face.box) }))
      .sort((a, b) => b.coverage - a.coverage);
    if (best === undefined || best.coverage < LEAST_COVERAGE) {
      throw new AppError({
        category: 'bad-input',
        code: 'matte-of-nobody',
        message: `The matte "${path}" covers nobody's face.`,
        hint: 'A matte is white where its person is; give one per person at the size of the picture.',
      });
    }
    taken.add(best.person.id);
    store.execute('setMatte', {
      personId: best.person.id,
      media: {
        ...mediaPathsOf(store.path, path),
        ...(await hashFile(path)),
        facts: { width, height },
      },
    });
  }
}

/** Mean coverage inside a box, 0..1. @param matte // [H, W] */
function coverageOf(matte: Uint8Array, width: number, height: number, box: Box): number {
  const left = Math.max(0, Math.floor(box[0]));
  const top = Math.max(0, Math.floor(box[1]));
  const right = Math.min(width, Math.ceil(box[0] + box[2]));
  const bottom = Math.min(height, Math.ceil(box[1] + box[3]));
  let sum = 0;
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) sum += matte[y * width + x];
  }
  const pixels = Math.max(1, (right - left) * (bottom - top));
  return sum / (255 * pixels);
}
