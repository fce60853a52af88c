// Channel weights in ffmpeg's words.

/** A filter that mixes the input channels to mono in floating point, so that no sum clips inside. */
export function toPanFilter(weights: readonly number[]): string {
  const terms = weights.map((weight, channel) => `${weight.toFixed(6)}*c${channel}`);
  return `aformat=sample_fmts=fltp,pan=mono|c0=${terms.join('+').replaceAll('+-', '-')}`;
}
