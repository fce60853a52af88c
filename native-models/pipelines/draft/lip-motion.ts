// Lips from visemes. Nothing here depends on the seed: the same words move the same lips.
import { SeededRandom, type RandomState } from '#core/random/seeded-random.ts';
import { MOTION } from '#core/motion/motion-vector.ts';
import { openness } from './calibrate-voice.ts';
import type { DraftPerson } from './draft-cast.ts';
import { type NoiseState, clamp, stepNoise } from './smooth-motion.ts';
import { type VoiceCues, type VoiceWindow, loudnessOf } from './voice-cues.ts';

export interface LipState {
  /** How much the voice is heard, 0..1: lips rest in pauses though the turn goes on. */
  activity: number;
  idle: NoiseState;
  random: RandomState;
}

/** Gap of the 95th percentile of speech, E: the real clip's people reach 0.16 and 0.29. */
const OPEN_GAP = 0.2;
/** Gap of the 10th percentile of speech, E. */
const CLOSED_GAP = 0.012;
/** An attentive face that says nothing parts its lips by this much, E. */
const ATTENTIVE_GAP = 0.006;
/** Lips at rest are never quite still, E (standard deviation). */
const IDLE_GAP = { closed: 0.0012, open: 0.003, teeth: 0.003 };
/** Sound this close ahead keeps the mouth awake: 0.24 s. */
const ACTIVITY_HORIZON_FRAMES = 6;

export function createLipState(stream: string): LipState {
  return { activity: 0, idle: [0, 0, 0], random: SeededRandom.stream(0, `${stream} lips`).state() };
}

/** Writes gap, width, round, close, labiodental, tongue and jaw into `vector`. // [24] */
export function moveLips(
  state: LipState,
  person: DraftPerson,
  cues: VoiceCues,
  window: VoiceWindow,
  vector: Float32Array,
): void {
  const wanted = hearsVoice(window, person) ? 1 : 0;
  state.activity += (wanted - state.activity) * (wanted > state.activity ? 0.5 : 0.15);
  if (state.activity < 1e-6) state.activity = 0;

  const talk = cues.gate * state.activity;
  const attention = cues.gate * (1 - state.activity);
  const open = openShare(window, 0, person);
  const random = SeededRandom.restore(state.random);
  const idle = stepNoise(state.idle, random, 1) * IDLE_GAP[person.mouthState];
  state.random = random.state();

  // Lips that are shut in the picture cannot shut further.
  const shutGap = person.mouthState === 'closed' ? person.restGap : CLOSED_GAP;
  const speechGap = softCap(shutGap + (OPEN_GAP - CLOSED_GAP) * open);
  const gap =
    person.restGap +
    talk * (speechGap - person.restGap) +
    attention * ATTENTIVE_GAP +
    (1 - talk) * idle;
  vector[MOTION.gap] = Math.max(0, gap);
  vector[MOTION.width] = talk * window.viseme(0, 1);
  vector[MOTION.round] = talk * clamp(window.viseme(0, 2), 0, 1);
  vector[MOTION.close] = talk * clamp(window.viseme(0, 3), 0, 1);
  vector[MOTION.labiodental] = talk * clamp(window.viseme(0, 4), 0, 1);
  vector[MOTION.tongue] = talk * clamp(window.viseme(0, 5), 0, 1);
  vector[MOTION.jaw] = talk * 0.02 * open;
}

function hearsVoice(window: VoiceWindow, person: DraftPerson): boolean {
  for (let ahead = 0; ahead <= ACTIVITY_HORIZON_FRAMES; ahead++) {
    if (openShare(window, ahead, person) > 0.12) return true;
    if (loudnessOf(window.energy(ahead), person.calibration) > 0.2) return true;
  }
  return false;
}

/** Openness within the voice's own range: 0 at its 10th, 1 at its 95th percentile, at most 1.4. */
function openShare(window: VoiceWindow, ahead: number, person: DraftPerson): number {
  const { openLow, openHigh } = person.calibration;
  const value = openness(window.viseme(ahead, 0), window.viseme(ahead, 3));
  return openHigh > openLow ? clamp((value - openLow) / (openHigh - openLow), 0, 1.4) : 0;
}

/** Linear up to OPEN_GAP, then easing towards the cap of 0.22. */
function softCap(gap: number): number {
  const excess = gap - OPEN_GAP;
  return excess <= 0 ? gap : OPEN_GAP + 0.02 * Math.tanh(excess / 0.02);
}
