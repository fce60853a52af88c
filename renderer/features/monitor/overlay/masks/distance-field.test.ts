import { expect, test } from 'vitest';
import { distanceField } from './distance-field.ts';

test('is zero inside and grows in all directions', () => {
  const [width, height] = [40, 30];
  const coverage = new Uint8Array(width * height);
  for (let y = 10; y < 14; y++) coverage.fill(255, y * width + 18, y * width + 22);
  const field = distanceField(coverage, width, height);
  let worst = 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const dx = Math.max(18 - x, 0, x - 21);
      const dy = Math.max(10 - y, 0, y - 13);
      const exact = Math.hypot(dx, dy);
      worst = Math.max(worst, Math.abs(field[y * width + x] - exact) / Math.max(1, exact));
    }
  expect(worst).toBeLessThan(0.085);
  expect(field[11 * width + 19]).toBe(0);
});

test('of nothing is far away everywhere', () => {
  expect(Math.min(...distanceField(new Uint8Array(12), 4, 3))).toBe(7);
});
