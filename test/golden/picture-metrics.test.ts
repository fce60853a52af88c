// PSNR and SSIM against the golden vectors of the specification (../shared/golden/metrics).
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { meanSquaredError, psnrDb } from '#core/metrics/picture-difference.ts';
import { ssim } from '#core/metrics/ssim.ts';
import { decodePicture } from '#main/media/picture/decode-picture.ts';

const folder = fileURLToPath(new URL('../../../shared/golden/metrics', import.meta.url));
const isPresent = existsSync(folder);
if (!isPresent) console.log('skipped: golden metric vectors, ../shared/golden/metrics is not here');

interface GoldenPair {
  readonly a: string;
  readonly b: string;
  readonly mse_rgb: number;
  readonly psnr_rgb: number | null;
  readonly ssim_gauss11_rgb_mean: number;
}

describe.skipIf(!isPresent)('golden picture metrics', () => {
  it('match PSNR and SSIM of every pair', async () => {
    const golden = JSON.parse(readFileSync(join(folder, 'metrics.json'), 'utf8')) as {
      pairs: GoldenPair[];
    };
    expect(golden.pairs.length).toBeGreaterThan(5);
    for (const pair of golden.pairs) {
      const a = await decodePicture(join(folder, pair.a));
      const b = await decodePicture(join(folder, pair.b));
      expect(meanSquaredError(a.data, b.data)).toBeCloseTo(pair.mse_rgb, 6);
      expect(psnrDb(a.data, b.data)).toBeCloseTo(pair.psnr_rgb ?? Infinity, 6);
      expect(ssim(a.data, b.data, a.width, a.height)).toBeCloseTo(pair.ssim_gauss11_rgb_mean, 6);
    }
  });
});
