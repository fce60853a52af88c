// Lips from visemes. Nothing here depends on the seed: the same words move the same lips.
import { SeededRandom, type RandomState } from '#core/random/seeded-random.ts';
import { MOTION } from '#core/motion/motion-vector.ts';
import type { DraftPerson } from './draft-cast.ts';
import { type NoiseState, clamp, stepNoise } from './smooth-motion.ts';
import { type VoiceCues, type VoiceWindow, loudnessOf } from './voice-cues.ts';

export interface LipState {
  /** How much the voice is heard, 0..1: lips rest in pauses though the turn goes on. */
  activity: number;
  /** Rest gap now, E: the picture's at first, relaxing to `relaxedGap`. */
  rest: number;
  /** Opening of the frame before. */
  lastOpen: number;
  idle: NoiseState;
  random: RandomState;
}

/**
 * Gap of the 95th percentile of speech, E: more for people who smile widely. Lips found again in
 * the film then reach about what the two people of the published clip reach (0.19 and 0.30 face
 * units at the 95th percentile, 0.021 and 0.033 of mean change per frame).
 */
const OPEN_GAP = { usual: 0.235, widest: 0.29, perRestGap: 0.6, restGapFrom: 0.05 };
/** Speech beyond its 95th percentile adds at most this, E. */
const EXCESS_GAP = 0.02;
/** Gap of the 10th percentile of speech, E. */
const CLOSED_GAP = 0.012;
/** An attentive face that says nothing parts its lips by this much, E. */
const ATTENTIVE_GAP = 0.006;
/** Lips at rest are never quite still, E (standard deviation). */
const IDLE_GAP = { closed: 0.0012, open: 0.002, teeth: 0.002 };
/** Open lips rest at this gap and a little of what the picture shows beyond it, E. */
const RELAXED_GAP = 0.03;
/** Share of the way to rest per frame: a smile eases within about a second. */
const RELAX_SHARE = 0.1;
/**
 * The puppet narrows the gap by `close`. Half strength: lips hardly reach a closure inside running
 * speech at 25 fps, and real lips were followed better so (spec draft 3).
 */
const CLOSE_STRENGTH = 0.5;
/** Opening of a vowel at the voice's softest, of what it is at its loudest. */
const SOFT_SHARE = 0.6;
/** Sound this close ahead keeps the mouth awake: 0.24 s. */
const ACTIVITY_HORIZON_FRAMES = 6;

export function createLipState(person: DraftPerson): LipState {
  return {
    activity: 0,
    rest: person.restGap,
    lastOpen: 0,
    idle: [0, 0, 0],
    random: SeededRandom.stream(0, `${person.stream} lips`).state(),
  };
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
  state.rest += RELAX_SHARE * (relaxedGap(person) - state.rest);

  const talk = cues.gate * state.activity;
  const attention = cues.gate * (1 - state.activity);
  const now = openShare(window, 0, person);
  // Just enough smoothing to take single-frame jitter out; more would slur the articulation.
  const open = 0.1 * state.lastOpen + 0.8 * now + 0.1 * openShare(window, 1, person);
  state.lastOpen = now;
  const random = SeededRandom.restore(state.random);
  const idle = stepNoise(state.idle, random, 1) * IDLE_GAP[person.mouthState];
  state.random = random.state();

  const gap =
    state.rest +
    talk * (speechGap(open, person) - state.rest) +
    attention * ATTENTIVE_GAP +
    (1 - talk) * idle;
  vector[MOTION.gap] = Math.max(0, gap);
  vector[MOTION.width] = talk * window.viseme(0, 1);
  vector[MOTION.round] = talk * clamp(window.viseme(0, 2), 0, 1);
  vector[MOTION.close] = talk * CLOSE_STRENGTH * clamp(window.viseme(0, 3), 0, 1);
  vector[MOTION.labiodental] = talk * clamp(window.viseme(0, 4), 0, 1);
  vector[MOTION.tongue] = talk * clamp(window.viseme(0, 5), 0, 1);
  vector[MOTION.jaw] = talk * 0.02 * open;
}

/** Where the lips of a silent person rest, E: shut stays shut, an open smile eases. */
function relaxedGap(person: DraftPerson): number {
  if (person.mouthState === 'closed') return person.restGap;
  return Math.min(person.restGap, RELAXED_GAP + 0.2 * Math.max(0, person.restGap - RELAXED_GAP));
}

function speechGap(open: number, person: DraftPerson): number {
  // Lips that are shut in the picture cannot shut further.
  const shut = person.mouthState === 'closed' ? person.restGap : CLOSED_GAP;
  const { usual, widest, perRestGap, restGapFrom } = OPEN_GAP;
  const wide = Math.min(widest, usual + perRestGap * Math.max(0, person.restGap - restGapFrom));
  const gap = shut + (wide - CLOSED_GAP) * open;
  return gap <= wide ? gap : wide + EXCESS_GAP * Math.tanh((gap - wide) / EXCESS_GAP);
}

function hearsVoice(window: VoiceWindow, person: DraftPerson): boolean {
  for (let ahead = 0; ahead <= ACTIVITY_HORIZON_FRAMES; ahead++) {
    if (openShare(window, ahead, person) > 0.12) return true;
    if (loudnessOf(window.energy(ahead), person.calibration) > 0.2) return true;
  }
  return false;
}

/**
 * Openness within the voice's own range: about 0 at its 10th, 1 at its 95th percentile, at most
 * 1.4. Loud sounds open wider than soft ones of the same vowel.
 */
function openShare(window: VoiceWindow, ahead: number, person: DraftPerson): number {
  const { openLow, openHigh } = person.calibration;
  if (openHigh <= openLow) return 0;
  const share = clamp((window.viseme(ahead, 0) - openLow) / (openHigh - openLow), 0, 1.4);
  const loud = loudnessOf(window.energy(ahead), person.calibration);
  return share * (SOFT_SHARE + (1.08 - SOFT_SHARE) * loud);
}
