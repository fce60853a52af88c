// Filters that carry their state from frame to frame, and so across chunks.
import type { SeededRandom } from '#core/random/seeded-random.ts';

const FRAME_SECONDS = 1 / 25;

/** A critically damped spring: eases in and out, never overshoots. */
export interface Spring {
  value: number;
  velocity: number;
}

/** Moves the spring one frame towards `target`; at `hz` it settles in about 0.75 / hz seconds. */
export function followSpring(spring: Spring, target: number, hz: number): number {
  const omega = 2 * Math.PI * hz;
  const offset = spring.value - target;
  const drift = (spring.velocity + omega * offset) * FRAME_SECONDS;
  const decay = Math.exp(-omega * FRAME_SECONDS);
  spring.value = target + (offset + drift) * decay;
  spring.velocity = (spring.velocity - omega * drift) * decay;
  return spring.value;
}

/** State of three low-passes in a row. */
export type NoiseState = [number, number, number];

/** Gaussian noise of unit standard deviation and corner `hz`, smooth in speed as well. */
export function stepNoise(state: NoiseState, random: SeededRandom, hz: number): number {
  const pole = Math.exp(-2 * Math.PI * hz * FRAME_SECONDS);
  const rest = 1 - pole;
  state[0] += rest * (random.normal() - state[0]);
  state[1] += rest * (state[0] - state[1]);
  state[2] += rest * (state[1] - state[2]);
  const square = pole * pole;
  const variance = (rest ** 6 * (1 + 4 * square + square * square)) / (1 - square) ** 5;
  return state[2] / Math.sqrt(variance);
}

/** 0 below `from`, 1 above `to`, smooth between. */
export function smoothStep(from: number, to: number, value: number): number {
  const share = clamp((value - from) / (to - from), 0, 1);
  return share * share * (3 - 2 * share);
}

export function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
