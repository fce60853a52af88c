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
const RELAXATION_ROUNDS = 80;

/** Largest head rotation that must not fold the mesh, radians. */
export interface TurnRange {
  readonly pitchRad: number;
  readonly yawRad: number;
}

/** Position after turning by pitch then yaw about the pivot, seen along the head's own z axis. */
function turned(
  x: number,
  y: number,
  z: number,
  pivot: Vector3,
  pitch: number,
  yaw: number,
): [number, number] {
  const py = y - pivot[1];
  const pz = z - pivot[2];
  const depth = py * Math.sin(pitch) + pz * Math.cos(pitch);
  return [x * Math.cos(yaw) - depth * Math.sin(yaw), py * Math.cos(pitch) - pz * Math.sin(pitch)];
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
  const neighbours = Array.from({ length: FACE_VERTICES }, () => new Set<number>());
  for (const t of faces) for (const a of t) for (const b of t) if (a !== b) neighbours[a].add(b);
  const turns = [-1, 0, 1].flatMap((p) =>
    [-1, 0, 1].map((y) => [p * range.pitchRad, y * range.yawRad] as const),
  );
  const area = (t: readonly number[], pitch: number, yaw: number): number => {
    const [a, b, c] = t.map((v) => {
      const [x, y] = shape.local[v];
      return turned(x, y, relief[v], pivot, pitch, yaw);
    });
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
  };
  for (let round = 0; round < RELAXATION_ROUNDS; round++) {
    const folding = new Set<number>();
    for (const t of faces) {
      const rest = area(t, 0, 0);
      if (turns.some(([pitch, yaw]) => area(t, pitch, yaw) * rest < 0.02 * rest * rest)) {
        for (const v of t) folding.add(v);
      }
    }
    if (folding.size === 0) break;
    const next = new Map<number, number>();
    for (const v of folding) {
      let sum = 0;
      for (const n of neighbours[v]) sum += relief[n];
      next.set(v, 0.5 * relief[v] + (0.5 * sum) / neighbours[v].size);
    }
    for (const [v, depth] of next) relief[v] = depth;
  }
  return relief;
}
