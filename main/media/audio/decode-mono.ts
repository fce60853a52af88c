// One voice from a recording of any number of channels.
import { decodeRaw } from './decode-raw.ts';
import { monoWeights } from './mono-weights.ts';
import { toPanFilter } from './pan-filter.ts';

/**
 * Fills gaps with silence and starts at the file's own zero, so that a sound track that begins late in
 * a film, or a recording with lost packets, keeps its timing.
 */
const ON_TIMELINE = 'aresample=async=1:first_pts=0';

/** Filters from the channels of `path` to its mono mix on the file's timeline; see `monoWeights`. */
export async function monoFilters(
  path: string,
  channels: number,
  signal: AbortSignal | undefined,
): Promise<string[]> {
  return [ON_TIMELINE, toPanFilter(await monoWeights(path, channels, signal))];
}

/**
 * The mono mix of the first sound stream at its own rate, float, in blocks of whole samples. // [N]
 * @throws AppError `voice-damaged`, `media-timeout`, `cancelled`
 */
export async function* decodeMono(
  path: string,
  channels: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  yield* decodeRaw(path, await monoFilters(path, channels, signal), 'f32le', 1, signal);
}
