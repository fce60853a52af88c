import { writeFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { makeTempFolder } from '../../../test/fixtures/media-kit.ts';
import { PcmReader, readPcm } from './pcm-reader.ts';

const temp = makeTempFolder();
afterAll(() => {
  temp.remove();
});
const path = temp.at('voice.pcm');
writeFileSync(path, Buffer.from(Int16Array.of(-32768, 16384, 8192, 0, 32767).buffer));
const samples = [-1, 0.5, 0.25, 0, 32767 / 32768];

test.each([
  [0, 5, samples],
  [1, 2, [0.5, 0.25]],
  [-2, 4, [0, 0, -1, 0.5]],
  [4, 3, [32767 / 32768, 0, 0]],
  [-9, 4, [0, 0, 0, 0]],
  [99, 2, [0, 0]],
  [2, 0, []],
  [-1, 7, [0, ...samples, 0]],
])('from %i, %i samples', (start, count, wanted) => {
  expect([...readPcm(path, start, count)]).toEqual(wanted);
});

test('an open reader serves many slices and knows its length', () => {
  const reader = PcmReader.open(path);
  const { read } = reader;
  expect(reader.samples).toBe(5);
  expect([...read(0, 1), ...read(4, 1), ...read(1, 1)]).toEqual([-1, 32767 / 32768, 0.5]);
  reader.close();
});
