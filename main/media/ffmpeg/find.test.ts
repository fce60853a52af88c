import { chmodSync, writeFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { makeTempFolder } from '../../../test/fixtures/media-kit.ts';
import { findTools, locateTools } from './find.ts';

const temp = makeTempFolder();
afterAll(() => {
  temp.remove();
});

function fakeTool(name: string, script: string): string {
  const path = temp.at(name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

test('the tools of this machine are found, with their versions', async () => {
  const tools = await findTools();
  expect(tools.ffmpeg.version).toMatch(/\d/);
  expect(tools.ffprobe.path).toContain('ffprobe');
  expect(await findTools()).toBe(tools);
});

test('the setting comes before PATH', async () => {
  const { ffmpeg, ffprobe } = await findTools();
  const own = fakeTool('my-ffmpeg', `exec "${ffmpeg.path}" "$@"`);
  const tools = await locateTools({
    PATH: process.env['PATH'],
    PARLEY_FFMPEG: own,
    PARLEY_FFPROBE: ffprobe.path,
  });
  expect(tools.ffmpeg.path).toBe(own);
});

test.each([
  ['a program that is none', 'echo hello'],
  ['a program that fails', 'exit 3'],
  [
    'an ffmpeg without H.264',
    'if [ "$1" = -version ]; then echo "ffmpeg version 9.9 x"; else echo " A....D aac  AAC"; fi',
  ],
])('%s is refused in one sentence', async (what, script) => {
  const own = fakeTool(`bad-${what.length}`, script);
  const failure = locateTools({ PATH: process.env['PATH'], PARLEY_FFMPEG: own });
  await expect(failure).rejects.toMatchObject({
    category: 'device-failed',
    code: 'ffmpeg-missing',
    message: 'PARLEY_FFMPEG names a program that is not a usable ffmpeg.',
    hint: expect.stringContaining('apt install ffmpeg') as string,
  });
});

test('a setting that names nothing is refused, not replaced by another ffmpeg', async () => {
  await expect(
    locateTools({ PATH: process.env['PATH'], PARLEY_FFMPEG: temp.at('none') }),
  ).rejects.toMatchObject({ code: 'ffmpeg-missing' });
});

test('an unusable ffmpeg early in PATH does not hide a good one behind it', async () => {
  const { ffmpeg } = await locateTools({ PATH: process.env['PATH'] });
  fakeTool('ffmpeg', 'exit 1');
  const tools = await locateTools({ PATH: `${temp.path}:${process.env['PATH'] ?? ''}` });
  expect(tools.ffmpeg.path).toBe(ffmpeg.path);
});
