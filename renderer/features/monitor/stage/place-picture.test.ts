import { expect, test } from 'vitest';
import { FIT, fitZoom, placePicture, zoomAt, zoomToBox } from './place-picture.ts';

const stage = { width: 1024, height: 516 };
const film = { width: 1000, height: 500 };

test('fits with 12 px at the sides and 8 px at the ends, centred', () => {
  expect(placePicture(stage, film, FIT)).toEqual({
    left: 12,
    top: 8,
    width: 1000,
    height: 500,
    scale: 1,
  });
  expect(fitZoom({ width: 524, height: 900 }, film)).toBe(0.5);
  expect(placePicture({ width: 524, height: 900 }, film, FIT)).toMatchObject({
    left: 12,
    top: 325,
  });
});

test('zooming keeps the point under the pointer', () => {
  const pointer = { x: 700, y: 130 };
  const under = (view: typeof FIT): [number, number] => {
    const { left, top, scale } = placePicture(stage, film, view);
    return [(pointer.x - left) / scale, (pointer.y - top) / scale];
  };
  const [x, y] = under(FIT);
  let view = zoomAt(stage, film, FIT, { factor: 2, ...pointer });
  view = zoomAt(stage, film, view, { factor: 1.25, ...pointer });
  expect(view.zoom).toBe(2.5);
  expect(under(view)[0]).toBeCloseTo(x, 0);
  expect(under(view)[1]).toBeCloseTo(y, 0);
});

test('the zoom has ends, and the picture cannot be lost', () => {
  const far = zoomAt(stage, film, FIT, { factor: 1000, x: 0, y: 0 });
  expect(far.zoom).toBe(8);
  const lost = placePicture(stage, film, { zoom: 1, panX: 90_000, panY: -90_000 });
  expect(lost.left).toBe(stage.width - 48);
  expect(lost.top + lost.height).toBe(48);
});

test('a box comes near and into the middle, unless it is near already', () => {
  const view = zoomToBox(stage, film, [300, 100, 80, 100]);
  const { left, top, scale } = placePicture(stage, film, view!);
  expect(left + 340 * scale).toBeCloseTo(stage.width / 2, -1);
  expect(top + 150 * scale).toBeCloseTo(stage.height / 2, -1);
  expect(100 * scale).toBeGreaterThan(0.8 * stage.height);
  expect(100 * scale).toBeLessThan(stage.height);
  expect(zoomToBox(stage, film, [0, 0, 1000, 500])).toBeNull();
  expect(zoomToBox(stage, film, [500, 200, 2, 2])?.zoom).toBe(8);
});
