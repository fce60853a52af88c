import { describe, expect, it } from 'vitest';
import { drawPicture } from '../../../test/fakes/drawn-picture.ts';
import { landmarksFromCrop } from './crop-window.ts';
import { cutCrop } from './cut-crop.ts';
import { cutTurnedCrop } from './cut-turned-crop.ts';

const picture = drawPicture(60, 40, (x, y) => [x * 4, y * 6, (x * 7 + y * 13) % 256]);

describe('cutCrop', () => {
  it('copies pixels when scale and position fit the grid', () => {
    const crop = cutCrop(picture, { centreX: 20, centreY: 15, side: 10, angleRad: 0, outSide: 10 });
    expect(Array.from(crop.data.subarray(0, 3))).toEqual([
      15 * 4,
      10 * 6,
      (15 * 7 + 10 * 13) % 256,
    ]);
  });

  it('averages every pixel when it shrinks', () => {
    const stripes = drawPicture(64, 64, (x) => (x % 2 === 0 ? [255, 255, 255] : [0, 0, 0]));
    const crop = cutCrop(stripes, { centreX: 32, centreY: 32, side: 48, angleRad: 0, outSide: 8 });
    expect(Math.min(...crop.data)).toBeGreaterThan(120);
    expect(Math.max(...crop.data)).toBeLessThan(136);
  });

  it('is black outside the picture', () => {
    const white = drawPicture(20, 20, () => [255, 255, 255]);
    const crop = cutCrop(white, { centreX: 0, centreY: 10, side: 20, angleRad: 0, outSide: 20 });
    expect(Array.from(crop.data.subarray(10 * 60, 10 * 60 + 30))).toEqual(new Array(30).fill(0));
    expect(crop.data[10 * 60 + 45]).toBe(255);
    const away = cutCrop(white, { centreX: 500, centreY: 500, side: 30, angleRad: 0, outSide: 30 });
    expect(Math.max(...away.data)).toBe(0);
  });

  it('agrees with the turned cut at angle 0', () => {
    for (const [side, outSide] of [
      [17, 40],
      [30, 30],
      [90, 25],
    ]) {
      const window = { centreX: 21.3, centreY: 17.8, side, angleRad: 0, outSide };
      const [upright, turned] = [cutCrop(picture, window), cutTurnedCrop(picture, window)];
      upright.data.forEach((value, i) =>
        expect(Math.abs(value - turned.data[i])).toBeLessThanOrEqual(1),
      );
    }
  });
});

describe('landmarksFromCrop', () => {
  it('leads back to where the crop was cut, also when turned', () => {
    const window = { centreX: 100, centreY: 50, side: 40, angleRad: Math.PI / 2, outSide: 80 };
    // The crop's right border is the picture's lower side of the window.
    const [x, y, z] = landmarksFromCrop(Float64Array.from([80, 40, 6]), window);
    expect([x, y, z].map((value) => Math.round(value * 1e9) / 1e9)).toEqual([100, 70, 3]);
  });
});
