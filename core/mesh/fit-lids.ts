// The mesh can miss an eye's outline by a tenth of its width, mostly at the corners; lids that
// close along it would leave lashes and white. The picture tells where the eye ends: everything
// connected to the inside of the mesh's eye that does not look like skin.

import type { EyeGroup } from './landmark-groups.ts';
import { eyeContour, EYES, FACE_VERTICES } from './landmark-groups.ts';
import { colorAt, lumaOf, meanColor, saturationOf } from './picture-color.ts';
import type { PixelBounds, Point2 } from './polygon.ts';
import { distanceInside, pixelBounds } from './polygon.ts';
import type { Rgb, RgbPicture } from './puppet.ts';
import { movePoint, shiftVertex, type RestShape } from './rest-shape.ts';

/** The outline may lie this far outside the mesh's lid line, in E; further out it is a leak. */
const SEARCH_ASIDE = 0.16;
const SEARCH_UP = 0.05;
/** Where a lid seems to have no end, shadows do not either: this share of the search is taken. */
const LEAK_SHARE = 0.5;
/** Vertices around the eye give way within this distance of the lid line, in E. */
const GIVE_WAY = 0.16;
/** Least distance between the lid line and the next row of the mesh, in E. */
const ROW_GAP = 0.012;

/** Lashes and iris are darker than the skin, the white of the eye is paler. */
function isEye(color: Rgb, skin: Rgb): boolean {
  const luma = lumaOf(color);
  const skinLuma = lumaOf(skin);
  if (luma < 0.6 * skinLuma) return true;
  return luma > 0.6 * skinLuma && saturationOf(color) < 0.5 * saturationOf(skin);
}

interface EyeRegion {
  readonly bounds: PixelBounds;
  /** 1 where the eye is. */
  readonly mask: Uint8Array;
}

/** Floods from the inside of the mesh's eye over everything that is not skin. */
function findEye(
  shape: RestShape,
  picture: RgbPicture,
  ring: readonly Point2[],
  skin: Rgb,
): EyeRegion {
  const margin = (SEARCH_ASIDE + 0.02) * shape.frame.unitPx;
  const bounds = pixelBounds(ring, margin, picture.width, picture.height);
  const width = bounds.right - bounds.left;
  const height = bounds.bottom - bounds.top;
  const mask = new Uint8Array(width * height);
  const queue: number[] = [];
  const visit = (x: number, y: number, isSeed: boolean): void => {
    if (x < 0 || y < 0 || x >= width || y >= height || mask[y * width + x] === 1) return;
    const color = colorAt(picture, bounds.left + x, bounds.top + y);
    if (!isSeed && !isEye(color, skin)) return;
    mask[y * width + x] = 1;
    queue.push(y * width + x);
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (distanceInside(ring, bounds.left + x, bounds.top + y) > 0) visit(x, y, true);
    }
  }
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    const x = at % width;
    const y = (at - x) / width;
    visit(x - 1, y, false);
    visit(x + 1, y, false);
    visit(x, y - 1, false);
    visit(x, y + 1, false);
  }
  return { bounds, mask };
}

function isInRegion({ bounds, mask }: EyeRegion, x: number, y: number): boolean {
  const column = Math.round(x) - bounds.left;
  const row = Math.round(y) - bounds.top;
  const width = bounds.right - bounds.left;
  if (column < 0 || row < 0 || column >= width || row >= bounds.bottom - bounds.top) return false;
  return mask[row * width + column] === 1;
}

/** Pixels from `from` outwards along a direction until the eye ends; null when it never does. */
function reachOf(
  region: EyeRegion,
  from: Point2,
  dx: number,
  dy: number,
  limitPx: number,
): number | null {
  for (let step = 0; step <= limitPx; step += 0.5) {
    if (!isInRegion(region, from[0] + dx * step, from[1] + dy * step)) return step;
  }
  return null;
}

/** The corner may point a little up or down: the furthest reach of several directions. */
function cornerShift(
  region: EyeRegion,
  from: Point2,
  dx: number,
  dy: number,
  limitPx: number,
): Point2 {
  let best: Point2 = [0, 0];
  for (const turn of [0, -0.2, 0.2, -0.4, 0.4]) {
    const tx = dx * Math.cos(turn) - dy * Math.sin(turn);
    const ty = dx * Math.sin(turn) + dy * Math.cos(turn);
    const reach = reachOf(region, from, tx, ty, limitPx) ?? 0;
    if (reach > Math.hypot(best[0], best[1]) + 0.5) best = [tx * reach, ty * reach];
  }
  return best;
}

