// Structural similarity, Wang et al. 2004: the variant of the golden vectors (spec analysis 4).

const WINDOW = 11;
const SIGMA_PX = 1.5;
const C1 = (0.01 * 255) ** 2;
const C2 = (0.03 * 255) ** 2;

const KERNEL = gaussianKernel();

function gaussianKernel(): Float64Array {
  const half = (WINDOW - 1) / 2;
  const kernel = Float64Array.from({ length: WINDOW }, (_, i) =>
    Math.exp(-((i - half) ** 2) / (2 * SIGMA_PX * SIGMA_PX)),
  );
  const sum = kernel.reduce((total, weight) => total + weight, 0);
  return kernel.map((weight) => weight / sum);
}

/**
 * SSIM of two pictures: 11 x 11 Gaussian window of sigma 1.5, population variance, valid region only,
 * mean over the three channels. 1 for identical pictures. // [H, W, 3]
 * Throws RangeError when the sizes do not fit or a side is shorter than 11 pixels.
 */
export function ssim(a: Uint8Array, b: Uint8Array, width: number, height: number): number {
  if (a.length !== width * height * 3 || b.length !== a.length) {
    throw new RangeError('Both pictures need width x height x 3 samples');
  }
  if (width < WINDOW || height < WINDOW) throw new RangeError('SSIM needs 11 pixels on each side');
  let sum = 0;
  for (let channel = 0; channel < 3; channel++) {
    sum += channelSsim(plane(a, channel), plane(b, channel), width, height);
  }
  return sum / 3;
}

function plane(picture: Uint8Array, channel: number): Float64Array {
  return Float64Array.from({ length: picture.length / 3 }, (_, i) => picture[i * 3 + channel]);
}

function channelSsim(x: Float64Array, y: Float64Array, width: number, height: number): number {
  const blur = (values: Float64Array): Float64Array => blurValid(values, width, height);
  const product = (p: Float64Array, q: Float64Array): Float64Array =>
    p.map((value, i) => value * q[i]);
  const [meanX, meanY] = [blur(x), blur(y)];
  const [xx, yy, xy] = [blur(product(x, x)), blur(product(y, y)), blur(product(x, y))];
  let sum = 0;
  for (let i = 0; i < meanX.length; i++) {
    const [mx, my] = [meanX[i], meanY[i]];
    const varianceX = xx[i] - mx * mx;
    const varianceY = yy[i] - my * my;
    const covariance = xy[i] - mx * my;
    sum +=
      ((2 * mx * my + C1) * (2 * covariance + C2)) /
      ((mx * mx + my * my + C1) * (varianceX + varianceY + C2));
  }
  return sum / meanX.length;
}

/** Separable Gaussian without the border. // [H, W] -> [H - 10, W - 10] */
function blurValid(values: Float64Array, width: number, height: number): Float64Array {
  const outWidth = width - WINDOW + 1;
  const outHeight = height - WINDOW + 1;
  const rows = new Float64Array(outWidth * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < outWidth; x++) {
      let sum = 0;
      for (let tap = 0; tap < WINDOW; tap++) sum += KERNEL[tap] * values[y * width + x + tap];
      rows[y * outWidth + x] = sum;
    }
  }
  const result = new Float64Array(outWidth * outHeight);
  for (let y = 0; y < outHeight; y++) {
    for (let x = 0; x < outWidth; x++) {
      let sum = 0;
      for (let tap = 0; tap < WINDOW; tap++) sum += KERNEL[tap] * rows[(y + tap) * outWidth + x];
      result[y * outWidth + x] = sum;
    }
  }
  return result;
}
