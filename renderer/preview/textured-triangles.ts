// Triangles that carry pixels: the mesh of a person, rows of teeth, hems of openings.

import type { Puppet, TexturedSheet } from '#core/mesh/puppet.ts';
import type { FrameGeometry } from './frame-geometry.ts';

/** Vertices that moved less than this many pixels leave the background as it is. */
const STILL_PX = 1 / 256;
/** How far outside its line a hem takes its colour, in pixels. */
const HEM_OFFSET_PX = 1;

/**
 * @param skipsStill leave out surroundings that did not move: the frame shows them already, and
 *   another person may have been drawn over them
 */
export function addMesh(
  geometry: FrameGeometry,
  puppet: Puppet,
  positions: Float32Array,
  skipsStill: boolean,
): void {
  const { source, triangles, firstFaceTriangle } = puppet;
  const base = geometry.vertexCount;
  for (let i = 0; i < source.length; i += 2) {
    geometry.addTexturedVertex(positions[i], positions[i + 1], source[i], source[i + 1]);
  }
  const isStill = (v: number): boolean =>
    Math.abs(positions[2 * v] - source[2 * v]) < STILL_PX &&
    Math.abs(positions[2 * v + 1] - source[2 * v + 1]) < STILL_PX;
  const mayBeStill = skipsStill ? 3 * firstFaceTriangle : 0;
  for (let t = 0; t < triangles.length; t += 3) {
    const [a, b, c] = [triangles[t], triangles[t + 1], triangles[t + 2]];
    if (t < mayBeStill && isStill(a) && isStill(b) && isStill(c)) continue;
    geometry.addTriangle(base + a, base + b, base + c);
  }
}

export function addSheet(
  geometry: FrameGeometry,
  sheet: TexturedSheet,
  positions: Float32Array,
): void {
  const { uv, columns, rows } = sheet;
  const base = geometry.vertexCount;
  for (let i = 0; i < uv.length; i += 2) {
    geometry.addTexturedVertex(positions[i], positions[i + 1], uv[i], uv[i + 1]);
  }
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const a = base + row * columns + column;
      geometry.addTriangle(a, a + 1, a + columns);
      geometry.addTriangle(a + 1, a + columns + 1, a + columns);
    }
  }
}

/**
 * Carries the colour outside a lip or lid half-way into its opening, under the soft edge of what
 * fills it.
 * @param line, partner vertices of the line and of the one across the opening
 * @param outward -1 when the opening lies below the line, 1 when above
 */
export function addHem(
  geometry: FrameGeometry,
  puppet: Puppet,
  positions: Float32Array,
  line: readonly number[],
  partner: readonly number[],
  outward: -1 | 1,
): void {
  const base = geometry.vertexCount;
  line.forEach((vertex, i) => {
    const [x, y] = [positions[2 * vertex], positions[2 * vertex + 1]];
    const [dx, dy] = [positions[2 * partner[i]] - x, positions[2 * partner[i] + 1] - y];
    // A line that crossed its partner encloses nothing there.
    const inward = dy * outward < 0 ? 0.5 : 0;
    const u = puppet.source[2 * vertex];
    const v = puppet.source[2 * vertex + 1] + outward * HEM_OFFSET_PX;
    geometry.addTexturedVertex(x, y, u, v);
    geometry.addTexturedVertex(x + inward * dx, y + inward * dy, u, v);
  });
  for (let i = base; i + 2 < geometry.vertexCount; i += 2) {
    geometry.addTriangle(i, i + 2, i + 1);
    geometry.addTriangle(i + 2, i + 3, i + 1);
  }
}
