import type { Box } from '#core/people/face-analysis.ts';
import { absoluteChanges, maskedMean } from '#core/metrics/curve-statistics.ts';
import { FaceTrackBuilder } from '#core/metrics/face-track.ts';
import type { PersonMeasurement } from '#core/metrics/film-measurement.ts';
import type { RgbPicture } from '#main/media/picture/decode-picture.ts';
import type { FaceDetection } from '../perception/face-detector.ts';
import { FaceFollower } from './follow-face.ts';

/** Shifts of the crop in film pixels: a head that moves lands between pixels like this. */
const SHIFTS_PX: readonly (readonly [number, number])[] = [
  [0, 0],
  [0.5, 0.3],
  [-0.4, 0.6],
  [0.7, -0.5],
  [-0.6, -0.3],
  [0.2, 0.8],
  [-0.8, 0.1],
  [0.4, -0.7],
];

/**
 * What the detector alone adds to the figures: change from one detection to the next on a single
 * still frame whose crop is shifted by parts of a pixel. Null when the face is not found.
 */
export async function measureDetectorNoise(
  detector: FaceDetection,
  frame: RgbPicture,
  restBox: Box,
): Promise<PersonMeasurement['noise']> {
  const builder = new FaceTrackBuilder();
  for (const [dx, dy] of SHIFTS_PX) {
    const [x, y, width, height] = restBox;
    const follower = new FaceFollower(detector, [x + dx, y + dy, width, height]);
    const face = await follower.find(frame);
    if (face === null) builder.addMissed();
    else builder.addSeen(face.landmarks);
  }
  const track = builder.build();
  const all = new Uint8Array(SHIFTS_PX.length).fill(1);
  const eyeMotion = maskedMean(track.eyeDisplacement, all);
  const lipMotion = maskedMean(absoluteChanges(track.lipOpening), all);
  return eyeMotion === null || lipMotion === null ? null : { eyeMotion, lipMotion };
}
