// Whatever a user can drop ends in a result or in one clear sentence with its exit code.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parley, runParley, type ParleyRun } from '../support/parley.ts';
import { cutSampleVoices, SAMPLE_PICTURE } from '../support/sample.ts';

/** Second of the sample dialogue from which both are heard within four seconds. */
const BOTH_SPEAK_FROM = 4;

let folder: string;
let voiceA: string;
let voiceB: string;
const made = (name: string) => join(folder, name);

const ffmpeg = (...args: string[]) =>
  execFileSync('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...args]);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parley-bad-'));
  [voiceA, voiceB] = cutSampleVoices(folder, BOTH_SPEAK_FROM, 4);
  writeFileSync(made('empty.png'), '');
  writeFileSync(made('text.png'), 'This is no picture, it is a letter.\n'.repeat(50));
  copyFileSync(SAMPLE_PICTURE, made('truncated.png'));
  truncateSync(made('truncated.png'), 200_000);
  await sharp({ create: { width: 64, height: 64, channels: 3, background: '#567' } })
    .png()
    .toFile(made('grey.png'));
  await sharp({ create: { width: 640, height: 360, channels: 3, background: '#567' } })
    .png()
    .toFile(made('nobody.png'));
  writeFileSync(made('huge.png'), pngHeader(30_000, 30_000));
  ffmpeg('-f', 'lavfi', '-i', 'anullsrc=r=16000:cl=mono', '-t', '3', made('silent.wav'));
  ffmpeg('-f', 'lavfi', '-i', 'anullsrc=r=16000:cl=mono', '-t', '0', made('zero.wav'));
  writeFileSync(made('none.wav'), '');
  writeFileSync(made('corrupt.wav'), createHash('sha512').update('noise').digest());
  ffmpeg('-f', 'lavfi', '-i', 'testsrc=d=1:s=64x64:r=25', '-c:v', 'libx264', made('pictures.mp4'));
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A PNG that promises `width` x `height` and holds nothing. */
function pngHeader(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const framed = Buffer.alloc(body.length + 8);
    framed.writeUInt32BE(data.length, 0);
    framed.set(body, 4);
    framed.writeUInt32BE(crc32(body), body.length + 4);
    return framed;
  };
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', Buffer.alloc(8)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function expectOneSentence(run: ParleyRun, code: number, errorCode: string): void {
  const last = run.events.at(-1);
  expect(last).toMatchObject({ event: 'error', code: errorCode });
  expect(run.code).toBe(code);
  const message = last?.['message'] as string;
  expect(message).toMatch(/^["\p{Lu}\d].*[.!]$/su);
  expect(message).not.toMatch(/\n\s+at /);
  expect(run.stderr).toBe('');
}

const newProject = (image: string, ...voices: string[]): Promise<ParleyRun> =>
  runParley(
    ['new', 'x.parley', '--image', image, ...voices.flatMap((voice) => ['--voice', voice])],
    folder,
  );

describe('pictures and recordings that cannot be used', () => {
  it.each([
    ['an empty picture', 'empty.png', 'file-empty'],
    ['a truncated picture', 'truncated.png', 'picture-damaged'],
    ['a text called PNG', 'text.png', 'picture-not-a-picture'],
    ['a picture of 30 000 x 30 000', 'huge.png', 'picture-too-large'],
    ['a picture that is not there', 'missing.png', 'file-missing'],
    ['a folder', '.', 'file-is-folder'],
  ])('%s', async (_what, name, code) => {
    const run = await newProject(made(name), voiceA);
    expectOneSentence(run, 3, code);
    expect(existsSync(made('x.parley'))).toBe(false);
    expect(existsSync(made('x.parley-data'))).toBe(false);
  });

  it.each([
    ['silence', 'silent.wav', 'silent-voice'],
    ['a length of zero', 'zero.wav', 'voice-empty'],
    ['an empty file', 'none.wav', 'file-empty'],
    ['noise bytes', 'corrupt.wav', 'media-unreadable'],
    ['pictures without sound', 'pictures.mp4', 'voice-without-sound'],
    ['a recording that is not there', 'missing.wav', 'file-not-found'],
  ])('%s as a voice', async (_what, name, code) => {
    const run = await newProject(SAMPLE_PICTURE, voiceA, made(name));
    expectOneSentence(run, 3, code);
    expect(existsSync(made('x.parley'))).toBe(false);
    expect(existsSync(made('x.parley-data'))).toBe(false);
  });

  it.each([
    ['no face at all', 'nobody.png', 1, 'no-face-found'],
    ['fewer faces than voices', null, 3, 'fewer-faces-than-voices'],
  ])('%s', async (what, name, voices, code) => {
    const project = `${what.replaceAll(' ', '-')}.parley`;
    const image = name === null ? SAMPLE_PICTURE : made(name);
    const given = [voiceA, voiceB, voiceA].slice(0, voices).flatMap((voice) => ['--voice', voice]);
    await parley(['new', project, '--image', image, ...given], folder);
    expectOneSentence(await runParley(['analyze', project], folder), 3, code);
    expectOneSentence(await runParley(['render', project], folder), 3, code);
    expect(existsSync(made(project.replace('.parley', '.mp4')))).toBe(false);
  });
});

describe('projects that cannot be used', () => {
  it('one from the future', async () => {
    await parley(['new', 'future.parley', '--image', SAMPLE_PICTURE, '--voice', voiceA], folder);
    const bytes = readFileSync(made('future.parley'));
    bytes.writeUInt32BE(9999, 60); // user_version in the SQLite header
    writeFileSync(made('future.parley'), bytes);
    expectOneSentence(
      await runParley(['render', 'future.parley'], folder),
      3,
      'project-from-the-future',
    );
    expect(readFileSync(made('future.parley')).equals(bytes)).toBe(true);
  });

  it.each([
    ['a picture', 'grey.png', 'not-a-project'],
    ['an empty file', 'empty.png', 'not-a-project'],
    ['nothing', 'nothing.parley', 'project-not-found'],
  ])('%s', async (_what, name, code) => {
    expectOneSentence(await runParley(['analyze', made(name)], folder), 3, code);
  });

  it('one that is there already is never overwritten', async () => {
    await parley(['new', 'twice.parley', '--image', SAMPLE_PICTURE, '--voice', voiceA], folder);
    const before = readFileSync(made('twice.parley'));
    const again = await runParley(
      ['new', 'twice.parley', '--image', SAMPLE_PICTURE, '--voice', voiceA],
      folder,
    );
    expectOneSentence(again, 2, 'project-exists');
    expect(readFileSync(made('twice.parley')).equals(before)).toBe(true);
  });

  it.each([
    ['a folder that is not there', 'no/such/folder/x.parley', 'folder-missing'],
    ['a place where nothing can be made', '/proc/x.parley', 'output-folder-missing'],
  ])('a new one in %s', async (_what, project, code) => {
    const run = await runParley(
      ['new', project, '--image', SAMPLE_PICTURE, '--voice', voiceA],
      folder,
    );
    expectOneSentence(run, 3, code);
    expect(existsSync(made('no'))).toBe(false);
  });

  it('one whose media changed or went away', async () => {
    const voice = made('moving.wav');
    copyFileSync(voiceA, voice);
    await parley(['new', 'moved.parley', '--image', SAMPLE_PICTURE, '--voice', voice], folder);
    copyFileSync(voiceB, voice);
    expectOneSentence(await runParley(['render', 'moved.parley'], folder), 3, 'media-missing');
    rmSync(voice);
    expectOneSentence(await runParley(['render', 'moved.parley'], folder), 3, 'media-missing');
    mkdirSync(made('elsewhere'));
    copyFileSync(voiceA, made('elsewhere/renamed.wav'));
    const relinked = await parley(['relink', 'moved.parley', '--folder', 'elsewhere'], folder);
    expect(relinked).toMatchObject({ relinked: [made('elsewhere/renamed.wav')], stillMissing: [] });
    await parley(['analyze', 'moved.parley'], folder);
  });
});

describe('voices of different length', () => {
  it('are padded with silence, and it is said', async () => {
    const short = made('short.wav');
    ffmpeg('-i', voiceB, '-t', '2.5', short);
    const inputs = [
      '--image',
      SAMPLE_PICTURE,
      '--voice',
      voiceA,
      '--voice',
      short,
      '--size',
      '160x90',
    ];
    await parley(['new', 'padded.parley', ...inputs], folder);
    const run = await runParley(['analyze', 'padded.parley'], folder);
    expect(run.code).toBe(0);
    const notices = run.events
      .filter(({ event }) => event === 'notice')
      .map((event) => event['text']);
    expect(notices).toContainEqual(expect.stringContaining('"short" is 1.50 s shorter'));
    const done = await parley(['render', 'padded.parley'], folder);
    expect((done['films'] as { frames: number }[])[0].frames).toBe(100);
  });
});

describe('hostile names', () => {
  it.each([
    ["li'ne\nbreak", 'quote"s', '100%d', '-dash'],
    ['-dash', "li'ne\nbreak", 'emoji 🎬 ünï', '$(touch x) `y`;z'],
    ['$(touch x) `y`;z', '100%d', "li'ne\nbreak", 'emoji 🎬 ünï'],
  ])('picture %j, voice %j, project %j, film %j', async (picture, voice, project, film) => {
    const inside = mkdtempSync(join(folder, 'names '));
    const names = {
      picture: `${picture}.png`,
      voice: `${voice}.wav`,
      project: `${project}.parley`,
      film: `${film}.mp4`,
    };
    copyFileSync(SAMPLE_PICTURE, join(inside, names.picture));
    copyFileSync(voiceA, join(inside, names.voice));
    const inputs = ['--image', names.picture, '--voice', names.voice, '--size', '160x90'];
    await parley(['new', `./${names.project}`, ...inputs], inside);
    const done = await parley(
      ['render', `./${names.project}`, '--range', '0..0.4', '--out', names.film],
      inside,
    );
    const [made] = done['films'] as { path: string; frames: number }[];
    expect(made.frames).toBe(10);
    expect(basename(made.path)).toBe(names.film);
    expect(existsSync(made.path)).toBe(true);
    expect(readdirSync(inside).sort()).toEqual(
      [...Object.values(names), `${project}.parley-data`].sort(),
    );
  });
});

describe('a full or unwritable disk', () => {
  const disk = mountSmallDisk();
  it.skipIf(disk === null)(
    'a film that does not fit ends with exit code 6 and leaves nothing half-written',
    async () => {
      const target = disk ?? '';
      try {
        const inputs = ['--image', SAMPLE_PICTURE, '--voice', voiceA, '--size', '160x90'];
        await parley(['new', 'roomy.parley', ...inputs], folder);
        writeFileSync(join(target, 'filler'), Buffer.alloc(4_180_000));
        const run = await runParley(
          ['render', 'roomy.parley', '--out', join(target, 'film.mp4')],
          folder,
        );
        expectOneSentence(run, 6, 'disk-full');
        expect(readdirSync(target)).toEqual(['filler']);
        rmSync(join(target, 'filler'));
        await parley(['render', 'roomy.parley', '--out', join(target, 'film.mp4')], folder);

        writeFileSync(join(target, 'filler'), Buffer.alloc(4_050_000));
        const project = await runParley(['new', join(target, 'p.parley'), ...inputs], folder);
        expectOneSentence(project, 6, 'disk-full');
        expect(readdirSync(target).sort()).toEqual(['filler', 'film.mp4']);
      } finally {
        execFileSync('umount', [target]);
      }
    },
  );

  it('a folder that is not there', async () => {
    await parley(
      ['new', 'nowhere.parley', '--image', SAMPLE_PICTURE, '--voice', voiceA, '--size', '160x90'],
      folder,
    );
    const run = await runParley(
      ['render', 'nowhere.parley', '--out', made('no/such/folder/film.mp4')],
      folder,
    );
    expectOneSentence(run, 3, 'output-folder-missing');
  });
});

/** A 4 MB disk; null, with a printed reason, where this account may not mount one. */
function mountSmallDisk(): string | null {
  const target = mkdtempSync(join(tmpdir(), 'parley-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', target], { stdio: 'pipe' });
    return target;
  } catch {
    console.log(
      'skipped: full-disk test of the command line: mounting a tmpfs is not permitted here',
    );
    return null;
  }
}
