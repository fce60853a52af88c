import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testFolder, testServices } from '../../../test/fakes/project-services.ts';
import { ProjectStore } from '../project-store/project-store.ts';
import { digestSounds, soundOfFrames } from './sound-digests.ts';

const BLOCK = 51_200;
const NO_ABORT = new AbortController().signal;

function writeVoice(path: string, samples: number, changedSample = -1): void {
  const words = Int16Array.from({ length: samples }, (_, i) => i % 251);
  if (changedSample >= 0) words[changedSample] = -1;
  writeFileSync(path, new Uint8Array(words.buffer));
}

test('a digest has one hash per block and is kept with the project', async () => {
  const folder = testFolder();
  const store = ProjectStore.create(join(folder, 'x.parley'), testServices());
  const pcmPath = join(folder, 'a.pcm');
  const samples = 23 * BLOCK + 7;
  writeVoice(pcmPath, samples);
  const digest = () => digestSounds(store.derived, [{ pcmPath, samples }], NO_ABORT);
  const [first] = await digest();
  expect(first).toHaveLength(24 * 32);
  // Kept: the file is not read again as long as it looks the same.
  utimesSync(pcmPath, 1, 1);
  const kept = [...(await digest())[0]];
  writeVoice(pcmPath, samples, 12 * BLOCK);
  utimesSync(pcmPath, 1, 1);
  expect([...(await digest())[0]]).toEqual(kept);
  // Another time of writing: another file.
  utimesSync(pcmPath, 2, 2);
  const [changed] = await digest();
  const blocks = Array.from({ length: 24 }, (_, i) => i).filter((i) =>
    Buffer.compare(first.subarray(i * 32, i * 32 + 32), changed.subarray(i * 32, i * 32 + 32)),
  );
  expect(blocks).toEqual([12]);
  store.close();
});

test('frames hear the blocks that they touch, moved by the lip offset', () => {
  const digest = Uint8Array.from({ length: 10 * 32 }, (_, i) => Math.floor(i / 32));
  const heard = (first: number, end: number, offset = 0): number[] => [
    ...new Set(soundOfFrames(digest, { first, end }, 640, offset)),
  ];
  expect(heard(80, 160)).toEqual([1]);
  expect(heard(79, 161)).toEqual([0, 1, 2]);
  expect(heard(80, 160, 1)).toEqual([0, 1]);
  expect(heard(80, 160, -1)).toEqual([1, 2]);
  expect(heard(-100, 0)).toEqual([]);
  expect(heard(700, 2000)).toEqual([8, 9]);
  expect(heard(900, 2000)).toEqual([]);
});
