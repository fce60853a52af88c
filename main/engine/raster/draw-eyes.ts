// Lays the head-fixed eyeball into the lid opening and draws the lashes of a closing eye.

import type { EyeModel, Puppet } from '#core/mesh/puppet.ts';
import type { EyePose, PuppetPose } from '#core/mesh/puppet-pose.ts';
import { blendPixel, sampleTexture } from './blend.ts';
import type { Coverage } from './coverage.ts';
import { coverageStride, coverPolygon } from './coverage.ts';
import { drawSoftLine } from './draw-mouth.ts';
import { samplePixel } from './draw-triangles.ts';
import type { FrameBuffer } from './frame-buffer.ts';

/** The iris takes its surroundings along within this many radii. */
const GAZE_RADII = 2.1;
const LASH_WIDTH = 0.016;
/** A closing lid darkens the eye under it by this much. */
const LID_SHADE = 0.3;

export function drawEyes(
  frame: FrameBuffer,
  source: FrameBuffer,
  coverage: Coverage,
  puppet: Puppet,
  pose: PuppetPose,
): void {
  puppet.eyes.forEach((eye, side) => {
    const eyePose = pose.eyes[side];
    if (!eyePose.isMoved) return;
    if (coverPolygon(coverage, eyePose.contour, frame.width, frame.height)) {
      layEyeball(frame, source, coverage, eye, eyePose);
    }
    if (eyePose.lashOpacity > 0) {
      const width = Math.max(0.8, LASH_WIDTH * puppet.head.unitPx);
      drawSoftLine(frame, eyePose.lashLine, width, eye.lashColor, eyePose.lashOpacity);
    }
  });
}

const still = new Float32Array(4);
const moved = new Float32Array(4);

function layEyeball(
  frame: FrameBuffer,
  source: FrameBuffer,
  coverage: Coverage,
  eye: EyeModel,
  pose: EyePose,
): void {
  const { bounds, values } = coverage;
  const stride = coverageStride(coverage);
  const map = pose.toSource;
  const shade = 1 - LID_SHADE * pose.blink;
  const isLooking = pose.gazeXPx !== 0 || pose.gazeYPx !== 0;
  const [originX, originY] = eye.eyeballOrigin;
  const reach = eye.irisRadiusPx * GAZE_RADII;
  for (let y = bounds.top; y < bounds.bottom; y++) {
    for (let x = bounds.left; x < bounds.right; x++) {
      const weight = values[(y - bounds.top) * stride + x - bounds.left];
      if (weight <= 0) continue;
      const u = Math.min(source.width - 1, Math.max(0, map[0] * x + map[1] * y + map[2]));
      const v = Math.min(source.height - 1, Math.max(0, map[3] * x + map[4] * y + map[5]));
      const p = samplePixel(source, u, v);
      let red = p & 255;
      let green = (p >> 8) & 255;
      let blue = (p >> 16) & 255;
      if (isLooking) {
        const fromIris = Math.hypot(
          u - pose.gazeXPx - eye.irisPx[0],
          v - pose.gazeYPx - eye.irisPx[1],
        );
        const follow = Math.max(0, 1 - (fromIris / reach) ** 2);
        sampleTexture(eye.eyeball, u - originX, v - originY, still);
        sampleTexture(
          eye.eyeball,
          u - originX - pose.gazeXPx * follow,
          v - originY - pose.gazeYPx * follow,
          moved,
        );
        const blend = still[3] / 255;
        red += (moved[0] - red) * blend;
        green += (moved[1] - green) * blend;
        blue += (moved[2] - blue) * blend;
      }
      blendPixel(
        frame.pixels,
        y * frame.stride + x,
        red * shade,
        green * shade,
        blue * shade,
        weight,
      );
    }
  }
}
