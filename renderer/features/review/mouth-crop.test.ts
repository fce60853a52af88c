import { expect, test } from 'vitest';
import { LANDMARK_COUNT } from '#core/people/face-analysis.ts';
import { mouthCrop } from './mouth-crop.ts';

/** A face of 200 x 300 source pixels with its mouth at (x, y). */
function faceWithMouth(x: number, y: number) {
  const landmarks = new Array<number>(3 * LANDMARK_COUNT).fill(0);
  for (const point of [13, 14]) [landmarks[3 * point], landmarks[3 * point + 1]] = [x, y];
  return { box: [x - 100, y - 200, 200, 300] as const, landmarks };
}

test('the mouth lies in the middle, a little low, in pixels of the film', () => {
  const crop = mouthCrop(faceWithMouth(800, 600), [1600, 1200], [800, 600], 1);
  expect(crop.width).toBeCloseTo(80);
  expect(crop.height).toBeCloseTo(80);
  expect(crop.x + crop.width / 2).toBeCloseTo(400);
  expect((300 - crop.y) / crop.height).toBeCloseTo(0.58);
});

test('a face at the edge is cropped at the edge', () => {
  const crop = mouthCrop(faceWithMouth(5, 1190), [1600, 1200], [800, 600], 1.2);
  expect(crop.x).toBe(0);
  expect(crop.y + crop.height).toBeCloseTo(600);
});

test('a crop is never larger than the film', () => {
  const huge = { ...faceWithMouth(800, 600), box: [0, 0, 9000, 9000] as const };
  const crop = mouthCrop(huge, [1600, 1200], [800, 600], 1.2);
  expect(crop).toMatchObject({ y: 0, width: 720, height: 600 });
});
