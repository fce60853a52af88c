// Eyes: they jump to a target before the head turns, stay on it while the head moves, and blink.
import type { SeededRandom } from '#core/random/seeded-random.ts';
import type { LookDirection } from './attention.ts';
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
const LARGEST_SHIFT = 0.032;
/** Small jumps between the eyes and the mouth of whoever is looked at, E. */
const SACCADE_SHIFT = { x: 0.007, y: 0.004 };

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
  const wantedX = SHIFT_PER_RAD * (look.yawRad - headYawRad) + state.offsetX;
  const wantedY = SHIFT_PER_RAD * (look.pitchRad - headPitchRad) + state.offsetY;
  // A saccade takes two to three frames.
  state.x += 0.62 * (clamp(wantedX, -LARGEST_SHIFT, LARGEST_SHIFT) - state.x);
  state.y += 0.62 * (clamp(wantedY, -LARGEST_SHIFT, LARGEST_SHIFT) - state.y);
  return { x: state.x, y: state.y };
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
