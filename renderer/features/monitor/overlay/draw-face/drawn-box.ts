// The box that a user draws around a face, in pixels of the picture.
import type { Box } from '#core/people/face-analysis.ts';
import type { StageSize } from '../../stage/place-picture.ts';

/** Where keys begin: as high as a face often is, over the height of the picture. */
const FIRST_HEIGHT = 0.3;
const FIRST_ASPECT = 0.8;
/** A step of a key, over the height of the picture. */
const STEP = 0.02;

export type Point = readonly [x: number, y: number];

/** From corner to corner, inside the picture. */
export function boxBetween(from: Point, to: Point, picture: StageSize): Box {
  const x = (value: number): number => Math.min(picture.width, Math.max(0, value));
  const y = (value: number): number => Math.min(picture.height, Math.max(0, value));
  const [left, right] = [x(Math.min(from[0], to[0])), x(Math.max(from[0], to[0]))];
  const [top, bottom] = [y(Math.min(from[1], to[1])), y(Math.max(from[1], to[1]))];
  return [left, top, right - left, bottom - top];
}

export function firstBox({ width, height }: StageSize): Box {
  const side = FIRST_HEIGHT * height;
  const across = Math.min(width, FIRST_ASPECT * side);
  return [(width - across) / 2, (height - side) / 2, across, side];
}

const DIRECTIONS: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * The box after an arrow key: moved, or with Shift made larger and smaller.
 * @returns null when the key is no arrow
 */
export function boxAfterKey(
  box: Box,
  key: string,
  isResizing: boolean,
  picture: StageSize,
): Box | null {
  const direction = DIRECTIONS[key] as Point | undefined;
  if (direction === undefined) return null;
  const step = STEP * picture.height;
  const [dx, dy] = [direction[0] * step, direction[1] * step];
  const [x, y, width, height] = box;
  if (isResizing)
    return [
      x,
      y,
      Math.min(picture.width - x, Math.max(step, width + dx)),
      Math.min(picture.height - y, Math.max(step, height + dy)),
    ];
  return [
    Math.min(picture.width - width, Math.max(0, x + dx)),
    Math.min(picture.height - height, Math.max(0, y + dy)),
    width,
    height,
  ];
}
