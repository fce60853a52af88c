// Paints the inside of an open mouth and lays it between the lips.

import type { Puppet, Rgb } from '#core/mesh/puppet.ts';
import type { MouthPose, PuppetPose } from '#core/mesh/puppet-pose.ts';
import { TONGUE_COLUMNS, TONGUE_ROWS } from '#core/mesh/puppet-pose.ts';
import { smoothStep } from '#core/mesh/smooth-step.ts';
import type { Shade } from './blend.ts';
import { blendBand, blendSheet } from './blend.ts';
import { drawSoftLine } from './draw-line.ts';
import type { OpeningScratch } from './fill-opening.ts';
import { fillOpening } from './fill-opening.ts';
import type { FrameBuffer } from './frame-buffer.ts';
import { packPixel } from './frame-buffer.ts';

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

function tint(color: Rgb, factor: number): Rgb {
  return [color[0] * factor, color[1] * factor, color[2] * factor];
}

export function drawMouth(
  frame: FrameBuffer,
  picture: FrameBuffer,
  scratch: OpeningScratch,
  puppet: Puppet,
  pose: PuppetPose,
): void {
  const { mouth } = pose;
  const places = { source: puppet.source, positions: pose.positions };
  fillOpening(frame, picture, scratch, places, {
    opening: mouth.opening,
    upper: puppet.mouth.upperLine,
    lower: puppet.mouth.lowerLine,
    opacity: mouth.opacity,
    paint: () => paintInterior(scratch, puppet, mouth),
  });
  if (mouth.opacity * mouth.seamOpacity > 0) drawSeam(frame, puppet, mouth);
}

function paintInterior(scratch: OpeningScratch, puppet: Puppet, pose: MouthPose): void {
  const { mouth, head } = puppet;
  const { inside } = scratch;
  fillWithRim(scratch, tint(mouth.lipColor, 0.62));
  const { upperLine, lowerLine } = pose.opening;
  blendBand(
    inside,
    upperLine,
    lowerLine,
    { color: tint(mouth.cavityColor, 0.6), opacity: 1 },
    { color: tint(mouth.cavityColor, 1.25), opacity: 1 },
  );
  paintTongue(inside, puppet, pose);
  blendSheet(inside, mouth.lowerTeeth, pose.lowerTeeth.positions, pose.lowerTeeth.opacity);
  blendSheet(inside, mouth.upperTeeth, pose.upperTeeth.positions, pose.upperTeeth.opacity);
  if (mouth.sourceInterior && pose.sourceInterior) {
    const { positions, opacity } = pose.sourceInterior;
    blendSheet(inside, mouth.sourceInterior, positions, opacity);
  }
  const shadow = insetLine(upperLine, lowerLine, SHADOW_WIDTH * head.unitPx);
  const openness = Float32Array.from({ length: upperLine.length / 2 }, (_, i) =>
    smoothStep(0, SHADOW_HEIGHT * head.unitPx, lowerLine[2 * i + 1] - upperLine[2 * i + 1]),
  );
  const black: Rgb = [0, 0, 0];
  const dark = { color: black, opacity: SHADOW_OPACITY };
  blendBand(inside, upperLine, shadow, dark, { color: black, opacity: 0 }, openness);
  const rim = RIM_WIDTH * head.unitPx;
  const drawRim = (line: Float32Array, partner: Float32Array, color: Rgb): void => {
    const edge = { color, opacity: RIM_OPACITY };
    blendBand(inside, outsetLine(line, partner), line, { color, opacity: 1 }, edge);
    blendBand(inside, line, insetLine(line, partner, rim), edge, { color, opacity: 0 });
  };
  drawRim(upperLine, lowerLine, tint(mouth.lipColor, 0.58));
  drawRim(lowerLine, upperLine, tint(mouth.lipColor, 0.72));
  closeNarrowParts(inside, pose, tint(mouth.lipColor, 0.55), head.unitPx);
}

/** Where the lips nearly touch, only their wet rim shows. */
function closeNarrowParts(inside: FrameBuffer, pose: MouthPose, color: Rgb, unitPx: number): void {
  const { upperLine, lowerLine } = pose.opening;
  const above = upperLine.slice();
  const below = lowerLine.slice();
  const narrow = new Float32Array(upperLine.length / 2);
  for (let i = 0; i < narrow.length; i++) {
    const heightPx = lowerLine[2 * i + 1] - upperLine[2 * i + 1];
    narrow[i] = 1 - smoothStep(1, 1 + NARROW_HEIGHT * unitPx, heightPx);
    above[2 * i + 1] -= 1;
    below[2 * i + 1] += 1;
  }
  const shade = { color, opacity: 1 };
  blendBand(inside, above, below, shade, shade, narrow);
}

/** The pixels that the lip lines cut through take the colour of the rim. */
function fillWithRim({ inside, coverage }: OpeningScratch, color: Rgb): void {
  const { bounds } = coverage;
  const fill = packPixel(Math.round(color[0]), Math.round(color[1]), Math.round(color[2]), 255);
  for (let y = bounds.top; y < bounds.bottom; y++) {
    const row = y * inside.stride;
    inside.pixels.fill(fill, row + bounds.left, row + bounds.right);
  }
}

/** Every point of `line` moved towards its partner, at most half the way. */
function insetLine(line: Float32Array, partner: Float32Array, distancePx: number): Float32Array {
  const inset = new Float32Array(line.length);
  for (let i = 0; i < line.length; i += 2) {
    const dx = partner[i] - line[i];
    const dy = partner[i + 1] - line[i + 1];
    const share = Math.min(0.5, distancePx / (Math.hypot(dx, dy) + 1e-6));
    inset[i] = line[i] + dx * share;
    inset[i + 1] = line[i + 1] + dy * share;
  }
  return inset;
}

/** `line` two pixels away from its partner: covers the pixels that the line cuts through. */
function outsetLine(line: Float32Array, partner: Float32Array): Float32Array {
  const outset = line.slice();
  const direction = partner[partner.length / 2] < line[line.length / 2] ? 1 : -1;
  for (let i = 1; i < line.length; i += 2) outset[i] += 2 * direction;
  return outset;
}

function paintTongue(inside: FrameBuffer, puppet: Puppet, pose: MouthPose): void {
  const color = puppet.mouth.tongueColor;
  const row = (index: number): Float32Array =>
    pose.tongue.subarray(2 * index * TONGUE_COLUMNS, 2 * (index + 1) * TONGUE_COLUMNS);
  const shade = (index: number): Shade => ({
    color: tint(color, 0.5 + 0.45 * (index / (TONGUE_ROWS - 1))),
    opacity: (index === 0 ? 0 : 0.85) * pose.tongueOpacity,
  });
  for (let r = 0; r + 1 < TONGUE_ROWS; r++) {
    blendBand(inside, row(r), row(r + 1), shade(r), shade(r + 1));
  }
}

/** The line where closed lips meet. */
function drawSeam(frame: FrameBuffer, puppet: Puppet, pose: MouthPose): void {
  const { upperLine, lowerLine } = pose.opening;
  const middle = upperLine.map((value, i) => (value + lowerLine[i]) / 2);
  const color = tint(puppet.mouth.lipColor, 0.35);
  const opacity = pose.opacity * pose.seamOpacity;
  drawSoftLine(frame, middle, SEAM_WIDTH * puppet.head.unitPx, color, opacity);
}
