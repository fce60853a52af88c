import { mkdirSync, writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { makeTempFolder } from '../../../test/fixtures/media-kit.ts';
import { decodePicture } from './decode-picture.ts';
import { readPictureFacts } from './read-picture-facts.ts';

const temp = makeTempFolder();
afterAll(() => {
  temp.remove();
});

/** A PNG of any announced size; its pixel data are `body`. */
function pngOf(width: number, height: number, body: Buffer): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(named), 4);
    return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(body)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

async function photo(format: 'png' | 'jpeg' | 'webp' | 'avif' | 'gif'): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  return sharp({ create: { width: 200, height: 200, channels: 3, background: '#888', noise } })
    .toFormat(format)
    .toBuffer();
}

const svg = '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';
const cases: readonly (readonly [string, () => Promise<Buffer | string>, string])[] = [
  ['text.png', () => Promise.resolve('This is no picture.\n'), 'picture-not-a-picture'],
  ['page.png', () => Promise.resolve('<!doctype html><p>Not found</p>'), 'picture-not-a-picture'],
  ['zeros.jpg', () => Promise.resolve(Buffer.alloc(5000)), 'picture-not-a-picture'],
  ['one-byte.png', () => Promise.resolve('\x89'), 'picture-not-a-picture'],
  ['empty.png', () => Promise.resolve(''), 'file-empty'],
  ['drawing.svg', () => Promise.resolve(svg), 'picture-format-unsupported'],
  ['drawing.png', () => Promise.resolve(svg), 'picture-format-unsupported'],
  ['scan.tif', () => source('tiff'), 'picture-format-unsupported'],
  [
    'magic-only.png',
    () => Promise.resolve(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')),
    'picture-damaged',
  ],
  [
    'huge.png',
    () => Promise.resolve(pngOf(30_000, 30_000, Buffer.alloc(90_001))),
    'picture-too-large',
  ],
  ['thin.png', () => Promise.resolve(pngOf(900_000, 300, Buffer.alloc(9))), 'picture-too-large'],
  ['short-data.png', () => Promise.resolve(pngOf(400, 400, Buffer.alloc(1201))), 'picture-damaged'],
  ['cut.png', async () => half(await photo('png')), 'picture-damaged'],
  ['cut.jpg', async () => half(await photo('jpeg')), 'picture-damaged'],
  ['cut.webp', async () => half(await photo('webp')), 'picture-damaged'],
  ['cut.avif', async () => half(await photo('avif')), 'picture-damaged'],
  ['cut.gif', async () => half(await photo('gif')), 'picture-damaged'],
  ['header-only.jpg', async () => (await photo('jpeg')).subarray(0, 20), 'picture-damaged'],
];

function half(bytes: Buffer): Buffer {
  return bytes.subarray(0, bytes.length / 2);
}

function source(format: 'tiff'): Promise<Buffer> {
  return sharp({ create: { width: 9, height: 9, channels: 3, background: '#888' } })
    .toFormat(format)
    .toBuffer();
}

test.each(cases)('%s', async (name, make, code) => {
  writeFileSync(temp.at(name), await make());
  const failure = decodePicture(temp.at(name));
  await expect(failure).rejects.toMatchObject({ name: 'AppError', category: 'bad-input', code });
  await expect(failure).rejects.toThrow(/^The picture "[^"]+" .*\.$/);
});

test('a folder named like a picture', async () => {
  mkdirSync(temp.at('folder.png'));
  await expect(readPictureFacts(temp.at('folder.png'))).rejects.toMatchObject({
    code: 'file-is-folder',
  });
});

test('a picture with bytes after its end still opens', async () => {
  writeFileSync(temp.at('tail.jpg'), Buffer.concat([await photo('jpeg'), Buffer.alloc(900, 7)]));
  expect((await decodePicture(temp.at('tail.jpg'))).width).toBe(200);
});
