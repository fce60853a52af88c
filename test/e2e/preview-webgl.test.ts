// The live preview against the film: what WebGL draws in a real browser is what the rasteriser draws.

import sharp from 'sharp';
import { afterAll, beforeAll, expect, test, type TestContext } from 'vitest';
import type { Box } from '#core/people/face-analysis.ts';
import { psnrDb } from '#core/metrics/picture-difference.ts';
import { ssim } from '#core/metrics/ssim.ts';
import { FaceDetector } from '#main/engine/perception/face-detector.ts';
import {
  analyzedStage,
  compositorOf,
  facesOnStage,
  motionOf,
  sampleStage,
  type MotionValues,
} from '../fixtures/preview-stages.ts';
import { findChromium, NO_CHROMIUM } from '../support/chromium.ts';
import { keepFrames } from '../support/keep-frames.ts';
import {
  PreviewBrowser,
  type PixelTransport,
  type PreviewStage,
} from '../support/preview-browser.ts';
import { sharedFile } from '../support/sample.ts';

const MIN_FRAME_SSIM = 0.98;
const MIN_FACE_SSIM = 0.96;
/** The film is made smaller by another filter. */
const LEAST_SMALLER_SSIM = 0.95;

/** Together they use every parameter and every layer: lids, irises, teeth, tongue, seam, lashes. */
const MOTIONS = {
  rest: {},
  shut: { gap: 0, close: 1, blinkL: 1, blinkR: 1, browInner: -1, browOuter: -0.5 },
  open: { gap: 0.2, tongue: 0.4, blinkL: 0.4, blinkR: 0.6 },
  wide: { gap: 0.32, width: 0.6, jaw: 0.1, gazeX: 0.03, gazeY: -0.02, browInner: 1, breath: -0.6 },
  rounded: { gap: 0.12, round: 1, width: -0.6 },
  smile: { gap: 0.05, smile: 1, asymmetry: 0.4, squint: 0.5 },
  bite: { gap: 0.06, labiodental: 1 },
  turned: { gap: 0.1, yaw: 0.3, pitch: 0.15, roll: 0.2, tx: 0.2 },
  nod: { pitch: -0.3, yaw: -0.35, roll: -0.25, ty: 0.1, scale: 0.08, lean: 0.08, breath: 1 },
} satisfies Readonly<Record<string, MotionValues>>;
type MotionName = keyof typeof MOTIONS;

const browser = new PreviewBrowser();

beforeAll(async () => {
  if (findChromium() !== null) await browser.open();
});

afterAll(async () => {
  await browser.close();
  if (frameSsims.length === 0) return;
  const mean = frameSsims.reduce((sum, each) => sum + each, 0) / frameSsims.length;
  console.log(
    `preview and rasteriser, ${frameSsims.length} frames: ` +
      `SSIM min ${Math.min(...frameSsims).toFixed(5)}, mean ${mean.toFixed(5)}`,
  );
});

function needsChromium(context: TestContext): void {
  context.skip(findChromium() === null, NO_CHROMIUM);
}

function crop(rgb: Uint8Array, stage: PreviewStage, [x, y, w, h]: Box) {
  const left = Math.max(0, Math.floor(x));
  const top = Math.max(0, Math.floor(y));
  const width = Math.min(stage.width, Math.ceil(x + w)) - left;
  const height = Math.min(stage.height, Math.ceil(y + h)) - top;
  const data = new Uint8Array(3 * width * height);
  for (let row = 0; row < height; row++) {
    const from = 3 * ((top + row) * stage.width + left);
    data.set(rgb.subarray(from, from + 3 * width), 3 * row * width);
  }
  return { data, width, height };
}

/** Of whole frames, over all scenes and motions. */
const frameSsims: number[] = [];

/** Draws motions on both sides and compares frames and faces. */
async function compare(
  stage: PreviewStage,
  names: readonly MotionName[],
  transport: PixelTransport = 'bytes',
): Promise<void> {
  const compositor = compositorOf(stage);
  await browser.show(stage, transport);
  const { width, height } = stage;
  for (const name of names) {
    const motion = motionOf(stage, MOTIONS[name]);
    const film = new Uint8Array(width * height * 3);
    compositor.renderRgb(motion, film);
    const shown = await browser.frame(motion);
    await keepFrames(`${stage.name} ${name}`, { width, height, shown, film });
    const whole = ssim(shown, film, width, height);
    frameSsims.push(whole);
    const faces = facesOnStage(stage).map(({ box }) => {
      const [a, b] = [crop(shown, stage, box), crop(film, stage, box)];
      return ssim(a.data, b.data, a.width, a.height);
    });
    const figures = [whole, ...faces].map((value) => value.toFixed(5));
    console.log(
      `${stage.name}, ${name}: frame ${figures[0]}, faces ${figures.slice(1).join(' ')}, ` +
        `${psnrDb(shown, film).toFixed(1)} dB`,
    );
    expect(whole, name).toBeGreaterThanOrEqual(MIN_FRAME_SSIM);
    for (const face of faces) expect(face, name).toBeGreaterThan(MIN_FACE_SSIM);
  }
}

