// One person in one frame: the puppet moved, and everything to draw put into the frame's geometry.

import { deformPuppet } from '#core/mesh/deform-puppet.ts';
import type { EyeModel, Puppet } from '#core/mesh/puppet.ts';
import type { EyePose, PuppetPose } from '#core/mesh/puppet-pose.ts';
import type { FrameGeometry, IndexRange } from './frame-geometry.ts';
import type { PixelRect } from './pixel-rect.ts';
import { personRect } from './pixel-rect.ts';
import type { MouthPlan } from './plan-mouth.ts';
import { planMouth } from './plan-mouth.ts';
import type { OpeningPlan } from './plan-opening.ts';
import { planOpening } from './plan-opening.ts';
import { addSoftLine } from './shaded-bands.ts';
import { addMesh } from './textured-triangles.ts';

/** Half width of the lashes of a closing eye, in E, and at least this many pixels. */
const LASH_WIDTH = 0.013;
const MIN_LASH_PX = 0.8;

export interface EyePlan {
  readonly opening: OpeningPlan | null;
  readonly lashes: IndexRange | null;
}

export interface PersonPlan {
  readonly rect: PixelRect;
  readonly mesh: IndexRange;
  readonly eyes: readonly EyePlan[];
  readonly mouth: MouthPlan;
}

/**
 * @param motion // [24]
 * @param pose overwritten
 * @param isLifted whether the person is drawn alone rather than into the picture
 */
export function planPerson(
  geometry: FrameGeometry,
  puppet: Puppet,
  motion: Float32Array,
  pose: PuppetPose,
  isLifted: boolean,
): PersonPlan {
  deformPuppet(puppet, motion, pose);
  return {
    rect: personRect(puppet, pose.positions),
    mesh: geometry.range(() => addMesh(geometry, puppet, pose.positions, !isLifted)),
    eyes: puppet.eyes.map((eye, side) => planEye(geometry, puppet, eye, pose, pose.eyes[side])),
    mouth: planMouth(geometry, puppet, pose),
  };
}

function planEye(
  geometry: FrameGeometry,
  puppet: Puppet,
  eye: EyeModel,
  { positions }: PuppetPose,
  pose: EyePose,
): EyePlan {
  const { opening, opacity, lashOpacity } = pose;
  const shade = { color: eye.lashColor, opacity: lashOpacity };
  const halfWidthPx = Math.max(MIN_LASH_PX, LASH_WIDTH * puppet.head.unitPx);
  return {
    opening: planOpening(geometry, puppet, positions, eye, opening, opacity),
    lashes:
      lashOpacity > 0
        ? geometry.range(() => addSoftLine(geometry, opening.upperLine, halfWidthPx, shade))
        : null,
  };
}
