// Weight fields: which part of the picture follows the head, the torso, or nothing.

import type { Box, FaceAnalysis } from '../people/face-analysis.ts';
import { landmarkAt } from './head-frame.ts';
import { CHIN, FOREHEAD_TOP, NOSE_BRIDGE } from './landmark-groups.ts';
import type { TorsoModel } from './puppet.ts';
import type { RestShape } from './rest-shape.ts';
import { smoothStep } from './smooth-step.ts';
import { RING_WEIGHTS, UNDERLAY } from './surround-mesh.ts';

/** Motion fades to nothing within this many E of the picture's border. */
const BORDER_FADE = 0.5;
/** Height of neck and shoulders under the chin, in E. */
const SHOULDER_DROP = 0.8;

export interface FollowWeights {
  readonly head: Float32Array;
  readonly torso: Float32Array;
  readonly border: Float32Array;
}

export interface FollowScene {
  readonly width: number;
  readonly height: number;
  readonly region: Box;
  readonly neighbours: readonly FaceAnalysis[];
  /** With a matte the whole cut-out moves; without one only what is surely the person. */
  readonly hasMatte: boolean;
}

export function buildTorso(shape: RestShape, bottomY: number): TorsoModel {
  const chin = shape.points[CHIN];
  const { unitPx } = shape.frame;
  const shoulderY = chin[1] + SHOULDER_DROP * unitPx;
  return { pivotX: chin[0], shoulderY, bottomY: Math.max(bottomY, shoulderY + 0.3 * unitPx) };
}

/** @param rings ring of each vertex from 468 on; grid vertices follow them */
export function buildFollowWeights(
  shape: RestShape,
  rings: readonly number[],
  faceVertices: number,
  scene: FollowScene,
): FollowWeights {
  const count = shape.points.length;
  const head = new Float32Array(count);
  const torso = new Float32Array(count);
  const border = new Float32Array(count);
  for (let v = 0; v < count; v++) {
    const [x, y] = shape.points[v];
    border[v] = borderWeight(scene, x, y, shape.frame.unitPx);
    if (v < faceVertices) {
      head[v] = 1;
      torso[v] = 1;
      continue;
    }
    const ring = v - faceVertices < rings.length ? rings[v - faceVertices] : null;
    if (scene.hasMatte) {
      head[v] = neckWeight(shape, v);
      torso[v] = 1;
    } else {
      const share = ring === null ? 0 : ring === UNDERLAY ? 1 : RING_WEIGHTS[ring];
      head[v] = share * neighbourWeight(scene, x, y);
      torso[v] = Math.max(head[v], bodyWeight(shape, x, y) * regionWeight(shape, scene.region, x));
    }
  }
  return { head, torso, border };
}

function borderWeight(scene: FollowScene, x: number, y: number, unitPx: number): number {
  const distance = Math.min(x, y, scene.width - 1 - x, scene.height - 1 - y);
  return smoothStep(0, BORDER_FADE * unitPx, distance);
}

/** 1 down to the chin, 0 at the base of the neck. */
function neckWeight(shape: RestShape, vertex: number): number {
  const chinY = shape.local[CHIN][1];
  return 1 - smoothStep(chinY * 0.9, chinY * 0.9 + 1.1, shape.local[vertex][1]);
}

function neighbourWeight(scene: FollowScene, x: number, y: number): number {
  let weight = 1;
  for (const face of scene.neighbours) {
    const center = landmarkAt(face.landmarks, NOSE_BRIDGE);
    const top = landmarkAt(face.landmarks, FOREHEAD_TOP);
    const chin = landmarkAt(face.landmarks, CHIN);
    const radius = Math.hypot(top[0] - chin[0], top[1] - chin[1]) / 2;
    weight *= smoothStep(1, 1.7, Math.hypot(x - center[0], y - center[1]) / radius);
  }
  return weight;
}

/** Shoulders slope down from the neck; what lies above that line is background. */
function bodyWeight(shape: RestShape, x: number, y: number): number {
  const { unitPx } = shape.frame;
  const chin = shape.points[CHIN];
  const aside = Math.abs(x - chin[0]) / unitPx;
  const line = chin[1] + unitPx * (0.45 + 0.45 * Math.max(0, aside - 0.45));
  return smoothStep(line - 0.25 * unitPx, line + 0.35 * unitPx, y);
}

function regionWeight(shape: RestShape, region: Box, x: number): number {
  const margin = Math.min(x - region[0], region[0] + region[2] - x);
  return smoothStep(0, 0.5 * shape.frame.unitPx, margin);
}
