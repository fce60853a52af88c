// Arguments that make the sound of a film from its voices.
import { probeVoice } from '../audio/probe-voice.ts';
import { fileAddress } from '../ffmpeg/file-address.ts';
import { GUARDED_INPUT } from '../ffmpeg/formats.ts';
import { ticksToSamples, toMixFilter } from './mix-filter.ts';
import { stereoFilter } from './stereo-filter.ts';

export interface FilmVoice {
  /** The recording as the user gave it, any format. */
  readonly path: string;
  readonly gainDb?: number;
  /** Where it starts on the film's timeline; negative when the film starts inside it. Default 0. */
  readonly startTick?: number;
}

/**
 * Inputs, and the mapped mix; both empty without voices.
 * @param firstInput index of the first voice among the inputs
 * @throws AppError those of `probeVoice`
 */
export async function mixOfVoices(
  voices: readonly FilmVoice[],
  firstInput: number,
  lengthTicks: number,
  signal: AbortSignal | undefined,
): Promise<{ readonly inputs: string[]; readonly outputs: string[] }> {
  if (voices.length === 0) return { inputs: [], outputs: [] };
  const mixed = [];
  for (const { path, gainDb = 0, startTick = 0 } of voices) {
    const { channels } = await probeVoice(path, signal);
    mixed.push({ toStereo: await stereoFilter(path, channels, signal), gainDb, startTick });
  }
  const filter = toMixFilter(mixed, firstInput, ticksToSamples(lengthTicks));
  return {
    inputs: voices.flatMap(({ path }) => [...GUARDED_INPUT, '-i', fileAddress(path)]),
    outputs: ['-filter_complex', filter, '-map', '[mix]'],
  };
}
