// The sound of the film: every voice at its place, summed, never clipped, as long as the pictures.
import { TICKS_PER_SECOND } from '#core/time/ticks.ts';

/** Hz. */
export const FILM_AUDIO_RATE = 48_000;

export interface MixVoice {
  /** Filters that make the voice stereo, e.g. from `toStereoFilter`. */
  readonly toStereo: string;
  readonly gainDb: number;
  /** Where the voice starts on the film's timeline; negative when the film starts inside it. */
  readonly startTick: number;
}

/** Peaks of the sum are held under this; -0.3 dBFS leaves room for AAC's own overshoot. */
const PEAK_LIMIT = 0.966;
const ATTACK_MS = 5;
const ATTACK_SAMPLES = (ATTACK_MS * FILM_AUDIO_RATE) / 1000;

export function ticksToSamples(ticks: number): number {
  return Math.round((ticks * FILM_AUDIO_RATE) / TICKS_PER_SECOND);
}

/**
 * A filter graph from inputs `firstInput`.. to the label `[mix]`, exactly `samples` long.
 *
 * The voices are padded without end before they are summed, so that amix's division by the number of
 * inputs is constant and can be undone (its `normalize` switch is newer than ffmpeg 4.1). The limiter
 * delays by its attack time; the cut after it takes that back.
 */
export function toMixFilter(
  voices: readonly MixVoice[],
  firstInput: number,
  samples: number,
): string {
  const chains = voices.map((voice, i) => {
    const start = ticksToSamples(voice.startTick);
    const place =
      start >= 0
        ? `asetpts=PTS+${start},aresample=async=1:first_pts=0`
        : `atrim=start_sample=${-start},asetpts=PTS-STARTPTS`;
    const steps = [
      `aresample=${FILM_AUDIO_RATE}:async=1:first_pts=0`,
      voice.toStereo,
      place,
      `volume=${voice.gainDb.toFixed(3)}dB:precision=float`,
      'apad',
    ];
    return `[${firstInput + i}:a:0]${steps.join(',')}[v${i}]`;
  });
  const inputs = voices.map((_, i) => `[v${i}]`).join('');
  const sum =
    voices.length === 1
      ? []
      : [
          `amix=inputs=${voices.length}:dropout_transition=0`,
          `volume=${voices.length}:precision=float`,
        ];
  const finish = [
    `alimiter=level=0:limit=${PEAK_LIMIT}:attack=${ATTACK_MS}:release=50`,
    `atrim=start_sample=${ATTACK_SAMPLES}:end_sample=${ATTACK_SAMPLES + samples}`,
    'asetpts=PTS-STARTPTS',
  ];
  return [...chains, `${inputs}${[...sum, ...finish].join(',')}[mix]`].join(';');
}
