// Places the inside of the mouth for one frame.

import type { Expression } from './expression.ts';
import type { HeadMotion } from './head-motion.ts';
import { projectPoint } from './head-motion.ts';
import { placeOpening } from './opening.ts';
import type { Puppet, TexturedSheet } from './puppet.ts';
import type { PuppetPose, SheetPose } from './puppet-pose.ts';
import { TONGUE_COLUMNS, TONGUE_ROWS } from './puppet-pose.ts';
import { smoothStep } from './smooth-step.ts';

/** Stretch of the mouth's depth when the head turns; matches the relief of the lips. */
const MOUTH_RELIEF = 1.8;

function placeSheet(
  sheet: TexturedSheet,
  motion: HeadMotion,
  border: number,
  dropE: number,
  pose: SheetPose,
): void {
  const { points } = sheet;
  for (let i = 0, p = 0; p < points.length; i += 2, p += 3) {
    const z = points[p + 2];
    projectPoint(
      motion,
      points[p],
      points[p + 1] + dropE,
      z,
      z * MOUTH_RELIEF,
      1,
      1,
      border,
      pose.positions,
      i,
    );
  }
}

/** Needs `pose.positions` and `pose.local` of this frame. */
export function poseMouth(
  puppet: Puppet,
  expression: Expression,
  motion: HeadMotion,
  pose: PuppetPose,
): void {
  const { mouth } = puppet;
  const target = pose.mouth;
  const { gap, round } = expression;
  placeOpening(mouth.upperLine, mouth.lowerLine, pose.positions, target.opening);
  const middle = (mouth.lowerLine.length - 1) / 2;
  const lower = mouth.lowerLine[middle];
  const border = puppet.borderWeight[lower];
  const lowerY = pose.local[3 * lower + 1];
  const drop = lowerY - puppet.local[3 * lower + 1];
  placeSheet(mouth.upperTeeth, motion, border, 0, target.upperTeeth);
  placeSheet(mouth.lowerTeeth, motion, border, drop, target.lowerTeeth);
  if (mouth.sourceInterior && target.sourceInterior) {
    placeSheet(mouth.sourceInterior, motion, border, 0, target.sourceInterior);
    target.sourceInterior.opacity = 1;
  }
  placeTongue(puppet, expression, motion, border, pose);
  target.opacity = expression.mouthDeparture;
  target.upperTeeth.opacity = mouth.sourceInterior
    ? 1
    : (1 - 0.2 * round) * smoothStep(0.005, 0.05, gap);
  target.lowerTeeth.opacity = 0.8 * smoothStep(0.05, 0.12, gap) * (1 - 0.8 * round);
  target.tongueOpacity = Math.min(1, gap / 0.09);
  const shutFromOpen = (1 - smoothStep(0.004, 0.045, gap)) * smoothStep(0.02, 0.05, mouth.restGap);
  target.seamOpacity = 0.5 * Math.max(shutFromOpen, 0.5 * expression.amounts.press);
}

/** A low dome between the lower teeth; its tip rises with `tongue`. */
function placeTongue(
  puppet: Puppet,
  expression: Expression,
  motion: HeadMotion,
  border: number,
  pose: PuppetPose,
): void {
  const { mouth } = puppet;
  const middle = (mouth.lowerLine.length - 1) / 2;
  const upper = mouth.upperLine[middle];
  const lower = mouth.lowerLine[middle];
  const lowerY = pose.local[3 * lower + 1];
  const z = (puppet.local[3 * upper + 2] + puppet.local[3 * lower + 2]) / 2 + 0.1;
  const openness = Math.min(1, expression.gap / 0.1);
  const height = (0.075 + 0.09 * expression.tongue) * openness;
  for (let row = 0; row < TONGUE_ROWS; row++) {
    const share = 1 - row / (TONGUE_ROWS - 1);
    for (let column = 0; column < TONGUE_COLUMNS; column++) {
      const u = (2 * column) / (TONGUE_COLUMNS - 1) - 1;
      const x = u * 0.78 * mouth.halfWidth;
      const y = lowerY - 0.005 - height * share * (1 - 0.55 * u * u);
      const at = 2 * (row * TONGUE_COLUMNS + column);
      projectPoint(motion, x, y, z, z * MOUTH_RELIEF, 1, 1, border, pose.mouth.tongue, at);
    }
  }
}
