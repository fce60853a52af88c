// Triangular filters of equal width on the mel scale.

export interface MelFilter {
  /** First bin of the power spectrum with a weight. */
  readonly firstBin: number;
  readonly weights: Float64Array;
}

export interface MelFilterOptions {
  readonly sampleRate: number;
  readonly fftSize: number;
  readonly bands: number;
  readonly lowestHz: number;
  readonly highestHz: number;
}

const hzToMel = (hz: number): number => 2595 * Math.log10(1 + hz / 700);

/** One filter per band, lowest first; each rises to 1 at its centre and falls to its neighbours'. */
export function createMelFilters(options: MelFilterOptions): MelFilter[] {
  const { sampleRate, fftSize, bands } = options;
  const lowest = hzToMel(options.lowestHz);
  const step = (hzToMel(options.highestHz) - lowest) / (bands + 1);
  const bins = Array.from({ length: fftSize / 2 + 1 }, (_, bin) =>
    hzToMel((bin * sampleRate) / fftSize),
  );
  return Array.from({ length: bands }, (_, band) => {
    const centre = lowest + step * (band + 1);
    const all = bins.map((mel) => Math.max(0, 1 - Math.abs(mel - centre) / step));
    const firstBin = all.findIndex((weight) => weight > 0);
    if (firstBin < 0) return { firstBin: 0, weights: new Float64Array(0) };
    const lastBin = all.findLastIndex((weight) => weight > 0);
    return { firstBin, weights: Float64Array.from(all.slice(firstBin, lastBin + 1)) };
  });
}
