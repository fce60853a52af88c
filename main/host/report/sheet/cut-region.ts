// A region of a frame, kept inside the frame.

export interface RgbTile {
  readonly width: number;
  readonly height: number;
  /** sRGB // [H, W, 3] */
  readonly data: Uint8Array;
}

export type Region = readonly [x: number, y: number, width: number, height: number];

/** Copies `region` of `frame`; what lies outside the frame is moved inside, the size stays if it can. */
export function cutRegion(frame: RgbTile, region: Region): RgbTile {
  const [left, width] = fit(region[0], region[2], frame.width);
  const [top, height] = fit(region[1], region[3], frame.height);
  const data = new Uint8Array(width * height * 3);
  for (let row = 0; row < height; row++) {
    const from = ((top + row) * frame.width + left) * 3;
    data.set(frame.data.subarray(from, from + width * 3), row * width * 3);
  }
  return { width, height, data };
}

function fit(
  start: number,
  length: number,
  limit: number,
): readonly [start: number, length: number] {
  const whole = Math.min(limit, Math.max(1, Math.round(length)));
  return [Math.min(limit - whole, Math.max(0, Math.round(start))), whole];
}

/** The lower half of a face from the nose to a little below the chin, 4:3. */
export function mouthRegion([x, y, width, height]: Region): Region {
  const regionWidth = Math.max(width * 0.95, height * 0.75);
  const regionHeight = regionWidth * 0.75;
  return [
    x + (width - regionWidth) / 2,
    y + height * 0.74 - regionHeight / 2,
    regionWidth,
    regionHeight,
  ];
}
