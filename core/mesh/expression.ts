// From the 24 motion parameters to amounts of morph targets.

import { MOTION } from '../motion/motion-vector.ts';
import type { MorphName, Puppet } from './puppet.ts';
import { smoothStep } from './smooth-step.ts';

/** What a motion vector asks of the face, after this face's limits. */
export interface Expression {
  readonly amounts: Readonly<Record<MorphName, number>>;
  /** Inner lip gap at the mouth centre, in E. */
  readonly gap: number;
  readonly round: number;
  readonly tongue: number;
  readonly blink: readonly [left: number, right: number];
  /** Iris shift in E. */
  readonly gazeX: number;
  readonly gazeY: number;
  /** 0 while the mouth is as in the picture, 1 once it clearly is not. */
  readonly mouthDeparture: number;
}

/** Teeth show this much between lips in `f` and `v`, in E. */
const LABIODENTAL_GAP = 0.045;
/** Smaller changes of the lip gap, in E, are rounding. */
const REST_TOLERANCE = 1e-5;
/** Change of lip gap, in E, after which the rebuilt interior has replaced the picture's. */
const DEPARTURE_GAP = 0.025;

/** Eyes have less room up and down than sideways. */
const VERTICAL_GAZE = 0.6;

/** The gap after pressing, `f`/`v` and this face's limit. */
function effectiveGap(puppet: Puppet, motion: Float32Array): number {
  const { limits, mouth } = puppet;
  const asked = Math.min(motion[MOTION.gap], Math.max(limits.maxGap, mouth.restGap));
  const gap = mouth.restGap + (asked - mouth.restGap) * limits.mouthGain;
  const pressed = gap * (1 - motion[MOTION.close]);
  const teeth = motion[MOTION.labiodental] * limits.mouthGain;
  return pressed + (LABIODENTAL_GAP - pressed) * 0.85 * teeth;
}

/** Brows have less room down to the eyes than up. */
function browAmount(value: number): number {
  return value < 0 ? 0.55 * value : value;
}

/** @param motion within its bounds, see `clampMotion`. // [24] */
export function expressionOf(puppet: Puppet, motion: Float32Array): Expression {
  const { limits, mouth, eyes } = puppet;
  const gap = effectiveGap(puppet, motion);
  const asked = gap - mouth.restGap;
  const change = Math.abs(asked) < REST_TOLERANCE ? 0 : asked;
  const scaled = (index: number): number => motion[index] * limits.mouthGain;
  const round = scaled(MOTION.round);
  const blink = [
    eyes[0].canBlink ? motion[MOTION.blinkL] : 0,
    eyes[1].canBlink ? motion[MOTION.blinkR] : 0,
  ] as const;
  const shift =
    Math.abs(change) / DEPARTURE_GAP +
    (Math.abs(scaled(MOTION.jaw)) / DEPARTURE_GAP) * 0.3 +
    (Math.abs(scaled(MOTION.width)) + Math.abs(scaled(MOTION.smile))) * 0.7 +
    (round + scaled(MOTION.close) + scaled(MOTION.labiodental) + scaled(MOTION.tongue)) * 1.5;
  return {
    gap,
    round,
    tongue: scaled(MOTION.tongue),
    blink,
    gazeX: motion[MOTION.gazeX],
    gazeY: VERTICAL_GAZE * motion[MOTION.gazeY],
    mouthDeparture: smoothStep(0, 1, shift),
    amounts: {
      open: Math.max(0, change),
      shut: mouth.restGap > 1e-6 ? Math.max(0, -change / mouth.restGap) : 0,
      press: scaled(MOTION.close),
      width: scaled(MOTION.width),
      round,
      labiodental: scaled(MOTION.labiodental),
      jaw: scaled(MOTION.jaw),
      smile: scaled(MOTION.smile),
      asymmetry: scaled(MOTION.asymmetry),
      blinkL: blink[0],
      blinkR: blink[1],
      squint: motion[MOTION.squint],
      lidFollow: Math.max(0, motion[MOTION.gazeY]),
      browInner: browAmount(motion[MOTION.browInner]),
      browOuter: browAmount(motion[MOTION.browOuter]),
    },
  };
}
