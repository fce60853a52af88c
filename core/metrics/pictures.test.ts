import { describe, expect, it } from 'vitest';
import { meanPsnrDb, psnrDb } from './picture-difference.ts';
import { ssim } from './ssim.ts';

const picture = (value: (i: number) => number): Uint8Array =>
  Uint8Array.from({ length: 16 * 16 * 3 }, (_, i) => value(i));

describe('psnrDb', () => {
  it('is 10 log10(255^2 / mse)', () => {
    expect(
      psnrDb(
        picture(() => 100),
        picture(() => 110),
      ),
    ).toBeCloseTo(28.1308, 4);
    expect(
      psnrDb(
        picture(() => 7),
        picture(() => 7),
      ),
    ).toBe(Infinity);
    expect(meanPsnrDb([Infinity, 40])).toBe(70);
  });
  it('refuses pictures of different size', () => {
    expect(() => psnrDb(new Uint8Array(3), new Uint8Array(6))).toThrow(RangeError);
  });
});

describe('ssim', () => {
  const texture = picture((i) => (i * 37) % 251);
  it('is 1 for the same picture and falls with damage', () => {
    expect(ssim(texture, texture, 16, 16)).toBeCloseTo(1, 9);
    expect(
      ssim(
        texture,
        picture((i) => (i * 37 + (i % 5) * 20) % 251),
        16,
        16,
      ),
    ).toBeLessThan(0.95);
  });
  it('refuses pictures smaller than its window', () => {
    expect(() => ssim(new Uint8Array(300), new Uint8Array(300), 10, 10)).toThrow(RangeError);
  });
});
