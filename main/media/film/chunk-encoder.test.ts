import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { DRAFT_FRAME_RATE } from '#core/time/ticks.ts';
import { drawFrame, encodeChunk } from '../../../test/fixtures/film-kit.ts';
import { HOSTILE_NAMES, makeTempFolder, onSmallDisk } from '../../../test/fixtures/media-kit.ts';
import { findTools } from '../ffmpeg/find.ts';
import { ChunkEncoder } from './chunk-encoder.ts';
import { frameHashes } from '../../../test/support/frame-hashes.ts';
import { probeFilm } from './probe-film.ts';

const temp = makeTempFolder();
afterAll(() => {
  temp.remove();
});
const size = { width: 96, height: 64, rate: DRAFT_FRAME_RATE };

test.each([1, 2, 3, 80])('%i frames go in, %i come out, tagged bt709', async (frames) => {
  const path = temp.at(`n${frames}.mp4`);
  expect(await encodeChunk(path, 0, frames)).toEqual({ path, frames });
  const { video, audio, tags } = await probeFilm(path);
  expect(video).toMatchObject({
    ...size,
    codec: 'h264',
    pixelFormat: 'yuv420p',
    colorSpace: 'bt709',
    colorRange: 'tv',
    frames,
  });
  expect(audio).toBeNull();
  expect(Object.keys(tags)).not.toContain('creation_time');
  expect((await frameHashes(path)).map(({ pts }) => pts)).toEqual([...Array(frames).keys()]);
});

test('a frame comes back as it went in, but for the loss of the codec', async () => {
  const flat = new Uint8Array((96 * 64 * 3) / 2).fill(128).fill(90, 0, 96 * 64);
  const encoder = await ChunkEncoder.open({ ...size, path: temp.at('flat.mp4') });
  await encoder.write(flat);
  await encoder.finish();
  const { ffmpeg } = await findTools();
  const raw = execFileSync(ffmpeg.path, [
    ...['-v', 'error', '-i', temp.at('flat.mp4'), '-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-'],
  ]);
  expect(Math.max(...raw.map((value, i) => Math.abs(value - flat[i])))).toBeLessThanOrEqual(1);
});

test('equal frames give equal bytes', async () => {
  await encodeChunk(temp.at('a.mp4'), 5, 40);
  await encodeChunk(temp.at('b.mp4'), 5, 40);
  expect(readFileSync(temp.at('a.mp4')).equals(readFileSync(temp.at('b.mp4')))).toBe(true);
});

test('one core or two: the same bytes', ({ skip }) => {
  if (process.platform !== 'linux') skip('taskset is a Linux tool');
  const kit = `${import.meta.dirname}/../../../test/fixtures/film-kit.ts`;
  const code = `import { encodeChunk } from '${kit}';
    await encodeChunk('${temp.at('one-core.mp4')}', 5, 40);`;
  const node = [process.execPath, '--input-type=module', '-e', code];
  execFileSync('taskset', ['-c', '0', ...node], { stdio: 'pipe' });
  expect(readFileSync(temp.at('a.mp4')).equals(readFileSync(temp.at('one-core.mp4')))).toBe(true);
});

test.each(HOSTILE_NAMES.slice(0, 6))('the name %j means nothing', async (name) => {
  mkdirSync(temp.at(`in ${name}`));
  const path = temp.at(`in ${name}/${name}.mp4`);
  await encodeChunk(path, 0, 2);
  expect(readdirSync(temp.at(`in ${name}`))).toEqual([`${name}.mp4`]);
});

test('the file has its name only after finish; abort leaves nothing', async () => {
  mkdirSync(temp.at('abort'));
  const path = temp.at('abort/x.mp4');
  const encoder = await ChunkEncoder.open({ ...size, path });
  await encoder.write(drawFrame(96, 64, 0));
  expect(existsSync(path)).toBe(false);
  await encoder.abort();
  await encoder.abort();
  expect(readdirSync(temp.at('abort'))).toEqual([]);
});

test('an abort signal ends a write or a finish with cancelled and leaves nothing', async () => {
  mkdirSync(temp.at('signal'));
  const controller = new AbortController();
  const path = temp.at('signal/x.mp4');
  const encoder = await ChunkEncoder.open({ ...size, path, signal: controller.signal });
  await encoder.write(drawFrame(96, 64, 0));
  controller.abort();
  const rest = async (): Promise<void> => {
    for (let i = 1; i < 5000; i++) await encoder.write(drawFrame(96, 64, i));
  };
  await expect(rest()).rejects.toMatchObject({ category: 'cancelled' });
  await expect(encoder.finish()).rejects.toMatchObject({ category: 'cancelled' });
  expect(readdirSync(temp.at('signal'))).toEqual([]);
});

test('wrong sizes are refused', async () => {
  await expect(ChunkEncoder.open({ ...size, width: 95, path: temp.at('w.mp4') })).rejects.toThrow(
    RangeError,
  );
  const encoder = await ChunkEncoder.open({ ...size, path: temp.at('w.mp4') });
  await expect(encoder.write(new Uint8Array(5))).rejects.toThrow(RangeError);
  await encoder.abort();
});

test('a missing folder is said in a sentence', async () => {
  await expect(ChunkEncoder.open({ ...size, path: temp.at('no/x.mp4') })).rejects.toMatchObject({
    category: 'bad-input',
    code: 'output-folder-missing',
  });
});

test('a full disk is out-of-disk and leaves no file', async ({ skip }) => {
  const ran = await onSmallDisk(async (folder) => {
    const large = { width: 640, height: 480, rate: DRAFT_FRAME_RATE };
    const encoder = await ChunkEncoder.open({ ...large, path: `${folder}/x.mp4`, crf: 0 });
    const frames = Array.from({ length: 3 }, (_, i) => drawFrame(640, 480, i * 7));
    const encode = async (): Promise<void> => {
      for (let i = 0; i < 200; i++) await encoder.write(frames[i % 3]);
      await encoder.finish();
    };
    await expect(encode()).rejects.toMatchObject({ category: 'out-of-disk', code: 'disk-full' });
    expect(readdirSync(folder)).toEqual([]);
  });
  if (!ran) skip();
});
