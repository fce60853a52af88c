// One frame of one person: from 24 motion parameters to vertex positions.

import { clampMotion, MOTION_SIZE } from '../motion/motion-vector.ts';
import type { Expression } from './expression.ts';
import { expressionOf } from './expression.ts';
import { headMotionOf, projectPoint } from './head-motion.ts';
import { poseEyes } from './pose-eyes.ts';
import { poseMouth } from './pose-mouth.ts';
import type { MorphName, Puppet } from './puppet.ts';
import type { PuppetPose } from './puppet-pose.ts';

function applyMorphs(puppet: Puppet, expression: Expression, local: Float32Array): void {
  local.set(puppet.local);
  for (const name of Object.keys(puppet.morphs) as MorphName[]) {
    const amount = expression.amounts[name];
    if (amount === 0) continue;
    const { vertices, offsets } = puppet.morphs[name];
    for (let i = 0; i < vertices.length; i++) {
      const at = 3 * vertices[i];
      local[at] += amount * offsets[3 * i];
      local[at + 1] += amount * offsets[3 * i + 1];
      local[at + 2] += amount * offsets[3 * i + 2];
    }
  }
}

/**
 * A pure function of puppet and motion: nothing carries over from earlier frames.
 * @param motion any numbers; forced into the bounds of the motion vector. // [24]
 * @param pose from `createPose` of the same puppet; overwritten
 */
export function deformPuppet(puppet: Puppet, motion: ArrayLike<number>, pose: PuppetPose): void {
  const bounded = new Float32Array(MOTION_SIZE);
  bounded.set(motion);
  clampMotion(bounded);
  const expression = expressionOf(puppet, bounded);
  const headMotion = headMotionOf(puppet, bounded);
  const { local, positions } = pose;
  applyMorphs(puppet, expression, local);
  for (let v = 0; v < puppet.headWeight.length; v++) {
    const at = 3 * v;
    const relief = puppet.relief[v] + (local[at + 2] - puppet.local[at + 2]);
    projectPoint(
      headMotion,
      local[at],
      local[at + 1],
      local[at + 2],
      relief,
      puppet.headWeight[v],
      puppet.torsoWeight[v],
      puppet.borderWeight[v],
      positions,
      2 * v,
    );
  }
  poseMouth(puppet, expression, headMotion, pose);
  poseEyes(puppet, expression, headMotion, pose);
}
