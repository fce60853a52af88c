// The inside of a mouth as bands and sheets, from the back of the cavity to the wet rim of the lips.
// Numbers and order are those of main/engine/raster/draw-mouth.ts: preview and film must agree.

import type { Puppet, Rgb } from '#core/mesh/puppet.ts';
import type { MouthPose, PuppetPose } from '#core/mesh/puppet-pose.ts';
import { TONGUE_COLUMNS, TONGUE_ROWS } from '#core/mesh/puppet-pose.ts';
import { smoothStep } from '#core/mesh/smooth-step.ts';
import type { FrameGeometry, IndexRange } from './frame-geometry.ts';
import type { OpeningPlan } from './plan-opening.ts';
import { planOpening } from './plan-opening.ts';
import type { Shade } from './shaded-bands.ts';
import { addBand, addSoftLine, shiftLine } from './shaded-bands.ts';
import { addSheet } from './textured-triangles.ts';

/** Wet inner rim of the lips, and the shadow under the upper lip, in E. */
const RIM_WIDTH = 0.026;
const RIM_OPACITY = 0.75;
const SHADOW_WIDTH = 0.075;
const SHADOW_OPACITY = 0.24;
/** Openings lower than this, in E, have less of that shadow. */
const SHADOW_HEIGHT = 0.14;
/** Up to this opening, in E, the rim covers more and more of the inside. */
const NARROW_HEIGHT = 0.035;
/** Half width of the line between closed lips, in E. */
const SEAM_WIDTH = 0.018;
/** How far a rim reaches out of the opening, over the pixels that its line cuts through. */
const RIM_OUTSET_PX = 2;

export type SheetName = 'lowerTeeth' | 'upperTeeth' | 'sourceInterior';

export interface SheetPlan {
  readonly name: SheetName;
  readonly range: IndexRange;
  readonly opacity: number;
}

export interface InteriorPlan {
  /** Fills the opening before everything else. */
  readonly ground: Rgb;
  /** Cavity and tongue. */
  readonly under: IndexRange;
  readonly sheets: readonly SheetPlan[];
  /** Shadow and rims. */
  readonly over: IndexRange;
}

export interface MouthPlan {
  readonly opening: OpeningPlan | null;
  readonly interior: InteriorPlan | null;
  /** The line where closed lips meet. */
  readonly seam: IndexRange | null;
}

export function planMouth(geometry: FrameGeometry, puppet: Puppet, pose: PuppetPose): MouthPlan {
  const { mouth } = pose;
  const opening = planOpening(
    geometry,
    puppet,
    pose.positions,
    puppet.mouth,
    mouth.opening,
    mouth.opacity,
  );
  return {
    opening,
    interior: opening && planInterior(geometry, puppet, mouth),
    seam: planSeam(geometry, puppet, mouth),
  };
}

function planInterior(geometry: FrameGeometry, puppet: Puppet, pose: MouthPose): InteriorPlan {
  const { mouth } = puppet;
  const { upperLine, lowerLine } = pose.opening;
  return {
    ground: tint(mouth.lipColor, 0.62),
    under: geometry.range(() => {
      const back = { color: tint(mouth.cavityColor, 0.6), opacity: 1 };
      const front = { color: tint(mouth.cavityColor, 1.25), opacity: 1 };
      addBand(geometry, upperLine, lowerLine, back, front);
      addTongue(geometry, puppet, pose);
    }),
    sheets: (['lowerTeeth', 'upperTeeth', 'sourceInterior'] as const).flatMap((name) => {
      const sheet = mouth[name];
      const place = pose[name];
      if (!sheet || !place || place.opacity <= 0) return [];
      const range = geometry.range(() => addSheet(geometry, sheet, place.positions));
      return [{ name, range, opacity: place.opacity }];
    }),
    over: geometry.range(() => {
      const { unitPx } = puppet.head;
      addShadow(geometry, pose, unitPx);
      addRim(geometry, upperLine, lowerLine, tint(mouth.lipColor, 0.58), unitPx);
      addRim(geometry, lowerLine, upperLine, tint(mouth.lipColor, 0.72), unitPx);
      closeNarrowParts(geometry, pose, tint(mouth.lipColor, 0.55), unitPx);
    }),
  };
}

