// Pixel differences of two pictures of equal size, 8 bits per sample. // [H, W, 3]

/** Value of PSNR for identical pictures, as the published metric code counts them. */
const IDENTICAL_PSNR_DB = 100;

/** Mean squared error over all samples. Throws RangeError when the sizes differ. */
export function meanSquaredError(a: Uint8Array, b: Uint8Array): number {
  if (a.length !== b.length || a.length === 0) {
    throw new RangeError(`Pictures of ${a.length} and ${b.length} samples cannot be compared`);
  }
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] - b[i]) ** 2;
  return sum / a.length;
}

/** Peak signal-to-noise ratio in dB over all RGB samples; Infinity for identical pictures. */
export function psnrDb(a: Uint8Array, b: Uint8Array): number {
  const error = meanSquaredError(a, b);
  return error === 0 ? Infinity : 10 * Math.log10((255 * 255) / error);
}

/** Mean of PSNR values in which identical pictures count as 100 dB (spec analysis 4). */
export function meanPsnrDb(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + Math.min(value, IDENTICAL_PSNR_DB), 0) / values.length;
}
