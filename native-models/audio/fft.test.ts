import { describe, expect, it } from 'vitest';

import { SeededRandom } from '#core/random/seeded-random.ts';
import { createPowerSpectrum } from './fft.ts';

function slowPowerSpectrum(input: Float64Array): number[] {
  return Array.from({ length: input.length / 2 + 1 }, (_, k) => {
    let re = 0;
    let im = 0;
    input.forEach((value, i) => {
      re += value * Math.cos((2 * Math.PI * k * i) / input.length);
      im -= value * Math.sin((2 * Math.PI * k * i) / input.length);
    });
    return re * re + im * im;
  });
}

describe('power spectrum', () => {
  it.each([4, 8, 64, 512])('equals the definition for %i samples', (size) => {
    const random = SeededRandom.stream(1, 'fft');
    const input = Float64Array.from({ length: size }, () => random.normal());
    const power = new Float64Array(size / 2 + 1);
    const spectrum = createPowerSpectrum(size);
    spectrum.compute(input, power);
    const expected = slowPowerSpectrum(input);
    power.forEach((value, k) => expect(value).toBeCloseTo(expected[k], 8));
    const again = power.slice();
    spectrum.compute(input, again);
    expect(again).toEqual(power);
  });
});
