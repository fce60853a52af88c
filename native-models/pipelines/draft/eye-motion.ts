// Eyes: they jump to a target before the head turns, stay on it while the head moves, and blink.
import type { SeededRandom } from '#core/random/seeded-random.ts';
import type { LookDirection } from './look-direction.ts';
import type { DraftPerson } from './draft-cast.ts';
import { clamp } from './smooth-motion.ts';
import type { VoiceCues } from './voice-cues.ts';

export interface GazeState {
  x: number;
  y: number;
  offsetX: number;
  offsetY: number;
  saccadeFrames: number;
}

export interface BlinkState {
  /** Frames into the running blink, or -1. */
  frame: number;
  waitFrames: number;
  lastYawRad: number;
}

export function createGaze(): GazeState {
  return { x: 0, y: 0, offsetX: 0, offsetY: 0, saccadeFrames: 15 };
}

export function createBlink(random: SeededRandom): BlinkState {
  return { frame: -1, waitFrames: Math.floor(random.uniform(10, 45)), lastYawRad: 0 };
}

/** Iris shift per radian: the eyeball's radius is about 0.13 of the outer eye corners' distance. */
const SHIFT_PER_RAD = 0.13;
/** Eyes turned further than this are tiring to watch; the shift eases towards it. */
const LARGEST_TURN = 0.022;
/** Small jumps between the eyes and the mouth of whoever is looked at, E. */
const SACCADE_SHIFT = { x: 0.005, y: 0.003 };

/** Iris shift in E; the eyes turn against the head so that they stay on their target. */
export function stepGaze(
  state: GazeState,
  look: LookDirection,
  headYawRad: number,
  headPitchRad: number,
  random: SeededRandom,
): { x: number; y: number } {
  state.saccadeFrames -= 1;
  if (state.saccadeFrames <= 0) {
    state.offsetX = SACCADE_SHIFT.x * clamp(random.normal(), -2, 2);
    state.offsetY = SACCADE_SHIFT.y * clamp(random.normal(), -2, 2);
    state.saccadeFrames = Math.floor(random.uniform(12, 50));
  }
  // A saccade takes two to three frames.
  state.x += 0.62 * (eyeShift(look.yawRad - headYawRad) + state.offsetX - state.x);
  state.y += 0.62 * (eyeShift(look.pitchRad - headPitchRad) + state.offsetY - state.y);
  return { x: state.x, y: state.y };
}

function eyeShift(angleRad: number): number {
  return LARGEST_TURN * Math.tanh((SHIFT_PER_RAD * angleRad) / LARGEST_TURN);
}

/** Lids of a blink, frame by frame: quick down, slower up (spec draft 4, 0.24 s). */
const BLINK_SHAPE = [0.5, 1, 1, 0.7, 0.35, 0.1];
/** An eye this narrow in the source is shut or squeezed: it is left alone. */
const SHUT_ASPECT = 0.12;

/** How far the eyes are closed, picture-left first, 0..1. */
export function stepBlink(
  state: BlinkState,
  person: DraftPerson,
  cues: VoiceCues,
  look: LookDirection,
  random: SeededRandom,
): { left: number; right: number } {
  const turn = Math.abs(look.yawRad - state.lastYawRad);
  state.lastYawRad = look.yawRad;
  if (state.frame >= 0) {
    state.frame += 1;
    if (state.frame >= BLINK_SHAPE.length) state.frame = -1;
  }
  state.waitFrames -= 1;
  const isMoment =
    (cues.hasEnded && random.uniform() < 0.65) ||
    (cues.hasEndedPhrase && random.uniform() < 0.35) ||
    (turn > 0.15 && random.uniform() < 0.4);
  if (state.frame < 0 && isMoment) state.waitFrames = Math.min(state.waitFrames, 2);
  if (state.frame < 0 && state.waitFrames <= 0) {
    state.frame = 0;
    const isDouble = random.uniform() < 0.08;
    state.waitFrames = Math.floor(isDouble ? 9 : 25 * random.uniform(1.6, 5.5));
  }
  const closed = state.frame >= 0 ? BLINK_SHAPE[state.frame] : 0;
  return {
    left: person.eyeAspect[0] < SHUT_ASPECT ? 0 : closed,
    right: person.eyeAspect[1] < SHUT_ASPECT ? 0 : closed,
  };
}
