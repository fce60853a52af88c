// Rings of vertices around the face: they carry hair, ears and neck along with the head and fade
// out into the still background (spec draft-generator 1.1, step 4).

import type { SilhouetteRay } from './find-silhouette.ts';
import { findSilhouette } from './find-silhouette.ts';
import { CHIN, FACE_VERTICES, FOREHEAD_TOP } from './landmark-groups.ts';
import type { RgbPicture } from './puppet.ts';
import type { RestShape } from './rest-shape.ts';
import { toLocal } from './head-frame.ts';

/** Support points of the projected face: one per 10 degrees. */
const DIRECTIONS = 36;
const RING_SCALES = [1.12, 1.28, 1.48, 1.72, 2.0, 2.3];
/** Share of the head's motion that each ring follows when the background must stand still. */
export const RING_WEIGHTS = [1, 0.95, 0.76, 0.42, 0.13, 0];
export const OUTERMOST_RING = RING_SCALES.length - 1;
/** Rings reach further where hair is expected, less below the chin. */
const CROWN_REACH = 1.1;
const CHIN_REACH = 0.25;
/** Each ring lies this much further back, in E. */
const RING_DEPTH = 0.06;

/** The underlay reaches from the outline this share of the way to the middle of the face. */
const BELT = 0.3;
const UNDERLAY_DEPTH = 0.1;
/** Ring number of the underlay's vertices. */
export const UNDERLAY = -1;
/** Distance of the rings from a known silhouette, in E. */
const RINGS_BEYOND_EDGE = [0.02, 0.07, 0.16, 0.28, 0.42, 0.58];
/** Spokes further down cross neck and shoulders, where no silhouette is looked for. */
const LOWEST_SPOKE = -0.35;

export interface SurroundMesh {
  readonly triangles: readonly (readonly [number, number, number])[];
  /** Lies under the face and shows where culled triangles leave gaps. */
  readonly underlay: readonly (readonly [number, number, number])[];
  /** Vertices of the outermost ring, in order. */
  readonly border: readonly number[];
  /** Ring of each added vertex, starting at vertex 468; the underlay counts as ring -1. */
  readonly rings: readonly number[];
}

function supportPoints(shape: RestShape): number[] {
  const { points } = shape;
  let centerX = 0;
  let centerY = 0;
  for (let i = 0; i < FACE_VERTICES; i++) {
    centerX += points[i][0] / FACE_VERTICES;
    centerY += points[i][1] / FACE_VERTICES;
  }
  return Array.from({ length: DIRECTIONS }, (_, step) => {
    const angleRad = -Math.PI / 2 + (step * 2 * Math.PI) / DIRECTIONS;
    let best = 0;
    let bestReach = -Infinity;
    for (let i = 0; i < FACE_VERTICES; i++) {
      const reach =
        (points[i][0] - centerX) * Math.cos(angleRad) +
        (points[i][1] - centerY) * Math.sin(angleRad);
      if (reach > bestReach) [best, bestReach] = [i, reach];
    }
    return best;
  });
}

interface Spoke extends SilhouetteRay {
  /** Of each ring from the outline of the face. */
  readonly distances: number[];
  /** 1 towards the crown, -1 towards the chin. */
  readonly up: number;
}

/** Lets the rings end soon after the silhouette where it is known, so less background moves. */
function tightenSpokes(picture: RgbPicture, spokes: readonly Spoke[], unitPx: number): void {
  const edges = findSilhouette(picture, spokes);
  spokes.forEach(({ distances, up }, i) => {
    const edge = edges[i];
    if (edge === null || up < LOWEST_SPOKE) return;
    RINGS_BEYOND_EDGE.forEach((beyond, ring) => {
      distances[ring] = Math.min(distances[ring], edge + beyond * unitPx);
    });
  });
}

