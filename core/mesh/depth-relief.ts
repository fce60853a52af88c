// Depth for head rotation. Landmark depth is too flat for parallax and too steep at the outline
// for a fold-free turn, so it is stretched, then relaxed where triangles would turn over.

import { FACE_VERTICES } from './landmark-groups.ts';
import type { RestShape } from './rest-shape.ts';
import { OUTERMOST_RING, UNDERLAY } from './surround-mesh.ts';
import type { Vector3 } from './vector3.ts';

/** Stretch of landmark depth; nose tip and ears then lie about where anatomy has them. */
const DEPTH_STRETCH = 1.8;
/** Nothing that turns with the head lies deeper than the neck pivot, in E. */
const DEEPEST = 0.8;
/** Hair, ears and what lies further out turn as a flat sheet at this depth, in E. */
const SURROUND_DEPTH = 0.6;
const RELAXATION_ROUNDS = 200;
/** A triangle must keep this share of its area; else its depth differences shrink. */
const SAFE_SHARE = 0.04;
const FLATTENING = 0.4;

/** Largest head rotation that must not fold the mesh, radians. */
export interface TurnRange {
  readonly pitchRad: number;
  readonly yawRad: number;
}

/** Where a vertex is seen after pitch, then yaw about the pivot; picture axes, in E. */
function turned(
  shape: RestShape,
  vertex: number,
  relief: number,
  pivot: Vector3,
  [pitch, yaw]: readonly [number, number],
): [number, number] {
  const [x, y, z] = shape.local[vertex];
  const { axisX, axisY, axisZ } = shape.frame;
  const dy = y - pivot[1];
  const dz = relief - pivot[2];
  const depth = dy * Math.sin(pitch) + dz * Math.cos(pitch);
  const tx = x * Math.cos(yaw) - depth * Math.sin(yaw);
  const ty = dy * Math.cos(pitch) - dz * Math.sin(pitch);
  const tz = x * Math.sin(yaw) + depth * Math.cos(yaw) + z - relief;
  return [
    tx * axisX[0] + ty * axisY[0] + tz * axisZ[0],
    tx * axisX[1] + ty * axisY[1] + tz * axisZ[1],
  ];
}

/** Stretched landmark depth on the face, a flat sheet around it. */
function firstRelief(shape: RestShape, rings: readonly number[]): Float32Array {
  const face = (v: number): number => Math.min(DEEPEST, shape.local[v][2] * DEPTH_STRETCH);
  return Float32Array.from(shape.local, (_, v) => {
    if (v < FACE_VERTICES) return face(v);
    const ring = rings[v - FACE_VERTICES] ?? OUTERMOST_RING;
    if (ring === UNDERLAY) return face(nearestFaceVertex(shape, v));
    return face(v) + (SURROUND_DEPTH - face(v)) * Math.min(1, (1.5 * ring) / OUTERMOST_RING);
  });
}

function nearestFaceVertex(shape: RestShape, vertex: number): number {
  const [x, y] = shape.points[vertex];
  let best = 0;
  let bestDistance = Infinity;
  for (let v = 0; v < FACE_VERTICES; v++) {
    const distance = Math.hypot(shape.points[v][0] - x, shape.points[v][1] - y);
    if (distance < bestDistance) [best, bestDistance] = [v, distance];
  }
  return best;
}

/**
 * Depth per vertex in E. Only triangles among face vertices are kept from folding.
 * @param rings ring of each vertex from 468 on; further vertices lie beyond the rings
 * @returns // [V]
 */
export function buildRelief(
  shape: RestShape,
  triangles: readonly (readonly [number, number, number])[],
  pivot: Vector3,
  range: TurnRange,
  rings: readonly number[],
): Float32Array {
  const relief = firstRelief(shape, rings);
  const faces = triangles.filter((t) => t.every((v) => v < FACE_VERTICES));
  const turns = [-1, 0, 1].flatMap((p) =>
    [-1, 0, 1].map((y) => [p * range.pitchRad, y * range.yawRad] as const),
  );
  const area = (t: readonly number[], turn: readonly [number, number]): number => {
    const [a, b, c] = t.map((v) => turned(shape, v, relief[v], pivot, turn));
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
  };
  let active = faces;
  for (let round = 0; round < RELAXATION_ROUNDS && active.length > 0; round++) {
    const sums = new Map<number, { depth: number; count: number }>();
    for (const t of active) {
      const rest = area(t, [0, 0]);
      if (turns.every((turn) => area(t, turn) * rest > SAFE_SHARE * rest * rest)) continue;
      const mean = (relief[t[0]] + relief[t[1]] + relief[t[2]]) / 3;
      for (const v of t) {
        const entry = sums.get(v) ?? { depth: 0, count: 0 };
        entry.depth += mean + (relief[v] - mean) * FLATTENING;
        entry.count++;
        sums.set(v, entry);
      }
    }
    for (const [v, { depth, count }] of sums) relief[v] = depth / count;
    active = faces.filter((t) => t.some((v) => sums.has(v)));
  }
  return relief;
}
