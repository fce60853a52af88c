// Discrete Fourier transform of real signals, radix 2, tables made once.

/** Power spectra of real windows of one fixed power-of-two size. */
export interface PowerSpectrum {
  /** `input` // [size] -> `power` // [size/2 + 1], |X[k]|^2 without scaling. `input` is kept. */
  compute(input: Float64Array, power: Float64Array): void;
}

/** `size`: a power of two, 4 or more. */
export function createPowerSpectrum(size: number): PowerSpectrum {
  // A real signal of `size` samples is a complex one of half the size: even and odd samples.
  const half = size / 2;
  const reversed = reverseBits(half);
  const cosines = Float64Array.from({ length: half + 1 }, (_, k) =>
    Math.cos((2 * Math.PI * k) / size),
  );
  const sines = Float64Array.from({ length: half + 1 }, (_, k) =>
    Math.sin((2 * Math.PI * k) / size),
  );
  const re = new Float64Array(half);
  const im = new Float64Array(half);
  return {
    compute(input, power) {
      for (let i = 0; i < half; i++) {
        re[i] = input[2 * reversed[i]];
        im[i] = input[2 * reversed[i] + 1];
      }
      transformInPlace(re, im, cosines, sines);
      separate(re, im, cosines, sines, power);
    },
  };
}

function reverseBits(count: number): Uint32Array {
  const reversed = new Uint32Array(count);
  for (let i = 1; i < count; i++) reversed[i] = (reversed[i >> 1] >> 1) | (i & 1 ? count >> 1 : 0);
  return reversed;
}

/** Butterflies over bit-reversed input. The tables are for twice the length. */
function transformInPlace(
  re: Float64Array,
  im: Float64Array,
  cosines: Float64Array,
  sines: Float64Array,
): void {
  const count = re.length;
  for (let span = 1; span < count; span *= 2) {
    const tableStep = count / span;
    for (let start = 0; start < count; start += 2 * span) {
      for (let k = 0; k < span; k++) {
        const cosine = cosines[k * tableStep];
        const sine = sines[k * tableStep];
        const a = start + k;
        const b = a + span;
        const real = re[b] * cosine + im[b] * sine;
        const imaginary = im[b] * cosine - re[b] * sine;
        re[b] = re[a] - real;
        im[b] = im[a] - imaginary;
        re[a] += real;
        im[a] += imaginary;
      }
    }
  }
}

/** Spectrum of the real signal from that of its even and odd halves. */
function separate(
  re: Float64Array,
  im: Float64Array,
  cosines: Float64Array,
  sines: Float64Array,
  power: Float64Array,
): void {
  const half = re.length;
  for (let k = 0; k <= half; k++) {
    const a = k % half;
    const b = (half - k) % half;
    const evenRe = (re[a] + re[b]) / 2;
    const evenIm = (im[a] - im[b]) / 2;
    const oddRe = (im[a] + im[b]) / 2;
    const oddIm = (re[b] - re[a]) / 2;
    const real = evenRe + oddRe * cosines[k] + oddIm * sines[k];
    const imaginary = evenIm + oddIm * cosines[k] - oddRe * sines[k];
    power[k] = real * real + imaginary * imaginary;
  }
}
