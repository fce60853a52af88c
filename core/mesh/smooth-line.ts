// Rounds the polyline of a lip or lid: the mesh is coarse there, the eye is not.

/** Points that each segment of a smoothed line is cut into. */
const SUBDIVISION = 4;

export function smoothedLength(points: number): number {
  return (points - 1) * SUBDIVISION + 1;
}

/** Catmull-Rom through the given points. // [N, 2] -> [(N-1)*4+1, 2] */
export function smoothLine(line: Float32Array, out: Float32Array): void {
  const last = line.length / 2 - 1;
  for (let i = 0; i < last; i++) {
    const [a, b, c, d] = [Math.max(0, i - 1), i, i + 1, Math.min(last, i + 2)];
    for (let step = 0; step < SUBDIVISION; step++) {
      const t = step / SUBDIVISION;
      for (let axis = 0; axis < 2; axis++) {
        const [p0, p1, p2, p3] = [a, b, c, d].map((k) => line[2 * k + axis]);
        out[2 * (i * SUBDIVISION + step) + axis] =
          p1 +
          0.5 * t * (p2 - p0 + t * (2 * p0 - 5 * p1 + 4 * p2 - p3 + t * (3 * (p1 - p2) + p3 - p0)));
      }
    }
  }
  out[2 * last * SUBDIVISION] = line[2 * last];
  out[2 * last * SUBDIVISION + 1] = line[2 * last + 1];
}
