// Lays the head-fixed eyeball into the lid opening and draws the lashes of a closing eye.

import type { EyeModel, Puppet } from '#core/mesh/puppet.ts';
import type { EyePose, PuppetPose } from '#core/mesh/puppet-pose.ts';
import { smoothStep } from '#core/mesh/smooth-step.ts';
import { blendPixel, sampleMask } from './blend.ts';
import { drawSoftLine } from './draw-line.ts';
import { samplePixel } from './draw-triangles.ts';
import type { OpeningScratch } from './fill-opening.ts';
import { fillOpening } from './fill-opening.ts';
import type { FrameBuffer } from './frame-buffer.ts';

/** Within the first number of iris radii everything follows the gaze, beyond the second nothing. */
const GAZE_FULL_RADII = 1.15;
const GAZE_RADII = 2.3;
const LASH_WIDTH = 0.013;
/** A closing lid darkens the eye under it by this much. */
const LID_SHADE = 0.3;

export function drawEyes(
  frame: FrameBuffer,
  picture: FrameBuffer,
  scratch: OpeningScratch,
  puppet: Puppet,
  pose: PuppetPose,
): void {
  const places = { source: puppet.source, positions: pose.positions };
  puppet.eyes.forEach((eye, side) => {
    const eyePose = pose.eyes[side];
    fillOpening(frame, picture, scratch, places, {
      opening: eyePose.opening,
      upper: eye.upperLine,
      lower: eye.lowerLine,
      opacity: eyePose.opacity,
      paint: () => paintEyeball(picture, scratch, eye, eyePose),
    });
    if (eyePose.lashOpacity > 0) {
      const width = Math.max(0.8, LASH_WIDTH * puppet.head.unitPx);
      drawSoftLine(frame, eyePose.opening.upperLine, width, eye.lashColor, eyePose.lashOpacity);
    }
  });
}

function paintEyeball(
  picture: FrameBuffer,
  scratch: OpeningScratch,
  eye: EyeModel,
  pose: EyePose,
): void {
  const { bounds } = scratch.coverage;
  const { inside } = scratch;
  const map = pose.toSource;
  const isLooking = pose.gazeXPx !== 0 || pose.gazeYPx !== 0;
  const { irisPx, irisRadiusPx, freedom } = eye;
  const maxU = picture.width - 1;
  const maxV = picture.height - 1;
  const sample = (u: number, v: number): number =>
    samplePixel(picture, Math.min(maxU, Math.max(0, u)), Math.min(maxV, Math.max(0, v)));
  for (let y = bounds.top; y < bounds.bottom; y++) {
    for (let x = bounds.left; x < bounds.right; x++) {
      const u = map[0] * x + map[1] * y + map[2];
      const v = map[3] * x + map[4] * y + map[5];
      const at = y * inside.stride + x;
      inside.pixels[at] = sample(u, v);
      if (isLooking) {
        const fromIris = Math.hypot(u - pose.gazeXPx - irisPx[0], v - pose.gazeYPx - irisPx[1]);
        const follow = 1 - smoothStep(GAZE_FULL_RADII, GAZE_RADII, fromIris / irisRadiusPx);
        const moved = sample(u - pose.gazeXPx * follow, v - pose.gazeYPx * follow);
        const free = sampleMask(freedom.mask, u - freedom.left, v - freedom.top);
        blendPixel(inside.pixels, at, moved & 255, (moved >> 8) & 255, (moved >> 16) & 255, free);
      }
      if (pose.blink > 0) blendPixel(inside.pixels, at, 0, 0, 0, LID_SHADE * pose.blink);
    }
  }
}
