// How much mouths move on the monitor: the film stepped through frame by frame, mouths cut out and compared.
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import type { FaceAnalysis } from '#core/people/face-analysis.ts';

/** Corners, and the edges of both lips. */
const MOUTH = [61, 291, 0, 17];
/** From between the eyes to above the upper lip: moves with the head only. */
const NOSE = [48, 278, 168, 2];
/** Part of a box's width that is added around it: lips grow when they open. */
const MARGIN = 0.2;
const FRAMES_PER_STEP = 2;

interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Around points of a face, in pixels of the picture, with room below: for the jaw, where it is a mouth. */
function boxAround({ landmarks }: FaceAnalysis, points: readonly number[]): PixelBox {
  const xs = points.map((index) => landmarks[3 * index] ?? NaN);
  const ys = points.map((index) => landmarks[3 * index + 1] ?? NaN);
  const margin = MARGIN * (Math.max(...xs) - Math.min(...xs));
  const [left, top] = [Math.min(...xs) - margin, Math.min(...ys) - margin];
  return {
    left,
    top,
    width: Math.max(...xs) + margin - left,
    height: Math.max(...ys) + 2 * margin - top,
  };
}

/** Seeks by keys, as a user without a mouse does. */
async function seekFrame(page: Page, frame: number): Promise<void> {
  await page.keyboard.press('Home');
  for (let left = frame; left > 0; left -= left >= 10 ? 10 : 1)
    await page.keyboard.press(left >= 10 ? 'Shift+ArrowRight' : 'ArrowRight');
}

/** Two frames of the page: what was asked for has been drawn in the first. */
const DRAWN = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))';

/** The picture on screen after everything asked for has been drawn, in the size of its file. */
async function shownPicture(page: Page, width: number): Promise<Buffer> {
  await page.locator('.source-label[data-tone=live]').waitFor();
  await page.evaluate(DRAWN);
  const clip = await page.locator('.picture').boundingBox();
  if (clip === null) throw new Error('There is no picture on the monitor.');
  return sharp(await page.screenshot({ clip }))
    .resize({ width })
    .png()
    .toBuffer();
}

function pixelsOf(picture: Buffer, box: PixelBox): Promise<Uint8Array> {
  const [left, top] = [Math.round(box.left), Math.round(box.top)];
  const [width, height] = [Math.round(box.width), Math.round(box.height)];
  return sharp(picture).extract({ left, top, width, height }).greyscale().raw().toBuffer();
}

/** Mean absolute difference of two cuts, in levels of 255. */
function difference(one: Uint8Array, other: Uint8Array): number {
  return one.reduce((sum, level, i) => sum + Math.abs(level - (other[i] ?? 0)), 0) / one.length;
}

/**
 * How much more every mouth moves than the nose above it, in levels of 255 between steps of two frames:
 * a head that nods moves both.
 * @param pictureWidth of the file that the faces were found in
 */
export async function mouthMotion(
  page: Page,
  faces: readonly FaceAnalysis[],
  pictureWidth: number,
  span: { readonly firstFrame: number; readonly steps: number },
): Promise<number[]> {
  const boxes = faces.flatMap((face) => [boxAround(face, MOUTH), boxAround(face, NOSE)]);
  await seekFrame(page, span.firstFrame);
  let before: Uint8Array[] | null = null;
  const sums = boxes.map(() => 0);
  for (let step = 0; step <= span.steps; step++) {
    const picture = await shownPicture(page, pictureWidth);
    const now = await Promise.all(boxes.map((box) => pixelsOf(picture, box)));
    for (const [i, pixels] of now.entries())
      sums[i] = (sums[i] ?? 0) + (before === null ? 0 : difference(pixels, before[i] ?? pixels));
    before = now;
    for (let i = 0; i < FRAMES_PER_STEP; i++) await page.keyboard.press('ArrowRight');
  }
  return faces.map((_, i) => ((sums[2 * i] ?? NaN) - (sums[2 * i + 1] ?? NaN)) / span.steps);
}
