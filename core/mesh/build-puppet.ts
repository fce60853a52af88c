// From the analysis of one face to a puppet: runs once per person and output size.

import { MOTION, MOTION_PARAMETERS } from '../motion/motion-vector.ts';
import type { Box, FaceAnalysis } from '../people/face-analysis.ts';
import { addBodyGrid } from './body-grid.ts';
import { buildEye } from './build-eye.ts';
import { buildMorphs } from './build-morphs.ts';
import { buildMouth, SHUT_GAP } from './build-mouth.ts';
import { buildRelief } from './depth-relief.ts';
import { fitLids } from './fit-lids.ts';
import type { FaceTopology } from './face-triangles.ts';
import { selectFaceTriangles } from './face-triangles.ts';
import { buildFollowWeights, buildTorso } from './follow-weights.ts';
import { EYES, FACE_VERTICES } from './landmark-groups.ts';
import { limitsFor, sourceYawRad } from './motion-limits.ts';
import { measureMouth } from './mouth-columns.ts';
import type { Point2 } from './polygon.ts';
import { distanceInside } from './polygon.ts';
import type { Puppet, RgbPicture } from './puppet.ts';
import type { RestShape } from './rest-shape.ts';
import { buildRestShape, widenEyes } from './rest-shape.ts';
import { snapLips } from './snap-lips.ts';
import { addSurround } from './surround-mesh.ts';
import type { Vector3 } from './vector3.ts';

export interface PuppetScene {
  /** The picture at output size. */
  readonly picture: RgbPicture;
  /** Faces of the other people at output size: the head's surroundings stop before them. */
  readonly neighbours: readonly FaceAnalysis[];
  /** Coverage of this person, 0..255, when known together with a clean plate. // [H, W] */
  readonly matte: Uint8Array | null;
}

/** Neck pivot: this far behind the mouth, and this many chin heights below it (spec 1.1, step 2). */
const PIVOT_DEPTH = 0.9;
const PIVOT_CHINS = 2;

/** @param face analysis at the picture's size, see `scaleFace` */
export function buildPuppet(
  face: FaceAnalysis,
  topology: FaceTopology,
  scene: PuppetScene,
): Puppet {
  const { picture, matte } = scene;
  const { width, height } = picture;
  const shape = buildRestShape(face.landmarks);
  if (face.mouth.gap > SHUT_GAP) snapLips(shape, picture);
  const eyes = fitEyes(face, shape, picture);
  const selection = selectFaceTriangles(shape, topology);
  const surround = addSurround(shape, matte ? null : picture, selection.hasInnerGaps);
  const area = matte
    ? matteArea(matte, width, height)
    : bodyArea(face, shape.points, width, height);
  const covers = matte ? coverTest(matte, width, height) : () => true;
  const border = surround.border.map((v): Point2 => [shape.points[v][0], shape.points[v][1]]);
  const isNeeded = (box: Box): boolean => covers(box) && !isInside(border, box);
  const grid = addBodyGrid(shape, area, isNeeded);
  for (const point of shape.points.slice(FACE_VERTICES)) {
    point[0] = Math.min(width - 1, Math.max(0, point[0]));
    point[1] = Math.min(height - 1, Math.max(0, point[1]));
  }
  relocate(shape);
  const columns = measureMouth(shape);
  const pivot: Vector3 = [0, columns.chinY * PIVOT_CHINS, PIVOT_DEPTH];
  const limits = limitsFor(sourceYawRad(shape.frame, face.headPose));
  const weights = buildFollowWeights(shape, surround.rings, FACE_VERTICES, {
    width,
    height,
    region: face.region,
    neighbours: scene.neighbours,
    hasMatte: matte !== null,
  });
  const morphStrength = weights.border.slice(0, grid.firstVertex);
  morphStrength.fill(1, 0, FACE_VERTICES);
  const turnRange = {
    pitchRad: MOTION_PARAMETERS[MOTION.pitch].max * limits.rotationGain,
    yawRad: MOTION_PARAMETERS[MOTION.yaw].max * limits.rotationGain,
  };
  const relief = buildRelief(shape, selection.triangles, pivot, turnRange, surround.rings);
  const around = surround.triangles.filter((t) => covers(boundsOf(t, shape.points)));
  const triangles = [...grid.triangles, ...around, ...surround.underlay, ...selection.triangles];
  return {
    width,
    height,
    head: shape.frame,
    pivot,
    source: Float32Array.from(shape.points.flatMap(([x, y]) => [x, y])),
    local: Float32Array.from(shape.local.flat()),
    relief,
    headWeight: weights.head,
    torsoWeight: weights.torso,
    borderWeight: weights.border,
    triangles: Uint16Array.from(triangles.flat()),
    firstFaceTriangle: triangles.length - selection.triangles.length,
    morphs: buildMorphs(shape, columns, morphStrength),
    mouth: buildMouth(face, shape, columns, selection.visible, picture),
    eyes,
    torso: buildTorso(shape, matte ? area[1] + area[3] : height),
    limits,
  };
}