/**
 * Adds ring vertices and the underlay to `shape`; coordinates may lie outside the picture.
 * @param picture for finding the silhouette; null when a matte knows it
 * @param needsCore whether the middle of the face has gaps too, not only its outline
 */
export function addSurround(
  shape: RestShape,
  picture: RgbPicture | null,
  needsCore: boolean,
): SurroundMesh {
  const { points, local, frame } = shape;
  const outline = supportPoints(shape);
  const center = [0, 1, 2].map((c) =>
    outline.reduce((sum, vertex) => sum + points[vertex][c] / DIRECTIONS, 0),
  );
  const upX = points[FOREHEAD_TOP][0] - points[CHIN][0];
  const upY = points[FOREHEAD_TOP][1] - points[CHIN][1];
  const upLength = Math.hypot(upX, upY) || 1;
  const rings: number[] = [];
  const add = (x: number, y: number, z: number, ring: number): number => {
    points.push([x, y, z]);
    local.push([...toLocal(frame, [x, y, z])]);
    rings.push(ring);
    return points.length - 1;
  };
  const first = points.length;
  const spokes = outline.map((vertex): Spoke => {
    const dx = points[vertex][0] - center[0];
    const dy = points[vertex][1] - center[1];
    const lengthPx = Math.hypot(dx, dy) || 1;
    const up = (dx * upX + dy * upY) / (lengthPx * upLength);
    const reach = 1 + (up > 0 ? CROWN_REACH * up : -CHIN_REACH * up);
    return {
      from: [points[vertex][0], points[vertex][1]],
      direction: [dx / lengthPx, dy / lengthPx],
      lengthPx: (RING_SCALES[OUTERMOST_RING] - 1) * reach * lengthPx,
      distances: RING_SCALES.map((scale) => (scale - 1) * reach * lengthPx),
      up,
    };
  });
  if (picture) tightenSpokes(picture, spokes, frame.unitPx);
  RING_SCALES.forEach((_, ring) => {
    spokes.forEach(({ from, direction, distances }, i) => {
      const depth = points[outline[i]][2] + ring * frame.unitPx * RING_DEPTH;
      const distance = distances[ring];
      add(from[0] + direction[0] * distance, from[1] + direction[1] * distance, depth, ring);
    });
  });
  const triangles: [number, number, number][] = [];
  for (let ring = RING_SCALES.length - 1; ring >= 0; ring--) {
    for (let i = 0; i < DIRECTIONS; i++) {
      const j = (i + 1) % DIRECTIONS;
      const inner = ring === 0 ? outline : null;
      const innerAt = (k: number): number => inner?.[k] ?? first + (ring - 1) * DIRECTIONS + k;
      const outerAt = (k: number): number => first + ring * DIRECTIONS + k;
      triangles.push([innerAt(i), innerAt(j), outerAt(i)], [innerAt(j), outerAt(j), outerAt(i)]);
    }
  }
  const belt = outline.map((vertex) =>
    add(
      points[vertex][0] + (center[0] - points[vertex][0]) * BELT,
      points[vertex][1] + (center[1] - points[vertex][1]) * BELT,
      points[vertex][2] + frame.unitPx * UNDERLAY_DEPTH,
      UNDERLAY,
    ),
  );
  const hub = add(center[0], center[1], center[2] + frame.unitPx * UNDERLAY_DEPTH, UNDERLAY);
  const underlay: [number, number, number][] = [];
  for (let i = 0; i < DIRECTIONS; i++) {
    const j = (i + 1) % DIRECTIONS;
    underlay.push([belt[i], outline[i], outline[j]], [belt[i], outline[j], belt[j]]);
    if (needsCore) underlay.push([hub, belt[i], belt[j]]);
  }
  return {
    triangles: triangles.filter((t) => new Set(t).size === 3),
    underlay: underlay.filter((t) => new Set(t).size === 3),
    border: outline.map((_, i) => first + (RING_SCALES.length - 1) * DIRECTIONS + i),
    rings,
  };
}
