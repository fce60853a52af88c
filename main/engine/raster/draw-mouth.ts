// Paints the inside of an open mouth on a scratch frame, then lays it into the opening.

import type { Puppet, Rgb } from '#core/mesh/puppet.ts';
import type { MouthPose, PuppetPose } from '#core/mesh/puppet-pose.ts';
import { TONGUE_COLUMNS, TONGUE_ROWS } from '#core/mesh/puppet-pose.ts';
import { blendBand, blendPixel, blendSheet } from './blend.ts';
import type { Coverage } from './coverage.ts';
import { coverageStride, coverPolygon } from './coverage.ts';
import type { FrameBuffer } from './frame-buffer.ts';
import { packPixel } from './frame-buffer.ts';

/** Wet inner rim of the lips, and the shadow under the upper lip, in E. */
const RIM_WIDTH = 0.026;
const SHADOW_WIDTH = 0.075;
/** Half width of the line between closed lips, in E. */
const SEAM_WIDTH = 0.018;

const tint = (color: Rgb, factor: number): Rgb => [
  color[0] * factor,
  color[1] * factor,
  color[2] * factor,
];

export function drawMouth(
  frame: FrameBuffer,
  scratch: FrameBuffer,
  coverage: Coverage,
  puppet: Puppet,
  pose: PuppetPose,
): void {
  const { mouth } = pose;
  if (mouth.opacity > 0 && coverPolygon(coverage, mouth.contour, frame.width, frame.height)) {
    paintInterior(scratch, coverage, puppet, mouth);
    layOver(frame, scratch, coverage, mouth.opacity);
  }
  if (mouth.opacity * mouth.seamOpacity > 0) drawSeam(frame, puppet, mouth);
}

function paintInterior(
  scratch: FrameBuffer,
  coverage: Coverage,
  puppet: Puppet,
  pose: MouthPose,
): void {
  const { mouth, head } = puppet;
  const { bounds } = coverage;
  const [red, green, blue] = mouth.cavityColor.map(Math.round);
  const fill = packPixel(red, green, blue, 255);
  for (let y = bounds.top; y < bounds.bottom; y++) {
    const row = y * scratch.stride;
    scratch.pixels.fill(fill, row + bounds.left, row + bounds.right);
  }
  const { upperLine, lowerLine } = pose;
  blendBand(
    scratch,
    upperLine,
    lowerLine,
    { color: tint(mouth.cavityColor, 0.6), opacity: 1 },
    { color: tint(mouth.cavityColor, 1.25), opacity: 1 },
  );
  paintTongue(scratch, puppet, pose);
  blendSheet(scratch, mouth.lowerTeeth, pose.lowerTeeth.positions, pose.lowerTeeth.opacity);
  blendSheet(scratch, mouth.upperTeeth, pose.upperTeeth.positions, pose.upperTeeth.opacity);
  if (mouth.sourceInterior && pose.sourceInterior) {
    blendSheet(
      scratch,
      mouth.sourceInterior,
      pose.sourceInterior.positions,
      pose.sourceInterior.opacity,
    );
  }
  const shadow = insetLine(upperLine, lowerLine, SHADOW_WIDTH * head.unitPx);
  blendBand(
    scratch,
    upperLine,
    shadow,
    { color: [0, 0, 0], opacity: 0.34 },
    { color: [0, 0, 0], opacity: 0 },
  );
  const rim = RIM_WIDTH * head.unitPx;
  const upperRim = tint(mouth.lipColor, 0.58);
  const lowerRim = tint(mouth.lipColor, 0.72);
  const fade = (color: Rgb): [{ color: Rgb; opacity: number }, { color: Rgb; opacity: number }] => [
    { color, opacity: 0.75 },
    { color, opacity: 0 },
  ];
  blendBand(scratch, upperLine, insetLine(upperLine, lowerLine, rim), ...fade(upperRim));
  blendBand(scratch, lowerLine, insetLine(lowerLine, upperLine, rim), ...fade(lowerRim));
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

function paintTongue(scratch: FrameBuffer, puppet: Puppet, pose: MouthPose): void {
  const color = puppet.mouth.tongueColor;
  const row = (index: number): Float32Array =>
    pose.tongue.subarray(2 * index * TONGUE_COLUMNS, 2 * (index + 1) * TONGUE_COLUMNS);
  for (let r = 0; r + 1 < TONGUE_ROWS; r++) {
    const shade = (index: number): { color: Rgb; opacity: number } => ({
      color: tint(color, 0.5 + 0.45 * (index / (TONGUE_ROWS - 1))),
      opacity: (index === 0 ? 0 : 0.85) * pose.tongueOpacity,
    });
    blendBand(scratch, row(r), row(r + 1), shade(r), shade(r + 1));
  }
}

function layOver(
  frame: FrameBuffer,
  scratch: FrameBuffer,
  coverage: Coverage,
  opacity: number,
): void {
  const { bounds, values } = coverage;
  const stride = coverageStride(coverage);
  for (let y = bounds.top; y < bounds.bottom; y++) {
    const row = y * frame.stride;
    const from = (y - bounds.top) * stride - bounds.left;
    for (let x = bounds.left; x < bounds.right; x++) {
      const weight = values[from + x] * opacity;
      if (weight <= 0) continue;
      const p = scratch.pixels[y * scratch.stride + x];
      blendPixel(frame.pixels, row + x, p & 255, (p >> 8) & 255, (p >> 16) & 255, weight);
    }
  }
}

/** The line where closed lips meet. */
function drawSeam(frame: FrameBuffer, puppet: Puppet, pose: MouthPose): void {
  const middle = new Float32Array(pose.upperLine.length);
  for (let i = 0; i < middle.length; i++) middle[i] = (pose.upperLine[i] + pose.lowerLine[i]) / 2;
  drawSoftLine(
    frame,
    middle,
    SEAM_WIDTH * puppet.head.unitPx,
    tint(puppet.mouth.lipColor, 0.35),
    pose.opacity * pose.seamOpacity,
  );
}

/** A line that fades to both sides. */
export function drawSoftLine(
  frame: FrameBuffer,
  line: Float32Array,
  halfWidthPx: number,
  color: Rgb,
  opacity: number,
): void {
  const above = line.slice();
  const below = line.slice();
  for (let i = 1; i < line.length; i += 2) {
    above[i] -= halfWidthPx;
    below[i] += halfWidthPx;
  }
  blendBand(frame, above, line, { color, opacity: 0 }, { color, opacity });
  blendBand(frame, line, below, { color, opacity }, { color, opacity: 0 });
}
