import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { MOTION_PARAMETERS, MOTION_SIZE } from '../motion/motion-vector.ts';
import type { MOTION } from '../motion/motion-vector.ts';
import type { FaceAnalysis } from '../people/face-analysis.ts';
import type { SampleScene } from '../../test/fixtures/sample-scene.ts';
import { loadSampleScene, motionFor } from '../../test/fixtures/sample-scene.ts';
import { deformPuppet } from './deform-puppet.ts';
import { FACE_VERTICES } from './landmark-groups.ts';
import type { Puppet } from './puppet.ts';
import type { PuppetPose } from './puppet-pose.ts';
import { createPose } from './puppet-pose.ts';

type Values = Partial<Record<keyof typeof MOTION, number>>;

let scene: SampleScene;
let face: FaceAnalysis;
let puppet: Puppet;
let pose: PuppetPose;

beforeAll(async () => {
  scene = await loadSampleScene(640, false);
  face = scene.faces[1];
  puppet = scene.puppets[1];
  pose = createPose(puppet);
});

function deform(values: Values): PuppetPose {
  deformPuppet(puppet, motionFor(face, values), pose);
  return pose;
}

/** Displacement of a vertex in E, positive right and down. */
function moved(vertex: number): [dx: number, dy: number] {
  const { unitPx } = puppet.head;
  return [
    (pose.positions[2 * vertex] - puppet.source[2 * vertex]) / unitPx,
    (pose.positions[2 * vertex + 1] - puppet.source[2 * vertex + 1]) / unitPx,
  ];
}

