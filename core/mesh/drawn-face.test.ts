// A general face whose points a user drags about, well or badly, is still a face to draw.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadSampleScene, motionFor, type SampleScene } from '../../test/fixtures/sample-scene.ts';
import { AppError } from '../errors/app-error.ts';
import { dragLandmarks, dragShares } from '../people/drag-landmarks.ts';
import type { FaceAnalysis } from '../people/face-analysis.ts';
import { FACE_HANDLES, FACE_PARTS } from '../people/face-handles.ts';
import { fitGeneralFace } from '../people/general-face.ts';
import { readMouth } from '../people/mouth-appearance.ts';
import { reshapeFace } from '../people/reshape-face.ts';
import { buildPuppet } from './build-puppet.ts';
import { deformPuppet } from './deform-puppet.ts';
import type { Puppet } from './puppet.ts';
import { createPose, type PuppetPose } from './puppet-pose.ts';

const file = new URL('../../resources/face/general-face.json', import.meta.url);
const general = (JSON.parse(readFileSync(file, 'utf8')) as { landmarks: number[] }).landmarks;

let scene: SampleScene;
/** B without what a detector knows: the general face in B's box. */
let face: FaceAnalysis;

function withLandmarks(before: FaceAnalysis, landmarks: readonly number[]): FaceAnalysis {
  return reshapeFace(before, landmarks, (points) => readMouth(scene.picture, points));
}

function puppetOf(drawn: FaceAnalysis): Puppet {
  const { picture, topology, faces } = scene;
  return buildPuppet(drawn, topology, { picture, neighbours: [faces[0]], matte: null });
}

function speaking(drawn: FaceAnalysis, puppet: Puppet): PuppetPose {
  const pose = createPose(puppet);
  const motion = { gap: drawn.mouth.gap + 0.15, jaw: 0.1, yaw: 0.1, blinkL: 1, gazeX: 0.5 };
  deformPuppet(puppet, motionFor(drawn, motion), pose);
  return pose;
}

beforeAll(async () => {
  scene = await loadSampleScene(320, false);
  face = withLandmarks(scene.faces[1], fitGeneralFace(general, scene.faces[1].box));
});

describe('a general face', () => {
  it('opens its mouth where the mouth of the picture is', () => {
    const puppet = puppetOf(face);
    const pose = speaking(face, puppet);
    const moved = (vertex: number): number =>
      (pose.positions[2 * vertex + 1] - puppet.source[2 * vertex + 1]) / puppet.head.unitPx;
    expect(Math.abs(moved(14) - moved(13) - 0.15)).toBeLessThan(0.02);
    expect(moved(152)).toBeGreaterThan(0.04);
    const seen = scene.faces[1].landmarks;
    const missPx = Math.hypot(
      face.landmarks[3 * 13] - seen[3 * 13],
      face.landmarks[3 * 13 + 1] - seen[3 * 13 + 1],
    );
    expect(missPx / puppet.head.unitPx).toBeLessThan(0.25);
  });

  it('comes to lie on the real face when its points are dragged there', () => {
    const seen = scene.faces[1].landmarks;
    const missOf = (landmarks: readonly number[]): number => {
      let sum = 0;
      for (let i = 0; i < 468; i++) {
        const [dx, dy] = [0, 1].map((axis) => landmarks[3 * i + axis] - seen[3 * i + axis]);
        sum += Math.hypot(dx, dy) / 468;
      }
      return sum;
    };
    let landmarks: readonly number[] = face.landmarks;
    const before = missOf(landmarks);
    for (const part of FACE_PARTS) {
      if (part === 'wholeFace') continue;
      const at = 3 * FACE_HANDLES[part];
      const [dx, dy] = [seen[at] - landmarks[at], seen[at + 1] - landmarks[at + 1]];
      landmarks = dragLandmarks(landmarks, dragShares(landmarks, part), dx, dy);
    }
    expect(missOf(landmarks)).toBeLessThan(0.5 * before);
    const { pitch } = withLandmarks(face, landmarks).headPose;
    expect(Math.abs(pitch)).toBeLessThan(0.4);
  });

  it('can be drawn after any drags, or is refused in words', () => {
    const anyDrag = fc.record({
      part: fc.constantFrom(...FACE_PARTS),
      dx: fc.double({ min: -45, max: 45, noNaN: true }),
      dy: fc.double({ min: -45, max: 45, noNaN: true }),
    });
    let drawnCount = 0;
    fc.assert(
      fc.property(fc.array(anyDrag, { minLength: 1, maxLength: 8 }), (drags) => {
        const landmarks = drags.reduce<readonly number[]>(
          (points, { part, dx, dy }) => dragLandmarks(points, dragShares(points, part), dx, dy),
          face.landmarks,
        );
        try {
          const drawn = withLandmarks(face, landmarks);
          const puppet = puppetOf(drawn);
          const pose = speaking(drawn, puppet);
          expect(puppet.source.every((value) => Number.isFinite(value))).toBe(true);
          expect(pose.positions.every((value) => Number.isFinite(value))).toBe(true);
          drawnCount++;
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          expect(error.code).toBe('face-too-small');
        }
      }),
      { numRuns: 10, seed: 11 },
    );
    expect(drawnCount).toBeGreaterThan(6);
  });
});
