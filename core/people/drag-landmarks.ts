// Dragging one point of a face: the mesh around it follows, the other points of the user stay where
// they are. Moving least squares: for each landmark the affine map that fits the dragged point and the
// resting ones best, the nearer the more (Schaefer, McPhail, Warren 2006). Only one point moves, so all
// of it comes down to one number per landmark: its share of the drag.
import { FACE_HANDLE_NAMES, FACE_HANDLES, type FacePart } from './face-handles.ts';
import { faceAxes } from './face-geometry.ts';

/** How fast a point loses its say with distance. */
const FALL_OFF = 1.5;
/** Keeps weights finite where landmarks coincide, in E. */
const NEAREST = 1e-4;
/** Keeps the fit solvable when all points lie on one line, against its trace. */
const LEAST_SPREAD = 1e-6;
/** In E: the drag is felt in full up to here, and no longer at all from there on. */
const FULL_REACH = 0.9;
const END_OF_REACH = 1.8;

interface Handle {
  readonly x: number;
  readonly y: number;
  readonly isDragged: boolean;
}

/**
 * How much of a drag of `part` each landmark takes over: exactly 1 at the point itself, exactly 0 at
 * the other points, the same for every length and direction of the drag.
 * @param landmarks // [N*3]
 * @returns // [N]
 */
export function dragShares(landmarks: readonly number[], part: FacePart): Float64Array {
  const count = landmarks.length / 3;
  const shares = new Float64Array(count);
  if (part === 'wholeFace') return shares.fill(1);
  const unitPx = Math.max(1e-6, faceAxes(landmarks).unitPx);
  const at = (index: number): readonly [number, number] => [
    landmarks[3 * index] / unitPx,
    landmarks[3 * index + 1] / unitPx,
  ];
  const handles = FACE_HANDLE_NAMES.map((name): Handle => {
    const [x, y] = at(FACE_HANDLES[name]);
    return { x, y, isDragged: name === part };
  });
  const [dragX, dragY] = at(FACE_HANDLES[part]);
  for (let i = 0; i < count; i++) {
    const [x, y] = at(i);
    shares[i] = shareAt(x, y, handles) * reachAt(Math.hypot(x - dragX, y - dragY));
  }
  for (const name of FACE_HANDLE_NAMES) shares[FACE_HANDLES[name]] = name === part ? 1 : 0;
  return shares;
}

/** The affine fit at one place, of a field that is 1 at the dragged point and 0 at the others. */
function shareAt(x: number, y: number, handles: readonly Handle[]): number {
  const weights = handles.map(
    (handle) => 1 / ((handle.x - x) ** 2 + (handle.y - y) ** 2 + NEAREST ** 2) ** FALL_OFF,
  );
  let [sum, meanX, meanY] = [0, 0, 0];
  handles.forEach((handle, i) => {
    sum += weights[i];
    meanX += weights[i] * handle.x;
    meanY += weights[i] * handle.y;
  });
  meanX /= sum;
  meanY /= sum;
  let [xx, xy, yy, towardsX, towardsY, share] = [0, 0, 0, 0, 0, 0];
  handles.forEach((handle, i) => {
    const [dx, dy] = [handle.x - meanX, handle.y - meanY];
    const weight = weights[i] / sum;
    xx += weight * dx * dx;
    xy += weight * dx * dy;
    yy += weight * dy * dy;
    if (!handle.isDragged) return;
    share = weight;
    [towardsX, towardsY] = [weight * dx, weight * dy];
  });
  const floor = LEAST_SPREAD * (xx + yy);
  [xx, yy] = [xx + floor, yy + floor];
  const determinant = xx * yy - xy * xy;
  if (!(determinant > 0)) return share;
  const [fromX, fromY] = [x - meanX, y - meanY];
  const slopeX = (yy * towardsX - xy * towardsY) / determinant;
  const slopeY = (xx * towardsY - xy * towardsX) / determinant;
  return share + fromX * slopeX + fromY * slopeY;
}

/** 1 near the dragged point, falling smoothly to 0. */
function reachAt(distance: number): number {
  const t = Math.min(1, Math.max(0, (distance - FULL_REACH) / (END_OF_REACH - FULL_REACH)));
  return 1 - t * t * (3 - 2 * t);
}

/**
 * Landmarks after a drag by (dx, dy) pixels. Depth stays.
 * @param shares of `dragShares`
 */
export function dragLandmarks(
  landmarks: readonly number[],
  shares: Float64Array,
  dx: number,
  dy: number,
): number[] {
  return landmarks.map((value, i) => {
    const axis = i % 3;
    if (axis === 2) return value;
    return value + shares[(i - axis) / 3] * (axis === 0 ? dx : dy);
  });
}
