// A voice in the film's stereo: a voice on a single channel belongs in the middle.
import { monoWeights } from '../audio/mono-weights.ts';
import { toPanFilter } from '../audio/pan-filter.ts';

const STEREO = 'aformat=sample_fmts=fltp:channel_layouts=stereo';
/** ffmpeg turns mono into stereo at -3 dB a side; this is 0 dB, as loud as it was recorded. */
const MONO_TO_BOTH = 'pan=stereo|c0=c0|c1=c0';

/**
 * Filters that make the first sound stream of `path` stereo. Two channels of equal polarity that both
 * carry sound stay as they are; everything else becomes its mono mix in the middle (see `monoWeights`).
 * @throws AppError as `monoWeights`
 */
export async function stereoFilter(
  path: string,
  channels: number,
  signal: AbortSignal | undefined,
): Promise<string> {
  const weights = await monoWeights(path, channels, signal);
  const isTrueStereo = channels === 2 && weights.every((weight) => weight > 0);
  return isTrueStereo ? STEREO : `${toPanFilter(weights)},${MONO_TO_BOTH}`;
}
