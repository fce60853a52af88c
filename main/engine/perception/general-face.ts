import { readFile } from 'node:fs/promises';
import { AppError } from '#core/errors/app-error.ts';
import { boundingBox } from '#core/people/bounding-box.ts';
import { LANDMARK_COUNT, type Box } from '#core/people/face-analysis.ts';
import { fitGeneralFace } from '#core/people/general-face.ts';
import { resourcePath } from '#main/resource-path.ts';
import type { RefinedFace } from './refine-landmarks.ts';

/** The general face in a box, as if it had been found, with no confidence at all. */
export async function generalFaceIn(box: Box): Promise<RefinedFace> {
  const landmarks = Float64Array.from(fitGeneralFace(await readGeneralFace(), box));
  return { box: boundingBox(landmarks), landmarks, confidence: 0, spread: 0, votes: 0 };
}

async function readGeneralFace(): Promise<readonly number[]> {
  try {
    const text = await readFile(resourcePath('face', 'general-face.json'), 'utf8');
    const { landmarks } = JSON.parse(text) as { landmarks: readonly number[] };
    if (landmarks.length === LANDMARK_COUNT * 3) return landmarks;
    throw new Error(`It holds ${landmarks.length} numbers.`);
  } catch (cause) {
    throw new AppError({
      category: 'model-missing',
      code: 'general-face-missing',
      message: 'The general face that comes with Parley could not be read.',
      hint: 'Install Parley again; from a clone, check out resources/face.',
      cause,
    });
  }
}
