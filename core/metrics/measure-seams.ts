import { absoluteChanges } from './curve-statistics.ts';
import type { FaceTrack } from './face-track.ts';
import type { SeamMeasurement } from './film-measurement.ts';
import { seamRatio } from './seam-jumps.ts';

/**
 * Jumps of lips, heads and whole picture at chunk borders; over people the largest counts.
 * `pictureChanges[t]` is the mean absolute difference of frame t to the frame before. // [T]
 */
export function measureSeams(
  tracks: readonly FaceTrack[],
  pictureChanges: Float32Array,
  seamFrames: readonly number[],
): SeamMeasurement {
  const lips = largest(
    tracks.map((track) => seamRatio(absoluteChanges(track.lipOpening), seamFrames)),
  );
  const head = largest(tracks.map((track) => seamRatio(track.eyeDisplacement, seamFrames)));
  const picture = seamRatio(pictureChanges, seamFrames);
  const count = seamFrames.filter((frame) => frame > 0 && frame < pictureChanges.length).length;
  return { count, maxRatio: largest([lips, head, picture]), lips, head, picture };
}

function largest(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.max(...known);
}
