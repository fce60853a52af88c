// How far every cell of a grid is from a shape, in cells: to find the nearest person at once.

const STRAIGHT = 1;
const SLANTED = Math.SQRT2;
const INSIDE = 128;

/** Two sweeps with the neighbours' distances; off by less than 8 %. // [height, width] */
export function distanceField(
  coverage: ArrayLike<number>,
  width: number,
  height: number,
): Float32Array {
  const far = width + height;
  const field = Float32Array.from(coverage, (value) => (value >= INSIDE ? 0 : far));
  const relax = (x: number, y: number, dx: number, dy: number, cost: number): void => {
    const [nx, ny] = [x + dx, y + dy];
    if (nx < 0 || nx >= width || ny < 0 || ny >= height) return;
    const index = y * width + x;
    field[index] = Math.min(field[index], field[ny * width + nx] + cost);
  };
  const sweep = (direction: 1 | -1): void => {
    for (let row = 0; row < height; row++) {
      const y = direction === 1 ? row : height - 1 - row;
      for (let column = 0; column < width; column++) {
        const x = direction === 1 ? column : width - 1 - column;
        relax(x, y, -direction, 0, STRAIGHT);
        relax(x, y, 0, -direction, STRAIGHT);
        relax(x, y, -direction, -direction, SLANTED);
        relax(x, y, direction, -direction, SLANTED);
      }
    }
  };
  sweep(1);
  sweep(-1);
  return field;
}