/** Lid lines onto the picture's eyes, the eyes as they are, then room for lashes. */
function fitEyes(face: FaceAnalysis, shape: RestShape, picture: RgbPicture): Puppet['eyes'] {
  fitLids(shape, picture);
  const eyes = [
    buildEye(face.landmarks, shape, EYES[0], face.eyeAspect[0], picture),
    buildEye(face.landmarks, shape, EYES[1], face.eyeAspect[1], picture),
  ] as const;
  widenEyes(shape);
  return eyes;
}

/** Whether a box lies entirely under the rings. */
function isInside(border: readonly Point2[], [x, y, w, h]: Box): boolean {
  return [0, w].every((dx) => [0, h].every((dy) => distanceInside(border, x + dx, y + dy) > 0));
}

/** Head-frame coordinates of vertices that were pulled to the picture's border. */
function relocate(shape: RestShape): void {
  const { origin, axisX, axisY, axisZ, unitPx } = shape.frame;
  for (let v = FACE_VERTICES; v < shape.points.length; v++) {
    const d = shape.points[v].map((value, c) => value - origin[c]);
    const along = (axis: Vector3): number =>
      (d[0] * axis[0] + d[1] * axis[1] + d[2] * axis[2]) / unitPx;
    shape.local[v] = [along(axisX), along(axisY), along(axisZ)];
  }
}

function boundsOf(triangle: readonly number[], points: readonly (readonly number[])[]): Box {
  const xs = triangle.map((v) => points[v][0]);
  const ys = triangle.map((v) => points[v][1]);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return [left, top, Math.max(...xs) - left, Math.max(...ys) - top];
}

/** The person's region, from the chin down: without a matte only the torso needs a grid. */
function bodyArea(
  face: FaceAnalysis,
  points: readonly (readonly number[])[],
  width: number,
  height: number,
): Box {
  const [x, , w] = face.region;
  const left = Math.max(0, x);
  const right = Math.min(width - 1, x + w);
  const top = Math.max(0, Math.min(height - 2, points[164][1]));
  return [left, top, Math.max(1, right - left), height - 1 - top];
}

function matteArea(matte: Uint8Array, width: number, height: number): Box {
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (matte[y * width + x] === 0) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  const margin = 2;
  left = Math.max(0, left - margin);
  top = Math.max(0, top - margin);
  return [
    left,
    top,
    Math.min(width - 1, right + margin) - left,
    Math.min(height - 1, bottom + margin) - top,
  ];
}

/** Whether the matte covers anything in a box (plus a pixel around it). */
function coverTest(matte: Uint8Array, width: number, height: number): (box: Box) => boolean {
  return ([x, y, w, h]) => {
    const right = Math.min(width - 1, Math.ceil(x + w) + 1);
    const bottom = Math.min(height - 1, Math.ceil(y + h) + 1);
    for (let row = Math.max(0, Math.floor(y) - 1); row <= bottom; row++) {
      for (let column = Math.max(0, Math.floor(x) - 1); column <= right; column++) {
        if (matte[row * width + column] !== 0) return true;
      }
    }
    return false;
  };
}
