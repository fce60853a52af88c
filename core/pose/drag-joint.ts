// What else moves when a joint is dragged on the monitor.
import type { PoseJoints } from './pose-schema.ts';
import { SKELETON, type JointName } from './skeleton.ts';

type Point = readonly [x: number, y: number];
type Joints = { readonly [K in JointName]: { readonly x: number; readonly y: number } };

/** Ends of two-bone limbs: dragged, they bend the limb and keep its lengths. */
const LIMBS: { readonly [K in JointName]?: readonly [root: JointName, bend: JointName] } = {
  leftWrist: ['leftShoulder', 'leftElbow'],
  rightWrist: ['rightShoulder', 'rightElbow'],
  leftAnkle: ['leftHip', 'leftKnee'],
  rightAnkle: ['rightHip', 'rightKnee'],
};

/** Everything that hangs on a joint, near ones first. */
export function findDescendants(name: JointName): JointName[] {
  const found: JointName[] = [];
  const held = new Set<JointName>([name]);
  for (const { name: each, parent } of SKELETON) {
    if (parent === null || !held.has(parent)) continue;
    held.add(each);
    found.push(each);
  }
  return found;
}

/** Where the bend of a limb goes when its end goes to `end`; it bends to the side it bent before. */
function bendLimb(
  root: Point,
  bend: Point,
  oldEnd: Point,
  end: Point,
): { bend: Point; end: Point } {
  const distance = (a: Point, b: Point): number => Math.hypot(b[0] - a[0], b[1] - a[1]);
  const [upper, lower] = [distance(root, bend), distance(bend, oldEnd)];
  const wanted = distance(root, end);
  // A limb that is stretched or folded all the way stops there.
  const reach = Math.min(upper + lower, Math.max(Math.abs(upper - lower), wanted));
  const direction = wanted === 0 ? Math.PI / 2 : Math.atan2(end[1] - root[1], end[0] - root[0]);
  const cosine =
    upper === 0 || reach === 0
      ? 1
      : (upper * upper + reach * reach - lower * lower) / (2 * upper * reach);
  const inner = Math.acos(Math.min(1, Math.max(-1, cosine)));
  const turn =
    (oldEnd[0] - root[0]) * (bend[1] - root[1]) - (oldEnd[1] - root[1]) * (bend[0] - root[0]);
  const angle = direction + (turn >= 0 ? inner : -inner);
  return {
    bend: [root[0] + upper * Math.cos(angle), root[1] + upper * Math.sin(angle)],
    end: [root[0] + reach * Math.cos(direction), root[1] + reach * Math.sin(direction)],
  };
}

/**
 * Drags one joint to a place. A wrist or ankle bends its limb; what hangs on the joint goes along.
 * @param single only this joint and what hangs on it, whatever it does to the length of the limb
 * @returns the joints that moved, for the key
 */
export function dragJoint(joints: Joints, name: JointName, to: Point, single: boolean): PoseJoints {
  const at = (joint: JointName): Point => [joints[joint].x, joints[joint].y];
  const moved: Record<string, Point> = {};
  const limb = single ? undefined : LIMBS[name];
  let end = to;
  if (limb !== undefined) {
    const [root, bend] = limb;
    const bent = bendLimb(at(root), at(bend), at(name), to);
    moved[bend] = bent.bend;
    end = bent.end;
  }
  moved[name] = end;
  const [dx, dy] = [end[0] - at(name)[0], end[1] - at(name)[1]];
  for (const each of findDescendants(name)) moved[each] = [at(each)[0] + dx, at(each)[1] + dy];
  return moved;
}
