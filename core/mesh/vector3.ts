// Three-component vectors as plain tuples, for set-up code that runs once per face.

export type Vector3 = readonly [x: number, y: number, z: number];

export function subtract(a: Vector3, b: Vector3): Vector3 {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

export function dot(a: Vector3, b: Vector3): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

export function cross(a: Vector3, b: Vector3): Vector3 {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

export function length(a: Vector3): number {
  return Math.hypot(a[0], a[1], a[2]);
}

export function normalize(a: Vector3): Vector3 {
  const norm = length(a) || 1;
  return [a[0] / norm, a[1] / norm, a[2] / norm];
}
