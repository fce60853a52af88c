// One voice from a recording of any number of channels.
import { decodeRaw } from './decode-raw.ts';
import type { RawFormat } from './decode-raw.ts';
import { monoWeights } from './mono-weights.ts';
import { toPanFilter } from './pan-filter.ts';

export interface DecodeRequest {
  /** Of the source, from `probeVoice`. */
  readonly channels: number;
  /** Hz; the source's own when left out. */
  readonly rate?: number;
  readonly format: RawFormat;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Fills gaps with silence and starts at the file's own zero, so that a sound track that begins late in
 * a film, or a recording with lost packets, keeps its timing.
 */
export const ON_TIMELINE = 'aresample=async=1:first_pts=0';

/**
 * The mono mix of the first sound stream, in blocks of whole samples. See `monoWeights` for the mix.
 * @throws AppError `voice-damaged`, `media-timeout`, `cancelled`
 */
export async function* decodeMono(
  path: string,
  request: DecodeRequest,
): AsyncGenerator<Uint8Array> {
  const weights = await monoWeights(path, request.channels, request.signal);
  const filters = [ON_TIMELINE, toPanFilter(weights)];
  if (request.rate !== undefined) filters.push(`aresample=${request.rate}`);
  yield* decodeRaw(path, filters, request.format, 1, request.signal);
}
