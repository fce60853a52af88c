import { absoluteChanges } from './curve-statistics.ts';
import type { FaceTrack } from './face-track.ts';
import type { SeamMeasurement } from './film-measurement.ts';
import { seamRatio, usualChange } from './seam-jumps.ts';

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
  const inside = seamFrames.filter((frame) => frame > 0 && frame < pictureChanges.length);
  const curves = [
    ...tracks.map((track) => absoluteChanges(track.lipOpening)),
    ...tracks.map((track) => track.eyeDisplacement),
    pictureChanges,
  ];
  const usual = curves.map((changes) => usualChange(changes, seamFrames));
  const jumps = inside.map((frame) => ({
    frame,
    jump: largest(curves.map((changes, i) => jumpOver(changes[frame], usual[i]))),
  }));
  return {
    count: inside.length,
    maxRatio: largest([lips, head, picture]),
    lips,
    head,
    picture,
    jumps,
  };
}

/** Null where the change is not known, or nothing changes elsewhere. */
function jumpOver(change: number, usual: number): number | null {
  return Number.isFinite(change) && usual > 0 ? change / usual : null;
}

function largest(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.max(...known);
}
