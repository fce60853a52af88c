// Breath, lean and distance: slow motions of the body below the head.
import type { SeededRandom } from '#core/random/seeded-random.ts';
import type { LookDirection } from './look-direction.ts';
import { type NoiseState, type Spring, followSpring, stepNoise } from './smooth-motion.ts';
import type { VoiceCues } from './voice-cues.ts';

export interface BodyState {
  /** 0..1 through one breath: in until INHALE_SHARE, then out. */
  breathPhase: number;
  breathHz: number;
  breath: Spring;
  lean: Spring;
  leanNoise: NoiseState;
  scaleNoise: NoiseState;
  nearness: Spring;
}

const INHALE_SHARE = 0.4;

export function createBody(random: SeededRandom): BodyState {
  return {
    breathPhase: random.uniform(),
    breathHz: random.uniform(0.2, 0.3),
    breath: { value: 0, velocity: 0 },
    lean: { value: 0, velocity: 0 },
    leanNoise: [0, 0, 0],
    scaleNoise: [0, 0, 0],
    nearness: { value: 0, velocity: 0 },
  };
}

/** Breath in [-1, 1], lean in radians, scale as a natural logarithm. */
export interface BodyMotion {
  readonly breath: number;
  readonly lean: number;
  readonly scale: number;
}

export function stepBody(
  state: BodyState,
  cues: VoiceCues,
  look: LookDirection,
  random: SeededRandom,
): BodyMotion {
  state.breathPhase += (state.breathHz * breathTempo(state, cues)) / 25;
  if (state.breathPhase >= 1) {
    state.breathPhase -= 1;
    state.breathHz = random.uniform(0.2, 0.3);
  }
  const phase = state.breathPhase;
  const wave =
    phase < INHALE_SHARE
      ? -Math.cos((Math.PI * phase) / INHALE_SHARE)
      : Math.cos((Math.PI * (phase - INHALE_SHARE)) / (1 - INHALE_SHARE));
  const breath = followSpring(state.breath, 0.8 * wave, 1.5);
  // People lean towards whom they watch; the trunk follows the head late and little.
  const towards = 0.06 * Math.max(-0.25, Math.min(0.25, look.yawRad));
  const lean =
    followSpring(state.lean, towards, 0.35) + 0.01 * stepNoise(state.leanNoise, random, 0.15);
  const interest = followSpring(state.nearness, cues.gate > 0.5 ? 0.006 : 0, 0.4);
  const scale = interest + 0.005 * stepNoise(state.scaleNoise, random, 0.3);
  return { breath, lean, scale };
}

/** Speech rides on a slow breath out; before a turn the breath in comes quickly. */
function breathTempo(state: BodyState, cues: VoiceCues): number {
  const isBreathingIn = state.breathPhase < INHALE_SHARE;
  if (cues.isSpeaking) return isBreathingIn ? 1.6 : 0.7;
  const isAboutToSpeak = cues.startsInFrames <= 14;
  return isAboutToSpeak ? 2.2 : 1;
}
