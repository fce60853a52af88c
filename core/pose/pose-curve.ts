// One parameter of a pose as a curve over frames: a value, and how much it counts against what the
// generator does by itself.
import type { PoseKey } from '../project/document.ts';

/** Frames before its first key in which a curve gains its weight, and after a release loses it. */
export const EASE_IN_FRAMES = 12;
export const EASE_OUT_FRAMES = 20;

export interface PoseCurveKey {
  readonly frame: number;
  /** Null releases the parameter. */
  readonly value: number | null;
  /** How the curve leaves this key. */
  readonly interpolation: PoseKey['interpolation'];
}

interface ValueKey extends PoseCurveKey {
  readonly value: number;
}

export interface PoseSample {
  readonly value: number;
  /** 0: the generator alone; 1: the keys alone. */
  readonly weight: number;
}

/** Keys by rising frame, without releases of what is not held. */
export type PoseCurve = readonly PoseCurveKey[];

const NOTHING: PoseSample = { value: 0, weight: 0 };

/** @param keys by rising frame; of several on one frame the last counts */
export function makePoseCurve(keys: readonly PoseCurveKey[]): PoseCurve {
  const curve: PoseCurveKey[] = [];
  for (const key of keys) {
    if (curve.at(-1)?.frame === key.frame) curve.pop();
    const held = (curve.at(-1)?.value ?? null) !== null;
    if (key.value !== null || held) curve.push(key);
  }
  return curve;
}

const isValue = (key: PoseCurveKey | undefined): key is ValueKey =>
  key !== undefined && key.value !== null;

/** 0 to 1 with flat ends. */
function ease(fraction: number): number {
  const x = Math.min(1, Math.max(0, fraction));
  return x * x * (3 - 2 * x);
}

/** The index of the last key at or before a frame, or -1. */
function lastKeyAt(curve: PoseCurve, frame: number): number {
  let low = 0;
  let high = curve.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (curve[middle].frame <= frame) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Rise per frame from key `index` to the next; 0 where the curve does not slide. */
function slope(curve: PoseCurve, index: number): number {
  const key = curve[index];
  const next = curve[index + 1];
  if (!isValue(key) || !isValue(next) || key.interpolation === 'hold') return 0;
  return (next.value - key.value) / (next.frame - key.frame);
}

/** Slope of a smooth curve at a key: the mean that keeps it between its keys (Fritsch-Butland). */
function tangent(curve: PoseCurve, index: number): number {
  const left = slope(curve, index - 1);
  const right = slope(curve, index);
  if (left * right <= 0) return 0;
  const before = curve[index].frame - curve[index - 1].frame;
  const after = curve[index + 1].frame - curve[index].frame;
  return (3 * (before + after)) / ((2 * after + before) / left + (after + 2 * before) / right);
}

function between(curve: PoseCurve, index: number, frame: number): number {
  const key = curve[index] as ValueKey;
  const next = curve[index + 1];
  if (!isValue(next) || key.interpolation === 'hold') return key.value;
  const length = next.frame - key.frame;
  const x = (frame - key.frame) / length;
  if (key.interpolation === 'linear') return key.value + (next.value - key.value) * x;
  const y = 1 - x;
  return (
    key.value * y * y * (1 + 2 * x) +
    next.value * x * x * (3 - 2 * x) +
    length * x * y * (tangent(curve, index) * y - tangent(curve, index + 1) * x)
  );
}

/**
 * The curve at a frame. A key is met exactly. Before a first key the weight eases in, after a
 * release it eases out; where both meet, one value slides into the other.
 */
export function samplePoseCurve(curve: PoseCurve, frame: number): PoseSample {
  const index = lastKeyAt(curve, frame);
  const key = curve[index] as PoseCurveKey | undefined;
  if (isValue(key)) return { value: between(curve, index, frame), weight: 1 };

  const next = curve[index + 1];
  const held = curve[index - 1];
  let [leaving, coming] = [0, 0];
  if (key !== undefined) {
    const frames = Math.min(EASE_OUT_FRAMES, (next?.frame ?? Infinity) - key.frame);
    leaving = 1 - ease((frame - key.frame) / frames);
  }
  if (next !== undefined) {
    const start = Math.max(next.frame - EASE_IN_FRAMES, key?.frame ?? -Infinity);
    coming = ease((frame - start) / (next.frame - start));
  }
  const weight = leaving + coming;
  if (weight === 0) return NOTHING;
  const from = isValue(held) ? held.value : 0;
  const to = isValue(next) ? next.value : 0;
  return { value: (from * leaving + to * coming) / weight, weight };
}
