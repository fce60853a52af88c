// How the channels of a recording become one voice without losing it.
import { decodeRaw } from './decode-raw.ts';

/** Channels this much below the loudest (in energy: -26 dB) carry bleed or noise, not the voice. */
const ACTIVE_ENERGY_SHARE = 0.0025;
/** A channel so much the opposite of the loudest has its polarity reversed. */
const REVERSED_CORRELATION = -0.5;
const MEASURE_RATE = 8_000;

/**
 * Weights of the mono mix: the mean of the channels that carry sound, with reversed polarity undone.
 * A plain mean would lose 18 dB of a voice on one of eight channels, and all of a voice that is on two
 * channels with opposite sign. Mono needs no measuring; else the file is decoded once at 8 kHz.
 * @throws AppError as `decodeRaw`
 */
export async function monoWeights(
  path: string,
  channels: number,
  signal: AbortSignal | undefined,
): Promise<number[]> {
  if (channels === 1) return [1];
  return weighChannels(await measureProducts(path, channels, signal), channels);
}

/** `products`: sums of channel i times channel j over time. // [C, C] */
export function weighChannels(products: ArrayLike<number>, channels: number): number[] {
  const energy = (channel: number): number => products[channel * channels + channel];
  let loudest = 0;
  for (let channel = 1; channel < channels; channel++) {
    if (energy(channel) > energy(loudest)) loudest = channel;
  }
  const signs = Array.from({ length: channels }, (_, channel) => {
    if (energy(channel) === 0 || energy(channel) < ACTIVE_ENERGY_SHARE * energy(loudest)) return 0;
    const scale = Math.sqrt(energy(channel) * energy(loudest));
    const correlation = products[loudest * channels + channel] / scale;
    return correlation < REVERSED_CORRELATION ? -1 : 1;
  });
  const active = signs.filter((sign) => sign !== 0).length;
  return signs.map((sign) => (active === 0 ? 1 / channels : sign / active));
}

async function measureProducts(
  path: string,
  channels: number,
  signal: AbortSignal | undefined,
): Promise<Float64Array> {
  const products = new Float64Array(channels * channels);
  const filters = [`aresample=${MEASURE_RATE}`];
  for await (const block of decodeRaw(path, filters, 's16le', channels, signal)) {
    const words = new DataView(block.buffer, block.byteOffset, block.byteLength);
    const frames = block.byteLength / (2 * channels);
    const sample = new Float64Array(channels);
    for (let frame = 0; frame < frames; frame++) {
      for (let i = 0; i < channels; i++)
        sample[i] = words.getInt16((frame * channels + i) * 2, true) / 32768;
      for (let i = 0; i < channels; i++) {
        for (let j = i; j < channels; j++) products[i * channels + j] += sample[i] * sample[j];
      }
    }
  }
  for (let i = 0; i < channels; i++) {
    for (let j = 0; j < i; j++) products[i * channels + j] = products[j * channels + i];
  }
  return products;
}
