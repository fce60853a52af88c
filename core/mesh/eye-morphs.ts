// Morph targets of lids and brows.

import type { EyeGroup } from './landmark-groups.ts';
import { BROW_INNER, BROW_OUTER, EYES } from './landmark-groups.ts';
import type { Offset } from './mouth-morphs.ts';
import type { RestShape } from './rest-shape.ts';
import { smoothStep } from './smooth-step.ts';

export type OffsetMap = Map<number, Offset>;

/** A closed lid passes the lower one by this share of the opening, at least by this many E. */
const OVERCLOSE_SHARE = 0.05;
const OVERCLOSE_MIN = 0.006;
/** Share of the opening that the lower lid closes. */
const LOWER_RISE = 0.2;

/** Closes one eye. The lower lid comes up a little, crease and fold follow the upper lid. */
export function blinkOffsets(shape: RestShape, eye: EyeGroup): OffsetMap {
  const offsets: OffsetMap = new Map();
  eye.upper.forEach((upper, i) => {
    const lower = eye.lower[i];
    const height = shape.local[lower][1] - shape.local[upper][1];
    const sideways = shape.local[lower][0] - shape.local[upper][0];
    const travel = (1 - LOWER_RISE) * height + Math.max(OVERCLOSE_SHARE * height, OVERCLOSE_MIN);
    offsets.set(upper, [sideways, travel, 0]);
    offsets.set(lower, [0, -LOWER_RISE * height, 0]);
    offsets.set(eye.crease[i], [0.3 * sideways, 0.4 * height, 0]);
    offsets.set(eye.fold[i], [0, 0.12 * height, 0]);
  });
  return offsets;
}

/** Raises both lower lids. */
export function squintOffsets(shape: RestShape): OffsetMap {
  const offsets: OffsetMap = new Map();
  for (const eye of EYES) {
    eye.upper.forEach((upper, i) => {
      const lower = eye.lower[i];
      const height = shape.local[lower][1] - shape.local[upper][1];
      offsets.set(upper, [0, 0.07 * height, 0]);
      offsets.set(lower, [0, -0.22 * height, 0]);
      offsets.set(eye.bag[i], [0, -0.15 * height, 0]);
    });
  }
  return offsets;
}

/** Upper lids follow the gaze down: per E of `gazeY`. */
export function lidFollowOffsets(): OffsetMap {
  const offsets: OffsetMap = new Map();
  for (const eye of EYES) {
    eye.upper.forEach((upper, i) => {
      const inner = Math.sin(((i + 1) / (eye.upper.length + 1)) * Math.PI);
      offsets.set(upper, [0, 0.4 * inner, 0]);
      offsets.set(eye.crease[i], [0, 0.2 * inner, 0]);
    });
  }
  return offsets;
}

/** Raises the brow around the given anchors; lids stay. */
function browOffset(shape: RestShape, anchors: readonly number[], vertex: number): Offset {
  const [x, y] = shape.local[vertex];
  let strength = 0;
  for (const anchor of anchors) {
    const [ax, ay] = shape.local[anchor];
    strength += Math.exp(-(((x - ax) / 0.15) ** 2) - ((y - ay) / 0.16) ** 2);
  }
  let lid = 1;
  for (const eye of EYES) {
    const [cx, cy] = shape.local[eye.crease[3]];
    const aside = Math.abs(x - cx) / 0.25;
    lid = Math.min(lid, Math.max(smoothStep(0.9, 1.2, aside), smoothStep(-0.03, 0.05, cy - y)));
  }
  return [0, -0.06 * Math.min(1, strength) * lid, 0];
}

export function browInnerOffset(shape: RestShape, vertex: number): Offset {
  return browOffset(shape, BROW_INNER, vertex);
}

export function browOuterOffset(shape: RestShape, vertex: number): Offset {
  return browOffset(shape, BROW_OUTER, vertex);
}