function fitEye(shape: RestShape, picture: RgbPicture, eye: EyeGroup): void {
  const { unitPx } = shape.frame;
  const pixel = (vertex: number): Point2 => [shape.points[vertex][0], shape.points[vertex][1]];
  const vertices = eyeContour(eye);
  const ring = vertices.map(pixel);
  const skin = meanColor(eye.bag.map((v) => colorAt(picture, ...pixel(v))));
  const region = findEye(shape, picture, ring, skin);
  const [a, b] = eye.corners.map(pixel);
  const axis = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
  const [ax, ay] = [(b[0] - a[0]) / axis, (b[1] - a[1]) / axis];
  const shiftOf = (vertex: number): Point2 => {
    const from = pixel(vertex);
    if (vertex === eye.corners[0])
      return cornerShift(region, from, -ax, -ay, SEARCH_ASIDE * unitPx);
    if (vertex === eye.corners[1]) return cornerShift(region, from, ax, ay, SEARCH_ASIDE * unitPx);
    const side = eye.upper.includes(vertex) ? 1 : -1;
    const limitPx = SEARCH_UP * unitPx;
    const reach = reachOf(region, from, ay * side, -ax * side, limitPx) ?? LEAK_SHARE * limitPx;
    return [ay * side * reach, -ax * side * reach];
  };
  const shifts = vertices.map(shiftOf);
  for (const lid of [eye.upper, eye.lower]) smoothLid(vertices, shifts, lid);
  spreadCorners(vertices, shifts, eye);
  giveWay(shape, ring, shifts);
  keepOrder(shape, eye.upper, eye.crease, 1);
  keepOrder(shape, eye.lower, eye.bag, -1);
}

/** A single lash must not dent the lid line: every shift becomes the mean of its neighbourhood. */
function smoothLid(vertices: readonly number[], shifts: Point2[], lid: readonly number[]): void {
  const places = lid.map((vertex) => vertices.indexOf(vertex));
  for (let round = 0; round < 2; round++) {
    const before = places.map((at) => shifts[at]);
    places.forEach((at, i) => {
      const left = before[Math.max(0, i - 1)];
      const right = before[Math.min(before.length - 1, i + 1)];
      shifts[at] = [
        (left[0] + 2 * before[i][0] + right[0]) / 4,
        (left[1] + 2 * before[i][1] + right[1]) / 4,
      ];
    });
  }
}

/** Lid vertices slide along with their corner, the more the nearer they are. */
function spreadCorners(vertices: readonly number[], shifts: Point2[], eye: EyeGroup): void {
  const first = shifts[vertices.indexOf(eye.corners[0])];
  const last = shifts[vertices.indexOf(eye.corners[1])];
  const slide = (lid: readonly number[]): void => {
    lid.forEach((vertex, i) => {
      const t = (i + 1) / (lid.length + 1);
      const at = vertices.indexOf(vertex);
      const share = [(1 - t) ** 1.5, t ** 1.5];
      shifts[at] = [
        shifts[at][0] + share[0] * first[0] + share[1] * last[0],
        shifts[at][1] + share[0] * first[1] + share[1] * last[1],
      ];
    });
  };
  slide(eye.upper);
  slide(eye.lower);
}

/** Moves the lid line by `shifts` and everything near it along, fading with distance. */
function giveWay(shape: RestShape, ring: readonly Point2[], shifts: readonly Point2[]): void {
  const { unitPx } = shape.frame;
  const moves: Point2[] = [];
  for (let v = 0; v < FACE_VERTICES; v++) {
    const [x, y] = shape.points[v];
    let sum = 0;
    let sx = 0;
    let sy = 0;
    let nearest = Infinity;
    ring.forEach((point, i) => {
      const distance = Math.hypot(x - point[0], y - point[1]) / unitPx;
      nearest = Math.min(nearest, distance);
      const weight = 1 / (distance * distance + 1e-6);
      sum += weight;
      sx += weight * shifts[i][0];
      sy += weight * shifts[i][1];
    });
    const fade = Math.max(0, 1 - nearest / GIVE_WAY) ** 1.2;
    moves.push([(fade * sx) / sum, (fade * sy) / sum]);
  }
  moves.forEach(([dx, dy], vertex) => {
    if (dx !== 0 || dy !== 0) movePoint(shape, vertex, dx, dy);
  });
}

/** A lid vertex stays on its side of the next row: `side` 1 below it, -1 above. */
function keepOrder(
  shape: RestShape,
  lid: readonly number[],
  row: readonly number[],
  side: 1 | -1,
): void {
  lid.forEach((vertex, i) => {
    const gap = side * (shape.local[vertex][1] - shape.local[row[i]][1]);
    if (gap < ROW_GAP) shiftVertex(shape, vertex, 0, side * (ROW_GAP - gap));
  });
}

/** Moves both eyes' lid lines, and the mesh around them, onto the eyes of the picture. */
export function fitLids(shape: RestShape, picture: RgbPicture): void {
  for (const eye of EYES) fitEye(shape, picture, eye);
}