function addTongue(geometry: FrameGeometry, puppet: Puppet, pose: MouthPose): void {
  const row = (index: number): Float32Array =>
    pose.tongue.subarray(2 * index * TONGUE_COLUMNS, 2 * (index + 1) * TONGUE_COLUMNS);
  const shade = (index: number): Shade => ({
    color: tint(puppet.mouth.tongueColor, 0.5 + (0.45 * index) / (TONGUE_ROWS - 1)),
    opacity: (index === 0 ? 0 : 0.85) * pose.tongueOpacity,
  });
  for (let r = 0; r + 1 < TONGUE_ROWS; r++) {
    addBand(geometry, row(r), row(r + 1), shade(r), shade(r + 1));
  }
}

/** The upper lip's shadow; little of it in a small opening. */
function addShadow(geometry: FrameGeometry, pose: MouthPose, unitPx: number): void {
  const { upperLine, lowerLine } = pose.opening;
  const heights = heightsOf(pose);
  const black: Rgb = [0, 0, 0];
  addBand(
    geometry,
    upperLine,
    insetLine(upperLine, lowerLine, SHADOW_WIDTH * unitPx),
    { color: black, opacity: SHADOW_OPACITY },
    { color: black, opacity: 0 },
    heights.map((height) => smoothStep(0, SHADOW_HEIGHT * unitPx, height)),
  );
}

function addRim(
  geometry: FrameGeometry,
  line: Float32Array,
  partner: Float32Array,
  color: Rgb,
  unitPx: number,
): void {
  const middle = 2 * Math.floor(line.length / 4) + 1;
  const outwardPx = partner[middle] < line[middle] ? RIM_OUTSET_PX : -RIM_OUTSET_PX;
  const inset = insetLine(line, partner, RIM_WIDTH * unitPx);
  const edge = { color, opacity: RIM_OPACITY };
  addBand(geometry, shiftLine(line, outwardPx), line, { color, opacity: 1 }, edge);
  addBand(geometry, line, inset, edge, { color, opacity: 0 });
}

/** Where the lips nearly touch, only their wet rim shows. */
function closeNarrowParts(
  geometry: FrameGeometry,
  pose: MouthPose,
  color: Rgb,
  unitPx: number,
): void {
  const { upperLine, lowerLine } = pose.opening;
  const narrow = heightsOf(pose).map(
    (height) => 1 - smoothStep(1, 1 + NARROW_HEIGHT * unitPx, height),
  );
  const shade = { color, opacity: 1 };
  addBand(geometry, shiftLine(upperLine, -1), shiftLine(lowerLine, 1), shade, shade, narrow);
}

function planSeam(geometry: FrameGeometry, puppet: Puppet, pose: MouthPose): IndexRange | null {
  const opacity = pose.opacity * pose.seamOpacity;
  if (opacity <= 0) return null;
  const { upperLine, lowerLine } = pose.opening;
  const middle = upperLine.map((value, i) => (value + lowerLine[i]) / 2);
  const shade = { color: tint(puppet.mouth.lipColor, 0.35), opacity };
  return geometry.range(() =>
    addSoftLine(geometry, middle, SEAM_WIDTH * puppet.head.unitPx, shade),
  );
}

/** Height of the opening per point of its lines, in pixels. // [n] */
function heightsOf({ opening }: MouthPose): Float32Array {
  const { upperLine, lowerLine } = opening;
  return Float32Array.from(
    { length: upperLine.length / 2 },
    (_, i) => lowerLine[2 * i + 1] - upperLine[2 * i + 1],
  );
}

/** Every point of `line` moved towards its partner, at most half the way. */
function insetLine(line: Float32Array, partner: Float32Array, distancePx: number): Float32Array {
  const inset = new Float32Array(line.length);
  for (let i = 0; i < line.length; i += 2) {
    const [dx, dy] = [partner[i] - line[i], partner[i + 1] - line[i + 1]];
    const share = Math.min(0.5, distancePx / (Math.hypot(dx, dy) + 1e-6));
    inset[i] = line[i] + dx * share;
    inset[i + 1] = line[i + 1] + dy * share;
  }
  return inset;
}

function tint(color: Rgb, factor: number): Rgb {
  return [color[0] * factor, color[1] * factor, color[2] * factor];
}
