import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DRAFT_FRAME_RATE } from '#core/time/ticks.ts';
import { encodeChunk } from '../../../test/fixtures/film-kit.ts';
import {
  makeMedia,
  makeTempFolder,
  pictureSource,
  toneSource,
} from '../../../test/fixtures/media-kit.ts';
import { ChunkEncoder } from './chunk-encoder.ts';
import { openFrameReader } from './open-frame-reader.ts';
import { probeFilm } from './probe-film.ts';

const temp = makeTempFolder();
afterAll(() => {
  temp.remove();
});
beforeAll(async () => {
  await encodeChunk(temp.at('film.mp4'), 0, 30);
});

test('every frame comes once, in order, in its colours', async () => {
  const path = temp.at('brown.mp4');
  const [width, height] = [64, 48];
  const encoder = await ChunkEncoder.open({ width, height, rate: DRAFT_FRAME_RATE, path, crf: 0 });
  const yuv = new Uint8Array((width * height * 3) / 2).fill(103, 0, width * height);
  yuv.fill(104, width * height, (width * height * 5) / 4).fill(167, (width * height * 5) / 4);
  for (let i = 0; i < 5; i++) await encoder.write(yuv);
  await encoder.finish();
  // BT.709, limited range, of Y 103, Cb 104, Cr 167.
  const luma = (255 / 219) * (103 - 16);
  const rgb = [luma + 1.793 * 39, luma + 0.213 * 24 - 0.533 * 39, luma - 2.112 * 24];
  const reader = await openFrameReader(path);
  expect(reader).toMatchObject({ width, height, rate: { num: 25, den: 1 } });
  const indices: number[] = [];
  for await (const frame of reader) {
    indices.push(frame.index);
    expect(frame.data.length).toBe(width * height * 3);
    for (const [c, value] of rgb.entries()) {
      expect(Math.abs(frame.data[c] - value)).toBeLessThanOrEqual(1.5);
    }
  }
  expect(indices).toEqual([0, 1, 2, 3, 4]);
});

test('frames are scaled when asked; a film can be read twice', async () => {
  const reader = await openFrameReader(temp.at('film.mp4'), { width: 48, height: 32 });
  for (let pass = 0; pass < 2; pass++) {
    let count = 0;
    for await (const frame of reader) {
      expect([frame.width, frame.height, frame.data.length]).toEqual([48, 32, 48 * 32 * 3]);
      count++;
    }
    expect(count).toBe(30);
  }
});

test('leaving early stops the decoder', async () => {
  const long = await makeMedia(...pictureSource(20, '320x240'), temp.at('long.mp4'));
  for await (const frame of await openFrameReader(long)) if (frame.index === 2) break;
  // The loop ends only when the child has ended, so nothing is left to wait for.
  expect((await openFrameReader(long)).width).toBe(320);
});

test('an abort while reading is cancelled', async () => {
  const controller = new AbortController();
  const { signal } = controller;
  const read = async (): Promise<void> => {
    for await (const frame of await openFrameReader(temp.at('long.mp4'), { signal })) {
      if (frame.index === 1) controller.abort();
    }
  };
  await expect(read()).rejects.toMatchObject({ category: 'cancelled' });
});

test('a film with a changing frame rate keeps its frames as they are', async () => {
  const path = await makeMedia(
    ...pictureSource(1),
    '-vf',
    "select='mod(n,3)'",
    '-vsync',
    'vfr',
    temp.at('vfr.mp4'),
  );
  let count = 0;
  for await (const { index } of await openFrameReader(path)) count = index + 1;
  expect(count).toBe(16);
});

test('sound without pictures, and text, are no film', async () => {
  await makeMedia(...toneSource(1), temp.at('tone.wav'));
  await expect(probeFilm(temp.at('tone.wav'))).rejects.toMatchObject({
    code: 'film-without-pictures',
  });
  writeFileSync(temp.at('text.mp4'), 'no film');
  await expect(openFrameReader(temp.at('text.mp4'))).rejects.toMatchObject({
    code: 'media-unreadable',
  });
  const bytes = readFileSync(temp.at('film.mp4'));
  writeFileSync(temp.at('cut.mp4'), bytes.subarray(0, 600));
  await expect(openFrameReader(temp.at('cut.mp4'))).rejects.toMatchObject({
    code: 'media-unreadable',
  });
});
