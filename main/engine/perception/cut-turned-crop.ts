import type { RgbPicture } from '#main/media/picture/decode-picture.ts';
import type { CropWindow } from './crop-window.ts';

/** `cutCrop` for a crop that is turned against the picture. */
export function cutTurnedCrop(picture: RgbPicture, window: CropWindow): RgbPicture {
  const { outSide } = window;
  const step = window.side / outSide;
  const taps = Math.max(1, Math.ceil(step - 1e-9));
  const cos = Math.cos(window.angleRad) * step;
  const sin = Math.sin(window.angleRad) * step;
  const data = new Uint8Array(outSide * outSide * 3);
  const sum = new Float64Array(3);
  let out = 0;
  for (let row = 0; row < outSide; row++) {
    for (let column = 0; column < outSide; column++) {
      sum.fill(0);
      for (let tap = 0; tap < taps * taps; tap++) {
        const u = column + ((tap % taps) + 0.5) / taps - outSide / 2;
        const v = row + (Math.floor(tap / taps) + 0.5) / taps - outSide / 2;
        addBilinear(
          picture,
          window.centreX + u * cos - v * sin,
          window.centreY + u * sin + v * cos,
          sum,
        );
      }
      for (let channel = 0; channel < 3; channel++) {
        data[out++] = Math.round(sum[channel] / (taps * taps));
      }
    }
  }
  return { width: outSide, height: outSide, data };
}

/** Pixel centres lie at half integers; what is outside the picture adds nothing. */
function addBilinear(picture: RgbPicture, x: number, y: number, sum: Float64Array): void {
  const { width, height, data } = picture;
  const left = Math.floor(x - 0.5);
  const top = Math.floor(y - 0.5);
  if (left < -1 || top < -1 || left >= width || top >= height) return;
  const fx = x - 0.5 - left;
  const fy = y - 0.5 - top;
  const offset = (top * width + left) * 3;
  const isLeftInside = left >= 0;
  const isRightInside = left + 1 < width;
  if (top >= 0) {
    if (isLeftInside) addPixel(data, offset, (1 - fx) * (1 - fy), sum);
    if (isRightInside) addPixel(data, offset + 3, fx * (1 - fy), sum);
  }
  if (top + 1 < height) {
    const below = offset + width * 3;
    if (isLeftInside) addPixel(data, below, (1 - fx) * fy, sum);
    if (isRightInside) addPixel(data, below + 3, fx * fy, sum);
  }
}

function addPixel(data: Uint8Array, offset: number, weight: number, sum: Float64Array): void {
  sum[0] += weight * data[offset];
  sum[1] += weight * data[offset + 1];
  sum[2] += weight * data[offset + 2];
}
