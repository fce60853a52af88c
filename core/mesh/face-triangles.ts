// Which triangles of the canonical face list this face shows, and in what order to paint them.

import {
  EYES,
  FACE_OVAL,
  LIP_JOINTS,
  LOWER_INNER_LIP,
  LOWER_LIP_MIDDLE,
  LOWER_LIP_NEXT,
  LOWER_LIP_OUTER,
  MOUTH_CORNERS,
  UPPER_INNER_LIP,
  UPPER_LIP_MIDDLE,
  UPPER_LIP_NEXT,
  UPPER_LIP_OUTER,
} from './landmark-groups.ts';
import type { RestShape } from './rest-shape.ts';
import { cross, length, subtract } from './vector3.ts';

/** The canonical face mesh: `triangles` is // [T*3] */
export interface FaceTopology {
  readonly vertexCount: number;
  readonly triangles: readonly number[];
}

export interface FaceTriangles {
  /** Painter's order, farthest first. */
  readonly triangles: readonly (readonly [number, number, number])[];
  /** Vertices that a kept triangle uses. */
  readonly visible: ReadonlySet<number>;
  /** True when triangles inside the face were dropped: the mesh then has gaps to fill there. */
  readonly hasInnerGaps: boolean;
}

const OUTLINE: ReadonlySet<number> = new Set(FACE_OVAL);
const LIPS: ReadonlySet<number> = new Set([
  ...LIP_JOINTS,
  ...UPPER_INNER_LIP,
  ...UPPER_LIP_NEXT,
  ...UPPER_LIP_MIDDLE,
  ...UPPER_LIP_OUTER,
  ...LOWER_INNER_LIP,
  ...LOWER_LIP_NEXT,
  ...LOWER_LIP_MIDDLE,
  ...LOWER_LIP_OUTER,
]);

/** Normals that point away from the camera by more than this are culled (spec 1.1, step 5). */
const BACK_FACING = -0.25;
/** At the outline of a turned face also what is seen edge-on: moved, it would show as slivers. */
const EDGE_ON = 0.15;
/** From this sine of the turn on a face counts as turned. */
const TURNED_SINE = 0.1;
/** Below this sine of the turn the thin lip triangles are never culled. */
const FRONTAL_SINE = 0.42;

type Triangle = readonly [number, number, number];

function facing(shape: RestShape, [a, b, c]: Triangle): number {
  const { points } = shape;
  const normal = cross(subtract(points[b], points[a]), subtract(points[c], points[a]));
  return normal[2] / (length(normal) + 1e-9);
}

/**
 * Fills the mouth opening with a strip, so that at rest the picture's own pixels stand there;
 * the eye openings are filled by the canonical list itself.
 */
function mouthStrip(): Triangle[] {
  const [left, right] = MOUTH_CORNERS;
  const upper = [left, ...UPPER_INNER_LIP, right];
  const lower = [left, ...LOWER_INNER_LIP, right];
  const strip: Triangle[] = [];
  for (let i = 0; i + 1 < upper.length; i++) {
    strip.push([upper[i], upper[i + 1], lower[i]], [upper[i + 1], lower[i + 1], lower[i]]);
  }
  return strip.filter((t) => new Set(t).size === 3);
}

export function selectFaceTriangles(shape: RestShape, topology: FaceTopology): FaceTriangles {
  const all: Triangle[] = [];
  for (let i = 0; i < topology.triangles.length; i += 3) {
    all.push([topology.triangles[i], topology.triangles[i + 1], topology.triangles[i + 2]]);
  }
  const isOpening = openingTest();
  const skin = all.filter((t) => !isOpening(t));
  const frontSign = Math.sign(skin.reduce((sum, t) => sum + Math.sign(facing(shape, t)), 0));
  const isTurned = Math.abs(shape.frame.axisX[2]) > TURNED_SINE;
  const isFrontal = Math.abs(shape.frame.axisX[2]) < FRONTAL_SINE;
  const kept = skin.filter(
    (t) =>
      frontSign * facing(shape, t) > (isTurned && isOutline(t) ? EDGE_ON : BACK_FACING) ||
      (isFrontal && t.every((vertex) => LIPS.has(vertex))),
  );
  const visible = new Set(kept.flat());
  const openings = [...all.filter(isOpening), ...mouthStrip()].filter((t) =>
    t.every((vertex) => visible.has(vertex)),
  );
  const depth = (t: Triangle): number => t.reduce((sum, v) => sum + shape.points[v][2], 0);
  const order = kept.map((triangle, index) => ({ triangle, index, depth: depth(triangle) }));
  order.sort((a, b) => b.depth - a.depth || a.index - b.index);
  return {
    triangles: [...openings, ...order.map((entry) => entry.triangle)],
    visible,
    hasInnerGaps: skin.some((t) => !isOutline(t) && !kept.includes(t)),
  };
}

function isOutline(triangle: Triangle): boolean {
  return triangle.some((vertex) => OUTLINE.has(vertex));
}

function openingTest(): (triangle: Triangle) => boolean {
  const openings = EYES.map((eye) => new Set([...eye.upper, ...eye.lower, ...eye.corners]));
  openings.push(new Set<number>([...MOUTH_CORNERS, ...UPPER_INNER_LIP, ...LOWER_INNER_LIP]));
  return (triangle) => openings.some((ring) => triangle.every((vertex) => ring.has(vertex)));
}
