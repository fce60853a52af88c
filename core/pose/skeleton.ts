// The 59 points of a person: a subset of COCO-WholeBody 133 with three points of the head, twelve of
// the limbs, the big toes and both hands. "Left" and "right" are the person's own.

const BODY = [
  ['nose', 0],
  ['leftEye', 1],
  ['rightEye', 2],
  ['leftShoulder', 5],
  ['rightShoulder', 6],
  ['leftElbow', 7],
  ['rightElbow', 8],
  ['leftWrist', 9],
  ['rightWrist', 10],
  ['leftHip', 11],
  ['rightHip', 12],
  ['leftKnee', 13],
  ['rightKnee', 14],
  ['leftAnkle', 15],
  ['rightAnkle', 16],
  ['leftBigToe', 17],
  ['rightBigToe', 20],
] as const;

/** From the root of the finger to its tip. */
export const FINGERS = ['Thumb', 'Index', 'Middle', 'Ring', 'Pinky'] as const;
const PHALANGES = [1, 2, 3, 4] as const;
/** First index of each hand: its root at the wrist, then four points per finger. */
const HANDS = [
  ['left', 91],
  ['right', 112],
] as const;

export type Side = 'left' | 'right';
export type Finger = (typeof FINGERS)[number];
export type HandJoint = `${Side}Hand` | `${Side}${Finger}${(typeof PHALANGES)[number]}`;
export type JointName = (typeof BODY)[number][0] | HandJoint;

export interface SkeletonPoint {
  readonly name: JointName;
  /** Index in COCO-WholeBody 133. */
  readonly wholeBodyIndex: number;
  readonly part: 'face' | 'body' | 'hand';
  /** What it hangs on: it moves along with that point. */
  readonly parent: JointName | null;
  /** The point on the other side of the body; itself for the nose. */
  readonly mirror: JointName;
}

const PARENTS: { readonly [K in JointName]?: JointName } = {
  leftEye: 'nose',
  rightEye: 'nose',
  leftElbow: 'leftShoulder',
  rightElbow: 'rightShoulder',
  leftWrist: 'leftElbow',
  rightWrist: 'rightElbow',
  leftKnee: 'leftHip',
  rightKnee: 'rightHip',
  leftAnkle: 'leftKnee',
  rightAnkle: 'rightKnee',
  leftBigToe: 'leftAnkle',
  rightBigToe: 'rightAnkle',
};

const FACE_POINTS: readonly JointName[] = ['nose', 'leftEye', 'rightEye'];

function mirrorOf(name: JointName): JointName {
  if (name.startsWith('left')) return `right${name.slice(4)}` as JointName;
  if (name.startsWith('right')) return `left${name.slice(5)}` as JointName;
  return name;
}

function handPoints(side: Side, first: number): SkeletonPoint[] {
  const point = (name: HandJoint, index: number, parent: JointName): SkeletonPoint => ({
    name,
    wholeBodyIndex: index,
    part: 'hand',
    parent,
    mirror: mirrorOf(name),
  });
  const fingers = FINGERS.flatMap((finger, row) =>
    PHALANGES.map((phalanx) =>
      point(
        `${side}${finger}${phalanx}`,
        first + 1 + 4 * row + PHALANGES.indexOf(phalanx),
        phalanx === 1 ? `${side}Hand` : (`${side}${finger}${phalanx - 1}` as HandJoint),
      ),
    ),
  );
  return [point(`${side}Hand`, first, `${side}Wrist`), ...fingers];
}

/** All points in the order of COCO-WholeBody; a parent always comes before what hangs on it. */
export const SKELETON: readonly SkeletonPoint[] = [
  ...BODY.map(([name, wholeBodyIndex]): SkeletonPoint => ({
    name,
    wholeBodyIndex,
    part: FACE_POINTS.includes(name) ? 'face' : 'body',
    parent: PARENTS[name] ?? null,
    mirror: mirrorOf(name),
  })),
  ...HANDS.flatMap(([side, first]) => handPoints(side, first)),
];

/** Lines of the drawn skeleton: each point to its parent, and the trunk. */
export const SKELETON_EDGES: readonly (readonly [JointName, JointName])[] = [
  ['leftShoulder', 'rightShoulder'],
  ['leftShoulder', 'leftHip'],
  ['rightShoulder', 'rightHip'],
  ['leftHip', 'rightHip'],
  ...SKELETON.flatMap(({ name, parent }) => (parent === null ? [] : [[parent, name] as const])),
];

const NAMES: ReadonlySet<string> = new Set(SKELETON.map(({ name }) => name));

export function isJointName(name: string): name is JointName {
  return NAMES.has(name);
}
