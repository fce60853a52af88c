import { beforeAll, describe, expect, it } from 'vitest';
import type { SampleScene } from '../../test/fixtures/sample-scene.ts';
import { loadSampleScene } from '../../test/fixtures/sample-scene.ts';
import { fitLids } from './fit-lids.ts';
import { EYES, MOUTH_CONTOUR } from './landmark-groups.ts';
import type { RgbPicture } from './puppet.ts';
import { buildRestShape } from './rest-shape.ts';
import { snapLips } from './snap-lips.ts';

let scene: SampleScene;

beforeAll(async () => {
  scene = await loadSampleScene(1280, false);
});

const SKIN = [210, 160, 130];

/** Skin everywhere; `paint` may put another colour on a pixel. */
function flatPicture(paint: (x: number, y: number) => readonly number[] | null): RgbPicture {
  const { width, height } = scene.picture;
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) data.set(paint(x, y) ?? SKIN, 3 * (y * width + x));
  }
  return { width, height, data };
}

describe('fitLids', () => {
  it('reaches the corners of an eye that is wider than the mesh says', () => {
    const { landmarks } = scene.faces[0];
    const shape = buildRestShape(landmarks);
    const eye = EYES[0];
    const [a, b] = eye.corners.map((v) => [...shape.points[v]]);
    const axis = [(b[0] - a[0]) / 2, (b[1] - a[1]) / 2];
    const half = Math.hypot(...axis);
    const picture = flatPicture((x, y) => {
      const [dx, dy] = [x - (a[0] + b[0]) / 2, y - (a[1] + b[1]) / 2];
      const along = (dx * axis[0] + dy * axis[1]) / half / (half + 7);
      const across = (dy * axis[0] - dx * axis[1]) / half / 8;
      return along * along + across * across < 1 ? [235, 235, 235] : null;
    });
    fitLids(shape, picture);
    eye.corners.forEach((corner, i) => {
      const shift = (shape.points[corner][0] - [a, b][i][0]) * (i === 0 ? -1 : 1);
      expect(shift).toBeGreaterThan(4.5);
      expect(shift).toBeLessThan(9);
    });
  });

  it('leaves the mesh alone where skin surrounds the eye at once', () => {
    const shape = buildRestShape(scene.faces[0].landmarks);
    const before = shape.points.map((p) => [...p]);
    fitLids(
      shape,
      flatPicture(() => null),
    );
    const moved = shape.points.map((p, v) => Math.hypot(p[0] - before[v][0], p[1] - before[v][1]));
    expect(Math.max(...moved)).toBeLessThan(1.5);
  });

  it('does not fold the rows around the eyes on the sample', () => {
    for (const face of scene.faces) {
      const shape = buildRestShape(face.landmarks);
      fitLids(shape, scene.picture);
      for (const eye of EYES) {
        eye.upper.forEach((vertex, i) => {
          expect(shape.local[vertex][1]).toBeGreaterThan(shape.local[eye.crease[i]][1]);
          expect(shape.local[eye.lower[i]][1]).toBeLessThan(shape.local[eye.bag[i]][1]);
        });
      }
    }
  });
});

describe('snapLips', () => {
  it('moves the inner lip line off teeth that lie on the lip, and nothing else', () => {
    const shape = buildRestShape(scene.faces[0].landmarks);
    const top = shape.points[13];
    const teeth = flatPicture((x, y) =>
      Math.abs(x - top[0]) < 30 && Math.abs(y - top[1]) < 3 ? [240, 238, 230] : [190, 80, 80],
    );
    const before = shape.points.map((p) => [...p]);
    snapLips(shape, teeth);
    expect(shape.points[13][1]).toBeLessThan(before[13][1] - 0.8);
    expect(shape.points[1]).toEqual(before[1]);
  });

  it('keeps a line that already runs between lip and lip', () => {
    const shape = buildRestShape(scene.faces[0].landmarks);
    const before = MOUTH_CONTOUR.map((v) => [...shape.points[v]]);
    snapLips(
      shape,
      flatPicture(() => [190, 80, 80]),
    );
    expect(MOUTH_CONTOUR.map((v) => shape.points[v])).toEqual(before);
  });
});