describe('deformPuppet', () => {
  it('gives the picture back at rest', () => {
    deform({});
    for (let i = 0; i < pose.positions.length; i++) {
      expect(Math.abs(pose.positions[i] - puppet.source[i])).toBeLessThan(1e-3);
    }
    expect(pose.mouth.opacity).toBe(0);
    expect(pose.eyes.map((eye) => eye.opacity)).toEqual([0, 0]);
  });

  it('opens the lips by the commanded gap', () => {
    for (const gap of [0.08, 0.15, 0.25]) {
      deform({ gap });
      const change = moved(14)[1] - moved(13)[1];
      expect(change).toBeCloseTo(gap - face.mouth.gap, 2);
      expect(moved(14)[1]).toBeGreaterThan(0);
      expect(moved(13)[1]).toBeLessThan(0);
    }
  });

  const cases: [
    name: string,
    values: Values,
    vertex: number,
    check: (dx: number, dy: number) => boolean,
  ][] = [
    ['width spreads the right corner', { width: 1 }, 308, (dx) => dx > 0.01],
    ['width spreads the left corner', { width: 1 }, 78, (dx) => dx < -0.01],
    ['round narrows the mouth', { round: 1 }, 308, (dx) => dx < -0.03],
    ['close thins the lower lip', { close: 1 }, 17, (_, dy) => dy < -0.005],
    ['labiodental raises the lower lip', { labiodental: 1, gap: 0.1 }, 17, (_, dy) => dy < 0.05],
    ['jaw lowers the chin', { jaw: 0.1 }, 152, (_, dy) => dy > 0.05],
    ['smile lifts the corners', { smile: 1 }, 308, (_, dy) => dy < -0.04],
    ['asymmetry lifts the right corner', { asymmetry: 1 }, 308, (_, dy) => dy < -0.02],
    ['asymmetry lowers the left corner', { asymmetry: 1 }, 78, (_, dy) => dy > 0.01],
    ['blinkL closes the left lid', { blinkL: 1 }, 159, (_, dy) => dy > 0.05],
    ['blinkL leaves the right lid', { blinkL: 1 }, 386, (_, dy) => Math.abs(dy) < 1e-4],
    ['blinkR closes the right lid', { blinkR: 1 }, 386, (_, dy) => dy > 0.05],
    ['browInner raises the inner brow', { browInner: 1 }, 107, (_, dy) => dy < -0.03],
    ['browOuter raises the outer brow', { browOuter: 1 }, 300, (_, dy) => dy < -0.03],
    ['squint raises the lower lid', { squint: 1 }, 145, (_, dy) => dy < -0.01],
    ['pitch nods down', { pitch: 0.2 }, 1, (_, dy) => dy > 0.1],
    ['yaw turns the nose right', { yaw: 0.2 }, 1, (dx) => dx > 0.1],
    ['roll is clockwise', { roll: 0.2 }, 10, (dx) => dx > 0.2],
    ['tx shifts right', { tx: 0.2 }, 1, (dx) => Math.abs(dx - 0.2) < 0.02],
    ['ty shifts down', { ty: 0.2 }, 1, (_, dy) => Math.abs(dy - 0.2) < 0.02],
    ['scale grows upwards from the neck', { scale: 0.1 }, 10, (_, dy) => dy < -0.1],
    ['lean carries the head right', { lean: 0.1 }, 1, (dx) => dx > 0.1],
    ['breath lifts the head', { breath: 1 }, 1, (_, dy) => dy < -0.01],
  ];
  it.each(cases)('%s', (_, values, vertex, check) => {
    deform(values);
    expect(check(...moved(vertex)), `moved by ${moved(vertex).join(', ')}`).toBe(true);
  });

  it('shifts the iris with the gaze and raises the tongue', () => {
    deform({ gazeX: 0.03, gazeY: 0.03, gap: 0.15 });
    expect(pose.eyes[0].gazeXPx).toBeCloseTo(0.03 * puppet.head.unitPx, 4);
    expect(pose.eyes[1].gazeYPx).toBeGreaterThan(0);
    const tip = pose.mouth.tongue[9];
    deform({ gap: 0.15, tongue: 1 });
    expect(pose.mouth.tongue[9]).toBeLessThan(tip - 0.03 * puppet.head.unitPx);
  });

  it('holds the outermost ring and the picture border under head motion', () => {
    deform({ yaw: 0.3, pitch: -0.2, roll: 0.2, tx: 0.2, gap: 0.3 });
    let still = 0;
    for (let v = FACE_VERTICES; v < puppet.headWeight.length; v++) {
      if (puppet.headWeight[v] * puppet.borderWeight[v] > 0) continue;
      if (puppet.torsoWeight[v] * puppet.borderWeight[v] > 0) continue;
      still++;
      expect(Math.hypot(...moved(v))).toBeLessThan(0.002);
    }
    expect(still).toBeGreaterThan(20);
  });

  it('folds no visible face triangle within the limits of head rotation', () => {
    const turns = [-0.4, -0.2, 0.2, 0.4].flatMap((yaw) =>
      [-0.3, 0, 0.3].map((pitch) => ({ yaw, pitch })),
    );
    const area = (points: Float32Array, t: number): number => {
      const [a, b, c] = [0, 1, 2].map((k) => 2 * puppet.triangles[t + k]);
      return (
        (points[b] - points[a]) * (points[c + 1] - points[a + 1]) -
        (points[b + 1] - points[a + 1]) * (points[c] - points[a])
      );
    };
    let folded = 0;
    for (const turn of turns) {
      deform(turn);
      for (let t = 3 * puppet.firstFaceTriangle; t < puppet.triangles.length; t += 3) {
        const rest = area(puppet.source, t);
        // Slivers of a pixel of area flip by rounding and cannot be seen.
        if (Math.abs(rest) > 2 && area(pose.positions, t) * Math.sign(rest) < -0.5) folded++;
      }
    }
    expect(folded).toBe(0);
  });

  it('stays finite and bounded for any numbers', () => {
    const wild = fc.oneof(
      fc.double({ min: -10, max: 10 }),
      fc.constantFrom(Number.NaN, Infinity, -Infinity, ...MOTION_PARAMETERS.map((p) => p.max)),
    );
    fc.assert(
      fc.property(fc.array(wild, { minLength: MOTION_SIZE, maxLength: MOTION_SIZE }), (motion) => {
        deformPuppet(puppet, motion, pose);
        for (const points of [
          pose.positions,
          pose.mouth.opening.contour,
          pose.eyes[0].opening.contour,
        ]) {
          for (const value of points) expect(Math.abs(value)).toBeLessThan(5000);
        }
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  it('is a pure function of the motion', () => {
    deform({ gap: 0.2, yaw: 0.2 });
    const first = pose.positions.slice();
    deform({ blinkL: 1, pitch: -0.3 });
    deform({ gap: 0.2, yaw: 0.2 });
    expect(pose.positions).toEqual(first);
  });
});

describe('a turned face', () => {
  it('rotates less and opens less', async () => {
    const { limitsFor } = await import('./motion-limits.ts');
    const degree = Math.PI / 180;
    expect(limitsFor(20 * degree).rotationGain).toBe(1);
    expect(limitsFor(50 * degree).rotationGain).toBeCloseTo(0.35, 5);
    expect(limitsFor(50 * degree).maxGap).toBeCloseTo(0.1, 5);
    expect(limitsFor(65 * degree)).toEqual({ rotationGain: 0.35, maxGap: 0, mouthGain: 0 });
  });
});
