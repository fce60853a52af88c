import { beforeAll, describe, expect, it } from 'vitest';
import type { Box } from '#core/people/face-analysis.ts';
import { decodePicture, type RgbPicture } from '#main/media/picture/decode-picture.ts';
import { resourcePath } from '#main/resource-path.ts';
import { PAINTED_BOX, paintFace } from '../../../test/fixtures/painted-face.ts';
import { analyzeStill } from './analyze-still.ts';
import { FaceDetector } from './face-detector.ts';
import { findFaceInBox } from './face-in-box.ts';

let detector: FaceDetector;
let painted: RgbPicture;

beforeAll(async () => {
  detector = await FaceDetector.load();
  painted = await paintFace();
});

describe('a face in a drawn box', () => {
  it('is measured where the detector sees one', async () => {
    const picture = await decodePicture(resourcePath('sample', 'interview2.png'));
    const { face, isDetected } = await findFaceInBox(detector, picture, [790, 90, 215, 240], []);
    expect(isDetected).toBe(true);
    face.box.forEach((value, i) => expect(Math.abs(value - PAINTED_BOX[i])).toBeLessThan(8));
  });

  it('is a general one where nobody sees any: in the box, straight, shut, and without confidence', async () => {
    const { faces } = await analyzeStill(detector, painted);
    expect(faces).toHaveLength(1);
    const box: Box = [800, 100, 190, 230];
    const others = faces.map((each) => each.box);
    const { face, isDetected } = await findFaceInBox(detector, painted, box, others);
    expect(isDetected).toBe(false);
    expect(face.confidence).toBe(0);
    face.box.forEach((value, i) => expect(value).toBeCloseTo(box[i], 1));
    const { pitch, yaw, roll } = face.headPose;
    for (const angle of [pitch, yaw, roll]) expect(Math.abs(angle)).toBeLessThan(0.02);
    expect(face.mouth.state).toBe('closed');
    expect(Math.min(...face.eyeAspect)).toBeGreaterThan(0.2);
    const [known] = faces;
    expect(face.region[0]).toBeGreaterThanOrEqual(known.box[0] + known.box[2]);
  });

  it('keeps its proportions in an odd box, and stays inside the picture', async () => {
    const wide: Box = [700, 60, 900, 60];
    const { face } = await findFaceInBox(detector, painted, wide, []);
    const [x, y, width, height] = face.box;
    expect(width / height).toBeLessThan(1.1);
    expect(x).toBeGreaterThan(700);
    expect(x + width).toBeLessThanOrEqual(1280);
    expect(y).toBeCloseTo(60, 1);
  });

  it('is refused in a box that holds no face', async () => {
    const tiny: Box = [10, 10, 15, 40];
    const outside: Box = [-200, -200, 205, 400];
    for (const box of [tiny, outside])
      await expect(findFaceInBox(detector, painted, box, [])).rejects.toMatchObject({
        code: 'box-too-small',
      });
  });
});
