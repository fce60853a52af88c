import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseOutputSize } from './choose-output-size.ts';

test.each([
  [1280, 720, undefined, [1280, 720]],
  [1920, 1080, undefined, [1280, 720]],
  [1080, 1920, undefined, [720, 1280]],
  [832, 448, undefined, [832, 448]],
  [853, 480, undefined, [854, 480]],
  [4000, 3000, undefined, [1108, 832]],
  [1920, 1080, [1920, 1080], [1920, 1080]],
  [1920, 1080, [852, 480], [852, 480]],
  [1920, 1080, [832, 480], [832, 468]],
  [640, 360, [1920, 1080], [1280, 720]],
  [20, 20, undefined, [64, 64]],
] as const)('%i x %i asked for %o becomes %o', (width, height, wanted, size) => {
  expect(chooseOutputSize(width, height, wanted)).toEqual(size);
});

test('every size is even, bounded and keeps the aspect', () => {
  const side = fc.integer({ min: 200, max: 8000 });
  fc.assert(
    fc.property(side, side, fc.option(fc.tuple(side, side), { nil: undefined }), (w, h, wanted) => {
      const [width, height] = chooseOutputSize(w, h, wanted);
      expect(width % 2).toBe(0);
      expect(height % 2).toBe(0);
      expect(Math.max(width, height)).toBeLessThanOrEqual(4096);
      if (Math.min(width, height) > 64) {
        expect(Math.abs(width - (height * w) / h)).toBeLessThanOrEqual(1 + w / h + 1e-9);
      }
    }),
  );
});

test('sizes that are none are refused', () => {
  expect(() => chooseOutputSize(0, 10)).toThrow(RangeError);
  expect(() => chooseOutputSize(10, 10, [Number.NaN, 5])).toThrow(RangeError);
});
