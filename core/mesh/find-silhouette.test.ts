import { describe, expect, it } from 'vitest';
import type { SilhouetteRay } from './find-silhouette.ts';
import { findSilhouette } from './find-silhouette.ts';
import type { RgbPicture } from './puppet.ts';

/** A dark disc of 40 px on a background that `paint` gives per pixel. */
function disc(paint: (x: number, y: number) => number): RgbPicture {
  const size = 200;
  const data = new Uint8Array(size * size * 3);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const isHead = Math.hypot(x - 100, y - 100) < 40;
      data.fill(isHead ? 40 : paint(x, y), 3 * (y * size + x), 3 * (y * size + x) + 3);
    }
  }
  return { width: size, height: size, data };
}

const rays: SilhouetteRay[] = Array.from({ length: 36 }, (_, i) => {
  const angleRad = (i * Math.PI) / 18;
  const direction = [Math.cos(angleRad), Math.sin(angleRad)] as const;
  return { from: [100 + 20 * direction[0], 100 + 20 * direction[1]], direction, lengthPx: 70 };
});

describe('findSilhouette', () => {
  it('finds the head before a calm, slowly changing background', () => {
    for (const edge of findSilhouette(
      disc((x) => 120 + x / 4),
      rays,
    )) {
      expect(edge).not.toBeNull();
      expect(Math.abs((edge ?? 0) - 20)).toBeLessThan(2.5);
    }
  });

  it('believes nothing before a busy background', () => {
    const edges = findSilhouette(
      disc((x, y) => (((x >> 3) + (y >> 3)) % 2 === 0 ? 90 : 200)),
      rays,
    );
    expect(edges.filter((edge) => edge !== null).length).toBeLessThan(4);
  });

  it('takes the largest of neighbouring results', () => {
    const picture = disc((x, y) => (Math.abs(y - 100) < 6 && x > 150 ? 250 : 120));
    const edges = findSilhouette(picture, rays);
    for (const ray of [35, 0, 1]) expect(Math.abs((edges[ray] ?? 0) - 30)).toBeLessThan(2);
    expect(Math.abs((edges[18] ?? 0) - 20)).toBeLessThan(2.5);
  });
});
