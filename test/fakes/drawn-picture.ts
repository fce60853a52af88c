import { SeededRandom } from '#core/random/seeded-random.ts';
import type { RgbPicture } from '#main/media/picture/decode-picture.ts';

/** A picture computed pixel by pixel. */
export function drawPicture(
  width: number,
  height: number,
  colourAt: (x: number, y: number) => readonly [number, number, number],
): RgbPicture {
  const data = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i++) {
    data.set(colourAt(i % width, Math.floor(i / width)), i * 3);
  }
  return { width, height, data };
}

/** Sky, sun, hills, and a house with two round windows over a door: nobody is there. */
export function drawLandscape(width: number, height: number): RgbPicture {
  const random = SeededRandom.stream(5, 'landscape');
  return drawPicture(width, height, (px, py) => {
    const [x, y] = [px / width, py / height];
    const grain = 6 * random.normal();
    if (Math.hypot(x - 0.8, (y - 0.2) * 0.56) < 0.06) return [255, 220, 120];
    if (x > 0.15 && x < 0.35 && y > 0.5) {
      const isWindow =
        Math.min(Math.hypot(x - 0.2, (y - 0.6) * 0.56), Math.hypot(x - 0.3, (y - 0.6) * 0.56)) <
        0.02;
      const isDoor = x > 0.22 && x < 0.28 && y > 0.78;
      return isWindow || isDoor ? [40, 30, 30] : [190 + grain, 150 + grain, 120 + grain];
    }
    const hill = 0.65 + 0.1 * Math.sin(x * 7) + 0.03 * Math.sin(x * 31);
    return y > hill ? [60 + grain, 110 + grain, 50 + grain] : [130 + 90 * y, 180 + 50 * y, 240];
  });
}

/** The picture as in a mirror. */
export function mirrorPicture({ width, height, data }: RgbPicture): RgbPicture {
  return drawPicture(width, height, (x, y) => {
    const offset = (y * width + width - 1 - x) * 3;
    return [data[offset], data[offset + 1], data[offset + 2]];
  });
}

/** A canvas of one colour with a picture laid on it. */
export function placePicture(
  picture: RgbPicture,
  width: number,
  height: number,
  left: number,
  top: number,
): RgbPicture {
  return drawPicture(width, height, (x, y) => {
    const [px, py] = [x - left, y - top];
    if (px < 0 || py < 0 || px >= picture.width || py >= picture.height) return [96, 104, 112];
    const offset = (py * picture.width + px) * 3;
    return [picture.data[offset], picture.data[offset + 1], picture.data[offset + 2]];
  });
}