test('the sample over its clean plate looks as in the film', async (context) => {
  needsChromium(context);
  const stage = await sampleStage(true, 1);
  await compare(stage, ['shut', 'wide', 'turned']);
  const motions = Object.values(MOTIONS).map((values) => [...motionOf(stage, values)]);
  for (const scale of [0.5, 1]) {
    const times = await browser.run(`time(${JSON.stringify(motions)}, 18, ${scale})`);
    console.log(`${stage.name} drawn at ${scale}: ${JSON.stringify(times)} ms a frame`);
  }
});

test.for([0.75, 0.5, 0.25])(
  'drawn at %s of its size it is the film made smaller',
  async (scale, context) => {
    needsChromium(context);
    const stage = await sampleStage(true, 1);
    await browser.show(stage);
    const motion = motionOf(stage, MOTIONS.wide);
    const { width, height } = stage;
    const film = new Uint8Array(width * height * 3);
    compositorOf(stage).renderRgb(motion, film);
    const [w, h] = [width, height].map((side) => Math.ceil(side * scale));
    const smaller = await sharp(film, { raw: { width, height, channels: 3 } })
      .resize(w, h, { kernel: 'cubic' })
      .raw()
      .toBuffer();
    const shown = await browser.frameAt(scale, motion);
    const likeness = ssim(shown, new Uint8Array(smaller), w, h);
    console.log(`${stage.name} at ${scale}: SSIM ${likeness.toFixed(4)}`);
    await keepFrames(`${stage.name} at ${scale}`, { width: w, height: h, shown, film: smaller });
    expect(likeness).toBeGreaterThan(LEAST_SMALLER_SSIM);
  },
);

test.for(['element', 'offscreen'])(
  'a canvas (%s) shows the frame upright',
  async (kind, context) => {
    needsChromium(context);
    const stage = await sampleStage(true, 1);
    await browser.show(stage);
    const motion = [...motionOf(stage, MOTIONS.nod)];
    const { width, height } = stage;
    expect(await browser.run(`differenceOn('${kind}', ${JSON.stringify(motion)})`)).toEqual({
      width,
      height,
      most: 0,
    });
  },
);

test('what is drawn while the context is lost is shown as soon as it is back', async (context) => {
  needsChromium(context);
  const stage = await sampleStage(true, 1);
  await browser.show(stage);
  const motion = motionOf(stage, MOTIONS.open);
  const before = await browser.frame(motion);
  const other = await browser.frame(motionOf(stage, MOTIONS.shut));
  expect(psnrDb(other, before)).toBeLessThan(60);
  const meanwhile = await browser.run(`frameAfterContextLoss(${JSON.stringify([...motion])})`);
  expect(meanwhile).toMatchObject({ code: 'preview-unavailable' });
  expect(psnrDb(browser.lastFrame(), before)).toBe(Infinity);
});

test('everything asked of the context is given back', async (context) => {
  needsChromium(context);
  await browser.show(await sampleStage(true, 1));
  const { made, left } =
    await browser.run<Record<'made' | 'left', Record<string, number>>>('leftAfterDispose()');
  expect(made['Texture']).toBeGreaterThan(10);
  expect(made['Program']).toBeGreaterThan(2);
  expect(Object.values(left)).toEqual(Object.values(left).map(() => 0));
});

test('what cannot be shown is said in one sentence', async (context) => {
  needsChromium(context);
  await browser.show(await sampleStage(true, 1));
  expect(await browser.run('errors()')).toEqual({
    withoutWebGl: {
      name: 'AppError',
      code: 'preview-unavailable',
      message: 'This window has no WebGL 2, which the live preview is drawn with.',
      hint: expect.stringContaining('hardware acceleration') as string,
    },
    tooLarge: expect.objectContaining({ code: 'preview-too-large' }) as object,
    wrongMotion: expect.objectContaining({ name: 'RangeError' }) as object,
  });
  expect(await browser.run('loadErrors()')).toEqual({
    stopped: expect.objectContaining({ name: 'AbortError' }) as object,
    wrong: expect.objectContaining({ name: 'AppError', code: 'internal' }) as object,
  });
});

test('pictures that the browser decodes look as in the film', async (context) => {
  needsChromium(context);
  await compare(await sampleStage(true, 0.5), ['nod'], 'bitmaps');
});

test('the sample without a plate looks as in the film', async (context) => {
  needsChromium(context);
  await compare(await sampleStage(false, 0.5), ['rest', 'open', 'rounded', 'nod']);
});

test.for([
  ['2p-0.png', 1, ['bite', 'nod']],
  ['car.jpg', 0.5, ['smile', 'turned']],
] as const)('people of %s look as in the film', async ([name, share, motions], context) => {
  needsChromium(context);
  const path = sharedFile('media', name);
  context.skip(path === null, `../shared/media/${name} is not here`);
  const stage = await analyzedStage(await FaceDetector.load(), name, path!, share);
  expect(stage.faces.length).toBeGreaterThan(1);
  await compare(stage, motions);
});
