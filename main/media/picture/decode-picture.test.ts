import { writeFileSync } from 'node:fs';
import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { HOSTILE_NAMES, makeTempFolder } from '../../../test/fixtures/media-kit.ts';
import { decodeMatte } from './decode-matte.ts';
import { decodePicture } from './decode-picture.ts';
import type { RgbPicture } from './decode-picture.ts';
import { readPictureFacts } from './read-picture-facts.ts';

const temp = makeTempFolder();
afterAll(() => {
  temp.remove();
});

/** 48 x 32: red top left quarter, green top right, blue bottom left, white bottom right. */
const WIDTH = 48;
const HEIGHT = 32;
const CORNERS = [
  [220, 30, 30],
  [30, 200, 30],
  [30, 30, 220],
  [250, 250, 250],
];
function quarters(): Buffer {
  const data = Buffer.alloc(WIDTH * HEIGHT * 3);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const corner = (y < HEIGHT / 2 ? 0 : 2) + (x < WIDTH / 2 ? 0 : 1);
      data.set(CORNERS[corner], (y * WIDTH + x) * 3);
    }
  }
  return data;
}
const source = (): Sharp =>
  sharp(quarters(), { raw: { width: WIDTH, height: HEIGHT, channels: 3 } });

/** The colours in the middles of the four quarters. */
function corners(picture: RgbPicture): number[][] {
  const at = (x: number, y: number): number[] => {
    const i = (Math.round(y * picture.height) * picture.width + Math.round(x * picture.width)) * 3;
    return [...picture.data.subarray(i, i + 3)];
  };
  return [at(0.25, 0.25), at(0.75, 0.25), at(0.25, 0.75), at(0.75, 0.75)];
}

function expectNear(actual: number[][], wanted: number[][], tolerance: number): void {
  for (const [i, colour] of wanted.entries()) {
    for (const [c, value] of colour.entries()) {
      expect(
        Math.abs(actual[i][c] - value),
        `corner ${i} channel ${c}: ${actual[i].join()}`,
      ).toBeLessThanOrEqual(tolerance);
    }
  }
}

test.each([
  ['8-bit PNG', () => source().png(), 0],
  ['palette PNG', () => source().png({ palette: true }), 6],
  ['16-bit PNG', () => source().toColourspace('rgb16').png(), 1],
  ['interlaced PNG', () => source().png({ progressive: true }), 0],
  ['JPEG', () => source().jpeg({ quality: 95 }), 6],
  ['progressive JPEG', () => source().jpeg({ quality: 95, progressive: true }), 6],
  ['WebP', () => source().webp({ quality: 95 }), 10],
  ['lossless WebP', () => source().webp({ lossless: true }), 0],
  ['AVIF', () => source().avif({ quality: 90 }), 10],
  ['GIF', () => source().gif(), 6],
  ['JPEG with another profile', () => source().withIccProfile('p3').jpeg({ quality: 98 }), 12],
])('%s', async (name, make, tolerance) => {
  const path = temp.at(`${name}.bin`);
  await make().toFile(path);
  const picture = await decodePicture(path);
  expect([picture.width, picture.height]).toEqual([WIDTH, HEIGHT]);
  expect(picture.data.length).toBe(WIDTH * HEIGHT * 3);
  expectNear(corners(picture), CORNERS, tolerance);
});

test('a CMYK JPEG comes out in its colours', async () => {
  const path = temp.at('cmyk.jpg');
  await source().toColourspace('cmyk').withIccProfile('cmyk').jpeg({ quality: 98 }).toFile(path);
  const [red, green, blue, white] = corners(await decodePicture(path));
  expect(red[0]).toBeGreaterThan(red[1] + 80);
  expect(green[1]).toBeGreaterThan(green[2] + 60);
  expect(blue[2]).toBeGreaterThan(blue[0] + 40);
  expect(Math.min(...white)).toBeGreaterThan(220);
});

