import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dragLandmarks, dragShares } from './drag-landmarks.ts';
import {
  FACE_HANDLE_NAMES,
  FACE_HANDLES,
  FACE_PART_WORDS,
  FACE_PARTS,
  type FaceHandle,
} from './face-handles.ts';
import { faceAxes } from './face-geometry.ts';
import { fitGeneralFace } from './general-face.ts';

const file = new URL('../../resources/face/general-face.json', import.meta.url);
const general = (JSON.parse(readFileSync(file, 'utf8')) as { landmarks: number[] }).landmarks;
const BOX = [300, 100, 160, 200] as const;
const face = fitGeneralFace(general, BOX);
const unitPx = faceAxes(face).unitPx;

const anyHandle = fc.constantFrom(...FACE_HANDLE_NAMES);
const px = fc.double({ min: -30, max: 30, noNaN: true });
const anyDrag = fc.record({ handle: anyHandle, dx: px, dy: px });

type Drag = { readonly handle: FaceHandle; readonly dx: number; readonly dy: number };

const dragged = (landmarks: readonly number[], { handle, dx, dy }: Drag): number[] =>
  dragLandmarks(landmarks, dragShares(landmarks, handle), dx, dy);

const pointOf = (landmarks: readonly number[], index: number): readonly [number, number] => [
  landmarks[3 * index],
  landmarks[3 * index + 1],
];

describe('a drag of one point', () => {
  it('moves that point exactly, no other point, and leaves depth, on whatever face', () => {
    fc.assert(
      fc.property(fc.array(anyDrag, { maxLength: 12 }), anyDrag, (before, last) => {
        const start = before.reduce(dragged, [...face]);
        const end = dragged(start, last);
        for (const name of FACE_HANDLE_NAMES) {
          const [x, y] = pointOf(start, FACE_HANDLES[name]);
          const by = name === last.handle ? [last.dx, last.dy] : [0, 0];
          expect(pointOf(end, FACE_HANDLES[name])).toEqual([x + by[0], y + by[1]]);
        }
        expect(end.every((value) => Number.isFinite(value))).toBe(true);
        expect(end.filter((_, i) => i % 3 === 2)).toEqual(start.filter((_, i) => i % 3 === 2));
      }),
      { numRuns: 60, seed: 3 },
    );
  });

  it('stays finite where points lie on one another or on one line', () => {
    const heap = face.map((_, i) => (i % 3 === 0 ? 5 : i % 3 === 1 ? 7 : 0));
    const line = face.map((value, i) => (i % 3 === 0 ? value : 0));
    for (const odd of [heap, line]) {
      for (const handle of FACE_HANDLE_NAMES) {
        expect(dragShares(odd, handle).every((share) => Number.isFinite(share))).toBe(true);
      }
    }
  });

  it.each(FACE_HANDLE_NAMES)('%s: the further away, the less it moves', (handle) => {
    const shares = dragShares(face, handle);
    const from = pointOf(face, FACE_HANDLES[handle]);
    const ring = (first: number, end: number): number[] =>
      [...shares].filter((_, i) => {
        const [x, y] = pointOf(face, i);
        const distance = Math.hypot(x - from[0], y - from[1]) / unitPx;
        return distance >= first && distance < end;
      });
    const mean = (values: readonly number[]): number =>
      values.reduce((sum, value) => sum + Math.abs(value), 0) / Math.max(1, values.length);
    const most = (values: readonly number[]): number => Math.max(0, ...values.map(Math.abs));
    const rings = [ring(0, 0.12), ring(0.12, 0.5), ring(0.5, 1.8), ring(1.8, 9)];
    const means = rings.map(mean);
    expect(means).toEqual(means.toSorted((a, b) => b - a));
    expect(most([...shares])).toBeLessThan(1.15);
    expect(most(ring(0.9, 1.8))).toBeLessThan(0.15);
    expect(most(rings[3])).toBe(0);
  });

  it('has no steps: landmarks next to each other move alike', () => {
    const topology = new URL('../../resources/face/topology.json', import.meta.url);
    const { triangles } = JSON.parse(readFileSync(topology, 'utf8')) as { triangles: number[] };
    for (const handle of ['chin', 'leftEyeOuter', 'leftMouthCorner', 'noseTip'] as const) {
      const shares = dragShares(face, handle);
      for (let t = 0; t < triangles.length; t += 3) {
        const corners = triangles.slice(t, t + 3);
        const own = corners.map((i) => shares[i]);
        const across = Math.max(
          ...corners.map((i) => {
            const [x, y] = pointOf(face, i);
            const [a, b] = pointOf(face, corners[0]);
            return Math.hypot(x - a, y - b) / unitPx;
          }),
        );
        expect(Math.max(...own) - Math.min(...own)).toBeLessThan(0.1 + 6 * across);
      }
    }
  });
});

describe('drags of all points', () => {
  /** Each point once, to where `target` says, with the others waiting where they are. */
  function dragAll(target: (x: number, y: number) => readonly [number, number]): number[] {
    return FACE_HANDLE_NAMES.reduce((landmarks, handle) => {
      const [x, y] = pointOf(landmarks, FACE_HANDLES[handle]);
      const [toX, toY] = target(x, y);
      return dragged(landmarks, { handle, dx: toX - x, dy: toY - y });
    }, face);
  }

  /** In E. */
  function lengthOfMove(
    name: FaceHandle,
    target: (x: number, y: number) => readonly [number, number],
  ): number {
    const [x, y] = pointOf(face, FACE_HANDLES[name]);
    const [toX, toY] = target(x, y);
    return Math.hypot(toX - x, toY - y) / unitPx;
  }

  it.each([
    ['larger', (x: number, y: number) => [380 + 1.15 * (x - 380), 200 + 1.15 * (y - 200)] as const],
    [
      'tilted',
      (x: number, y: number) =>
        [380 + (x - 380) - 0.2 * (y - 200), 200 + (y - 200) + 0.2 * (x - 380)] as const,
    ],
  ])('carry the whole mesh along: %s', (_name, target) => {
    const end = dragAll(target);
    const misses = Array.from({ length: 478 }, (_, i) => {
      const [x, y] = pointOf(end, i);
      const [toX, toY] = target(...pointOf(face, i));
      return Math.hypot(x - toX, y - toY) / unitPx;
    });
    const moves = Math.max(...FACE_HANDLE_NAMES.map((name) => lengthOfMove(name, target)));
    expect(misses.reduce((sum, miss) => sum + miss, 0) / misses.length).toBeLessThan(0.1 * moves);
    expect(Math.max(...misses)).toBeLessThan(0.7 * moves);
  });

  it('the whole face moves as it is', () => {
    const end = dragLandmarks(face, dragShares(face, 'wholeFace'), 3, -4);
    const moved = face.map((value, i) => value + [3, -4, 0][i % 3]);
    expect(end).toEqual(moved);
  });

  it('every part has words', () => {
    expect(Object.keys(FACE_PART_WORDS).sort()).toEqual([...FACE_PARTS].sort());
  });
});
