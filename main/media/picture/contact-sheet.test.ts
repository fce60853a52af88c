import { existsSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { makeTempFolder } from '../../../test/fixtures/media-kit.ts';
import { composeContactSheet } from './contact-sheet.ts';
import { decodePicture } from './decode-picture.ts';
import { writePng } from './write-png.ts';

const temp = makeTempFolder();
afterAll(() => {
  temp.remove();
});
const tile = (value: number, caption?: string) => ({
  width: 40,
  height: 30,
  data: new Uint8Array(40 * 30 * 3).fill(value),
  ...(caption !== undefined && { caption }),
});

test('a PNG gives back its pixels', async () => {
  const rgb = Uint8Array.from({ length: 5 * 7 * 3 }, (_, i) => (i * 11) % 256);
  await writePng(temp.at('a.png'), rgb, 5, 7);
  expect((await decodePicture(temp.at('a.png'))).data).toEqual(rgb);
});

test('tiles stand in rows, captions under them, the title above', async () => {
  const tiles = [tile(100, '00:01'), tile(150), tile(200, 'A speaks')];
  await composeContactSheet(temp.at('s.png'), tiles, { columns: 2, tileWidth: 80, title: 'Film' });
  const sheet = await decodePicture(temp.at('s.png'));
  expect(sheet.width).toBe(12 + 2 * (80 + 12));
  const count = (value: number): number => {
    let pixels = 0;
    for (let i = 0; i < sheet.data.length; i += 3) if (sheet.data[i] === value) pixels++;
    return pixels;
  };
  for (const value of [100, 150, 200]) expect(count(value)).toBeGreaterThanOrEqual(80 * 60 * 0.98);
  const ink = sheet.data.filter((value) => value > 220).length;
  expect(ink).toBeGreaterThan(100);
});

test('the same tiles give the same bytes; no tiles give an error and no file', async () => {
  const options = { columns: 3, tileWidth: 40 };
  await composeContactSheet(temp.at('x.png'), [tile(9, 'x')], options);
  await composeContactSheet(temp.at('y.png'), [tile(9, 'x')], options);
  expect(await decodePicture(temp.at('x.png'))).toEqual(await decodePicture(temp.at('y.png')));
  await expect(composeContactSheet(temp.at('z.png'), [], options)).rejects.toThrow(RangeError);
  expect(existsSync(temp.at('z.png'))).toBe(false);
});