test('grey pictures get three equal channels', async () => {
  const path = temp.at('grey.png');
  await source().greyscale().png().toFile(path);
  const [first] = corners(await decodePicture(path));
  expect(new Set(first).size).toBe(1);
});

test.each([8, 16])('transparent pixels of a %i-bit PNG show a neutral grey', async (bits) => {
  const path = temp.at(`alpha${bits}.png`);
  const clear = sharp({ create: { width: 8, height: 8, channels: 4, background: '#ff000000' } });
  await (bits === 16 ? clear.toColourspace('rgb16') : clear).png().toFile(path);
  const { data } = await decodePicture(path);
  expect([...data.subarray(0, 3)]).toEqual([128, 128, 128]);
  expect((await readPictureFacts(path)).hasAlpha).toBe(true);
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])('EXIF orientation %i is undone', async (orientation) => {
  // Store the picture so that this orientation turns it upright again.
  const turn = async (angle: number, isMirrored: boolean): Promise<Buffer> => {
    const turned = await source().rotate(angle).png().toBuffer();
    return isMirrored ? sharp(turned).flop().png().toBuffer() : turned;
  };
  const stored = await turn(
    [0, 0, 180, 180, 90, 270, 270, 90][orientation - 1],
    [2, 4, 5, 7].includes(orientation),
  );
  const path = temp.at(`exif${orientation}.jpg`);
  await sharp(stored).withMetadata({ orientation }).jpeg({ quality: 95 }).toFile(path);
  const facts = await readPictureFacts(path);
  expect(facts).toMatchObject({ width: WIDTH, height: HEIGHT, orientation, format: 'jpeg' });
  const picture = await decodePicture(path);
  expect([picture.width, picture.height]).toEqual([WIDTH, HEIGHT]);
  expectNear(corners(picture), CORNERS, 8);
});

test('the first frame of an animation is shown', async () => {
  const path = temp.at('moving.gif');
  const frames = Buffer.concat([quarters(), Buffer.alloc(WIDTH * HEIGHT * 3, 0)]);
  await sharp(frames, {
    raw: { width: WIDTH, height: HEIGHT * 2, channels: 3, pageHeight: HEIGHT },
  })
    .gif({ loop: 0, delay: [100, 100] })
    .toFile(path);
  const picture = await decodePicture(path);
  expect([picture.width, picture.height]).toEqual([WIDTH, HEIGHT]);
  expectNear(corners(picture), CORNERS, 6);
});

test('sizes: both sides fill, one side keeps the aspect, cover cuts', async () => {
  const path = temp.at('sizes.png');
  await source().png().toFile(path);
  const fill = await decodePicture(path, { width: 20, height: 20 });
  expect([fill.width, fill.height]).toEqual([20, 20]);
  const wide = await decodePicture(path, { width: 24 });
  expect([wide.width, wide.height]).toEqual([24, 16]);
  const inside = await decodePicture(path, { width: 24, height: 24, fit: 'inside' });
  expect([inside.width, inside.height]).toEqual([24, 16]);
  const cover = await decodePicture(path, { width: 16, height: 16, fit: 'cover' });
  expect([cover.width, cover.height]).toEqual([16, 16]);
});

test.each(HOSTILE_NAMES)('the name %j means nothing', async (name) => {
  const path = temp.at(`${name}.png`);
  writeFileSync(path, await source().png().toBuffer());
  expect((await decodePicture(path)).width).toBe(WIDTH);
});

test('a matte is its alpha, or its brightness', async () => {
  const bright = temp.at('matte-grey.png');
  await sharp({ create: { width: 4, height: 4, channels: 3, background: '#ffffff' } })
    .greyscale()
    .png()
    .toFile(bright);
  expect(await decodeMatte(bright, 8, 2)).toEqual(new Uint8Array(16).fill(255));
  const alpha = temp.at('matte-alpha.png');
  await sharp({
    create: { width: 4, height: 4, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0.2 } },
  })
    .png()
    .toFile(alpha);
  expect(await decodeMatte(alpha, 2, 2)).toEqual(new Uint8Array(4).fill(51));
});
