// Handles of a head on the monitor, and the pose that dragging them asks for.
import type { FaceAnalysis } from '../people/face-analysis.ts';
import { faceAxes } from '../people/face-geometry.ts';
import { MOTION, MOTION_PARAMETERS } from '../motion/motion-vector.ts';
import type { PoseParameter } from './pose-schema.ts';

type HeadParameter = 'yaw' | 'pitch' | 'roll' | 'tx' | 'ty' | 'scale' | 'gazeX' | 'gazeY';
export type HeadValues = { readonly [K in HeadParameter]: number };

export type PicturePoint = readonly [x: number, y: number];

export interface HeadHandles {
  readonly centre: PicturePoint;
  readonly nose: PicturePoint;
  /** Clockwise from the upper left. */
  readonly corners: readonly [PicturePoint, PicturePoint, PicturePoint, PicturePoint];
  /** Middle of both eyes, where the ring of the gaze stands. */
  readonly eyes: PicturePoint;
  /** Where the ring is dragged to: shows the gaze enlarged. */
  readonly gaze: PicturePoint;
  readonly unitPx: number;
}

const NOSE_TIP = 1;
const EYE_CORNERS = [33, 133, 263, 362] as const;
/** How far the nose tip runs per radian of turn, in E: its distance from the neck. */
const NOSE_LEVER = 1.6;
/** The ring runs this much further than the irises, which hardly move at all. */
const GAZE_ENLARGEMENT = 12;

/** A value inside the bounds that the motion vector has for it. */
export function limitPose(parameter: PoseParameter, value: number): number {
  const { min, max } = MOTION_PARAMETERS[MOTION[parameter]];
  return Math.min(max, Math.max(min, value));
}

/** Where the handles of a face are while it is posed. Near enough to grab, not a projection. */
export function placeHeadHandles(face: FaceAnalysis, pose: HeadValues): HeadHandles {
  const { landmarks, box } = face;
  const { x: across, unitPx } = faceAxes(landmarks);
  const tilt = Math.atan2(across[1], across[0]);
  const middle: PicturePoint = [box[0] + box[2] / 2, box[1] + box[3] / 2];
  const centre: PicturePoint = [middle[0] + pose.tx * unitPx, middle[1] + pose.ty * unitPx];
  const size = Math.exp(pose.scale);
  const turned = (dx: number, dy: number, angle: number): PicturePoint => [
    centre[0] + size * (dx * Math.cos(angle) - dy * Math.sin(angle)),
    centre[1] + size * (dx * Math.sin(angle) + dy * Math.cos(angle)),
  ];
  const carried = ([x, y]: PicturePoint, dx: number, dy: number): PicturePoint =>
    turned(
      x - middle[0] + dx * Math.cos(tilt) - dy * Math.sin(tilt),
      y - middle[1] + dx * Math.sin(tilt) + dy * Math.cos(tilt),
      pose.roll,
    );
  const mean = (axis: number): number =>
    EYE_CORNERS.reduce((sum, index) => sum + landmarks[3 * index + axis] / 4, 0);
  const tip: PicturePoint = [landmarks[3 * NOSE_TIP], landmarks[3 * NOSE_TIP + 1]];
  const lever = NOSE_LEVER * unitPx;
  const [halfWidth, halfHeight] = [box[2] / 2, box[3] / 2];
  const corner = (sx: number, sy: number): PicturePoint =>
    turned(sx * halfWidth, sy * halfHeight, pose.roll);
  const eyes: PicturePoint = [mean(0), mean(1)];
  const reach = GAZE_ENLARGEMENT * unitPx;
  return {
    centre,
    nose: carried(tip, lever * pose.yaw, lever * pose.pitch),
    corners: [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)],
    eyes: carried(eyes, 0, 0),
    gaze: carried(eyes, reach * pose.gazeX, reach * pose.gazeY),
    unitPx,
  };
}

/** A way in the picture along the axes of a head that is tilted and rolled, in E. */
function alongHead(face: FaceAnalysis, rollRad: number, dx: number, dy: number): PicturePoint {
  const { x: across, unitPx } = faceAxes(face.landmarks);
  const angle = Math.atan2(across[1], across[0]) + rollRad;
  return [
    (dx * Math.cos(angle) + dy * Math.sin(angle)) / unitPx,
    (dy * Math.cos(angle) - dx * Math.sin(angle)) / unitPx,
  ];
}

/** Dragging the nose by picture pixels turns the head. @param pose when the drag began */
export function dragNose(
  face: FaceAnalysis,
  pose: HeadValues,
  dx: number,
  dy: number,
): Pick<HeadValues, 'yaw' | 'pitch'> {
  const [right, down] = alongHead(face, pose.roll, dx, dy);
  return {
    yaw: limitPose('yaw', pose.yaw + right / NOSE_LEVER),
    pitch: limitPose('pitch', pose.pitch + down / NOSE_LEVER),
  };
}

/** Dragging a corner of the box rolls and resizes the head about its centre. */
export function dragCorner(
  face: FaceAnalysis,
  pose: HeadValues,
  from: PicturePoint,
  to: PicturePoint,
): Pick<HeadValues, 'roll' | 'scale'> {
  const [x, y] = placeHeadHandles(face, pose).centre;
  const [ax, ay, bx, by] = [from[0] - x, from[1] - y, to[0] - x, to[1] - y];
  const turn = Math.atan2(ax * by - ay * bx, ax * bx + ay * by);
  const growth = Math.log(Math.max(1e-3, Math.hypot(bx, by)) / Math.max(1e-3, Math.hypot(ax, ay)));
  return {
    roll: limitPose('roll', pose.roll + turn),
    scale: limitPose('scale', pose.scale + growth),
  };
}

/** Dragging the middle of the box shifts the head. */
export function dragHead(
  face: FaceAnalysis,
  pose: HeadValues,
  dx: number,
  dy: number,
): Pick<HeadValues, 'tx' | 'ty'> {
  const { unitPx } = faceAxes(face.landmarks);
  return {
    tx: limitPose('tx', pose.tx + dx / unitPx),
    ty: limitPose('ty', pose.ty + dy / unitPx),
  };
}

/** Dragging the ring of the eyes moves the gaze; the ring runs further than the irises do. */
export function dragGaze(
  face: FaceAnalysis,
  pose: HeadValues,
  dx: number,
  dy: number,
): Pick<HeadValues, 'gazeX' | 'gazeY'> {
  const [right, down] = alongHead(face, pose.roll, dx, dy);
  return {
    gazeX: limitPose('gazeX', pose.gazeX + right / GAZE_ENLARGEMENT),
    gazeY: limitPose('gazeY', pose.gazeY + down / GAZE_ENLARGEMENT),
  };
}
