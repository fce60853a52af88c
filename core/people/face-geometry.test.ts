import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FaceAnalysis } from './face-analysis.ts';
import { eyeAspects, faceAxes, headPoseFromLandmarks, lipGap } from './face-geometry.ts';
import {
  eyeDisplacement,
  faceScale,
  lipOpening,
  readEyeKeypoints,
} from '../metrics/face-measures.ts';

const fixture = new URL('../../test/fixtures/interview2.analysis.json', import.meta.url);
const { faces } = JSON.parse(readFileSync(fixture, 'utf8')) as { faces: FaceAnalysis[] };
const mesh = Float64Array.from(faces[0].landmarks);

/** Turns a mesh by a rotation about one axis of picture space (x right, y down, z away). */
function turned(axis: 'x' | 'y' | 'z', rad: number): Float64Array {
  const [cos, sin] = [Math.cos(rad), Math.sin(rad)];
  const result = mesh.slice();
  for (let i = 0; i < mesh.length; i += 3) {
    const [x, y, z] = mesh.subarray(i, i + 3);
    if (axis === 'x') result.set([x, y * cos - z * sin, y * sin + z * cos], i);
    if (axis === 'y') result.set([x * cos - z * sin, y, x * sin + z * cos], i);
    if (axis === 'z') result.set([x * cos - y * sin, x * sin + y * cos, z], i);
  }
  return result;
}

describe('headPoseFromLandmarks', () => {
  const rest = headPoseFromLandmarks(mesh);
  it('counts a turn to the right of the picture as positive yaw', () => {
    expect(headPoseFromLandmarks(turned('y', 0.3)).yaw - rest.yaw).toBeCloseTo(0.3, 1);
    const nose = (m: Float64Array): number => m[3] - (m[33 * 3] + m[263 * 3]) / 2;
    expect(nose(turned('y', 0.3))).toBeGreaterThan(nose(mesh));
  });
  it('counts a nod down as positive pitch and clockwise as positive roll', () => {
    expect(headPoseFromLandmarks(turned('x', 0.3)).pitch - rest.pitch).toBeCloseTo(0.3, 1);
    expect(headPoseFromLandmarks(turned('z', 0.3)).roll - rest.roll).toBeCloseTo(0.3, 6);
  });
  it('mirrors: yaw and roll change sign', () => {
    const flipped = mesh.slice();
    const partner = (i: number): number => (i === 33 ? 263 : i === 263 ? 33 : i);
    for (let i = 0; i < mesh.length / 3; i++) {
      flipped.set(
        [-mesh[partner(i) * 3], mesh[partner(i) * 3 + 1], mesh[partner(i) * 3 + 2]],
        i * 3,
      );
    }
    const pose = headPoseFromLandmarks(flipped);
    expect(pose.yaw).toBeCloseTo(-rest.yaw, 9);
    expect(pose.roll).toBeCloseTo(-rest.roll, 9);
    expect(pose.pitch).toBeCloseTo(rest.pitch, 9);
  });
});

describe('measures of a mesh', () => {
  it('do not depend on size, and hardly on the head turning', () => {
    const larger = mesh.map((value) => value * 3);
    expect(lipGap(larger)).toBeCloseTo(lipGap(mesh), 9);
    expect(lipOpening(larger)).toBeCloseTo(lipOpening(mesh), 9);
    expect(faceScale(turned('y', 0.5))).toBeCloseTo(faceScale(mesh), 6);
  });
  it('see the lips open and an eye shut', () => {
    const open = mesh.slice();
    open[14 * 3 + 1] += 0.2 * faceAxes(mesh).unitPx;
    expect(lipGap(open) - lipGap(mesh)).toBeCloseTo(0.2, 2);
    const winking = mesh.slice();
    winking.copyWithin(145 * 3, 159 * 3, 160 * 3);
    expect(eyeAspects(winking)[0]).toBe(0);
    expect(eyeAspects(winking)[1]).toBeGreaterThan(0.2);
  });
  it('measure eye motion in face units', () => {
    const shifted = mesh.map((value, i) => (i % 3 === 0 ? value + 5 : value));
    const moved = eyeDisplacement(
      readEyeKeypoints(mesh),
      readEyeKeypoints(shifted),
      faceScale(mesh),
    );
    expect(moved).toBeCloseTo(5 / faceScale(mesh), 9);
  });
});
