import type { Interval } from '../speech/speaking-score.ts';
import { chanceCorrelation, findBestLag, pearson, percentile } from './correlation.ts';
import { countBlinks } from './count-blinks.ts';
import { absoluteChanges, maskedDeviation, maskedMean, maskedValues } from './curve-statistics.ts';
import type { FaceTrack } from './face-track.ts';
import type { LipOther, PersonMeasurement } from './film-measurement.ts';
import { LIP_MARGIN_SECONDS, maskInside, maskOutside } from './speaking-mask.ts';

/** Lips and voice are compared up to this many frames apart. */
const MAX_LAG_FRAMES = 8;

/** Everything known about one person of a film; all curves at the film's frame rate. */
export interface PersonEvidence {
  readonly person: number;
  readonly track: FaceTrack;
  readonly framesPerSecond: number;
  /** Index of the own voice; -1 for none. */
  readonly ownVoice: number;
  /** Level in dB of every voice per frame. // [V][T] */
  readonly voiceLevelsDb: readonly Float32Array[];
  /** `open` of the viseme encoder for the own voice per frame; null when not known. // [T] */
  readonly visemeOpen: Float32Array | null;
  /** When this person speaks, in seconds. */
  readonly speaking: readonly Interval[];
  readonly noise: PersonMeasurement['noise'];
}

/** Turns curves into the figures of `PersonMeasurement`. */
export function measurePerson(evidence: PersonEvidence): PersonMeasurement {
  const { track, framesPerSecond, speaking, ownVoice, voiceLevelsDb } = evidence;
  const lips = track.lipOpening;
  const frames = lips.length;
  const inside = maskInside(speaking, frames, framesPerSecond);
  const outside = maskOutside(speaking, frames, framesPerSecond, LIP_MARGIN_SECONDS);
  const own = ownVoice < 0 ? null : voiceLevelsDb[ownVoice];
  const lipChanges = absoluteChanges(lips);
  const lipMotionSpeaking = maskedMean(lipChanges, inside);
  const lipMotionSilent = maskedMean(lipChanges, outside);
  return {
    person: evidence.person,
    framesSeen: track.framesSeen,
    framesMissed: track.framesMissed,
    lipOwn: own && pearson(lips, own),
    lipOwnSpeaking: own && pearson(lips, own, inside),
    lipOwnChance: own && chanceCorrelation(lips, own, inside),
    lipOwnLagFrames: (own && findBestLag(lips, own, MAX_LAG_FRAMES, inside)?.lag) ?? null,
    lipOwnViseme: evidence.visemeOpen && pearson(lips, evidence.visemeOpen, inside),
    lipOthers: voiceLevelsDb.flatMap((level, voice): LipOther[] =>
      voice === ownVoice
        ? []
        : [
            {
              voice,
              r: pearson(lips, level),
              rInside: pearson(lips, level, inside),
              rOutside: pearson(lips, level, outside),
            },
          ],
    ),
    lipMotionSpeaking,
    lipMotionSilent,
    silentRatio:
      lipMotionSpeaking === null || lipMotionSilent === null || lipMotionSpeaking === 0
        ? null
        : lipMotionSilent / lipMotionSpeaking,
    lipSpreadSpeaking: maskedDeviation(lips, inside),
    lipRangeSpeaking: percentileRange(maskedValues(lips, inside)),
    eyeMotionListening: maskedMean(track.eyeDisplacement, outside),
    eyeMotionSpeaking: maskedMean(track.eyeDisplacement, inside),
    blinks: countBlinks(track.lidOpening),
    noise: evidence.noise,
  };
}

function percentileRange(values: readonly number[]): readonly [number, number] | null {
  return values.length === 0 ? null : [percentile(values, 5), percentile(values, 95)];
}
