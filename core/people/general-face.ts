// A face that nobody has seen: the general one, put where the user says that a face is.
import { boundingBox } from './bounding-box.ts';
import type { Box } from './face-analysis.ts';

/** A face is stretched this much against its own proportions at the most. */
const MOST_STRETCH = 1.3;

/**
 * The general face, as large as fits a box and in its middle.
 * @param general in any unit, looking straight ahead // [N*3]
 * @returns landmarks in the unit of the box // [N*3]
 */
export function fitGeneralFace(general: readonly number[], box: Box): number[] {
  const own = boundingBox(general);
  const [fitX, fitY] = [box[2] / own[2], box[3] / own[3]];
  const scaleX = Math.min(fitX, fitY * MOST_STRETCH);
  const scaleY = Math.min(fitY, fitX * MOST_STRETCH);
  const [centreX, centreY] = [box[0] + box[2] / 2, box[1] + box[3] / 2];
  const [ownX, ownY] = [own[0] + own[2] / 2, own[1] + own[3] / 2];
  return general.map((value, i) => {
    if (i % 3 === 0) return centreX + (value - ownX) * scaleX;
    if (i % 3 === 1) return centreY + (value - ownY) * scaleY;
    // As everywhere, depth has the scale of the width.
    return value * scaleX;
  });
}
