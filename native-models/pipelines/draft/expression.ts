// Brows on accents, smiles of a listener, a little asymmetry: what keeps a face from being a mask.
import type { SeededRandom } from '#core/random/seeded-random.ts';
import type { DraftPerson } from './draft-cast.ts';
import { type NoiseState, type Spring, followSpring, stepNoise } from './smooth-motion.ts';
import type { VoiceCues } from './voice-cues.ts';

export interface ExpressionState {
  smile: Spring;
  smileTarget: number;
  smileFrames: number;
  brow: Spring;
  browTarget: number;
  browFrames: number;
  asymmetry: NoiseState;
}

export function createExpression(): ExpressionState {
  return {
    smile: { value: 0, velocity: 0 },
    smileTarget: 0,
    smileFrames: 0,
    brow: { value: 0, velocity: 0 },
    browTarget: 0,
    browFrames: 0,
    asymmetry: [0, 0, 0],
  };
}

export interface Expression {
  readonly smile: number;
  readonly asymmetry: number;
  readonly browInner: number;
  readonly browOuter: number;
  readonly squint: number;
}

const LARGEST_BROW = 0.6;

/** A smile that the picture already shows needs little more. */
const SMILE_GAIN = { closed: 1, open: 0.8, teeth: 0.4 };

export function stepExpression(
  state: ExpressionState,
  person: DraftPerson,
  cues: VoiceCues,
  isListening: boolean,
  hasHeardPhrase: boolean,
  random: SeededRandom,
): Expression {
  startSmile(state, cues, isListening, hasHeardPhrase, random);
  startBrow(state, cues, hasHeardPhrase, random);
  const base = isListening ? 0.14 : 0.05;
  const smileWanted = state.smileFrames > 0 ? state.smileTarget : base;
  const smile =
    SMILE_GAIN[person.mouthState] *
    followSpring(state.smile, smileWanted, smileWanted > base ? 1.3 : 0.6);
  const accent = Math.max(0, cues.accent - 0.08);
  const raised = (state.browFrames > 0 ? state.browTarget : 0) + accent;
  const browWanted = LARGEST_BROW * Math.tanh(raised / LARGEST_BROW);
  const brow = followSpring(state.brow, browWanted, 2);
  const asymmetry = 0.1 * stepNoise(state.asymmetry, random, 0.25) + 0.25 * smile * sideOf(state);
  state.smileFrames = Math.max(0, state.smileFrames - 1);
  state.browFrames = Math.max(0, state.browFrames - 1);
  return {
    smile,
    asymmetry,
    browInner: 0.85 * brow,
    browOuter: brow,
    squint: 0.35 * Math.max(0, smile),
  };
}

/** Backchannels smile: short sounds of a listener, and now and then a phrase that pleased. */
function startSmile(
  state: ExpressionState,
  cues: VoiceCues,
  isListening: boolean,
  hasHeardPhrase: boolean,
  random: SeededRandom,
): void {
  const isBackchannel = cues.hasStarted && cues.floor < 0.5;
  const isPleased = isListening && hasHeardPhrase && random.uniform() < 0.4;
  if (!isBackchannel && !isPleased) return;
  state.smileTarget = random.uniform(0.25, 0.5);
  state.smileFrames = Math.floor(random.uniform(25, 50));
}

function startBrow(
  state: ExpressionState,
  cues: VoiceCues,
  hasHeardPhrase: boolean,
  random: SeededRandom,
): void {
  const startsTurn = cues.startsInFrames === 4 && cues.floor > 0.5 && cues.silentFrames > 20;
  const isSurprised = hasHeardPhrase && random.uniform() < 0.25;
  if (!startsTurn && !isSurprised) return;
  state.browTarget = random.uniform(0.2, 0.5);
  state.browFrames = Math.floor(random.uniform(8, 16));
}

/** The corner that rises more follows the slow noise, so that it does not flicker. */
function sideOf(state: ExpressionState): number {
  return Math.tanh(20 * state.asymmetry[2]);
}
