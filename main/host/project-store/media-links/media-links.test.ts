import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fakeImage, fakeVoice } from '../../../../test/fakes/fake-project.ts';
import { testFolder, testServices } from '../../../../test/fakes/project-services.ts';
import { ProjectStore } from '../project-store.ts';
import { hashFile } from './hash-file.ts';
import { mediaPathsOf } from './media-paths.ts';
import { relink } from './relink.ts';
import { requireAllMedia, resolveMedia } from './resolve-media.ts';

const VOICE_NAME = `-a '%d'\n🎤.wav`;

/** A project in `<folder>/work` with a picture beside it and a voice in another folder. */
async function projectWithMedia(folder: string): Promise<ProjectStore> {
  mkdirSync(join(folder, 'work'));
  mkdirSync(join(folder, 'sound'));
  const projectPath = join(folder, 'work', 'x.parley');
  const picture = join(folder, 'work', 'p.png');
  const voice = join(folder, 'sound', VOICE_NAME);
  writeFileSync(picture, 'picture bytes');
  writeFileSync(voice, 'voice bytes');
  const describe = async (path: string) => ({
    ...mediaPathsOf(projectPath, path),
    ...(await hashFile(path)),
  });
  return ProjectStore.create(projectPath, testServices(), [
    { name: 'createScene', input: { picture: { ...fakeImage(), ...(await describe(picture)) } } },
    {
      name: 'addVoice',
      input: { name: 'a', media: { ...fakeVoice(), ...(await describe(voice)) } },
    },
  ]);
}

const found = async (store: ProjectStore, path = store.path) =>
  [...(await resolveMedia(store.document, path, 'hash')).paths.values()].sort();

test('a file is hashed as a stream', async () => {
  const path = join(testFolder(), 'large');
  const bytes = Buffer.alloc(3_000_000, 'parley');
  writeFileSync(path, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect(await hashFile(path)).toEqual({ sha256, bytes: 3_000_000 });
  await expect(hashFile(`${path}-no`)).rejects.toMatchObject({ code: 'file-not-found' });
  await expect(hashFile(testFolder())).rejects.toMatchObject({ code: 'file-unreadable' });
});

test('media are found beside a project that moved with them, then where they were', async () => {
  const folder = testFolder();
  const store = await projectWithMedia(folder);
  const voice = join(folder, 'sound', VOICE_NAME);
  expect(await found(store)).toEqual([voice, join(folder, 'work', 'p.png')].sort());
  const moved = join(folder, 'moved', 'deeper');
  mkdirSync(moved, { recursive: true });
  renameSync(join(folder, 'work', 'p.png'), join(moved, 'p.png'));
  expect(await found(store, join(moved, 'x.parley'))).toEqual([join(moved, 'p.png'), voice].sort());
  store.close();
});

test('a file that is gone or has another content is missing', async () => {
  const folder = testFolder();
  const store = await projectWithMedia(folder);
  writeFileSync(join(folder, 'work', 'p.png'), 'PICTURE BYTES');
  rmSync(join(folder, 'sound', VOICE_NAME));
  mkdirSync(join(folder, 'sound', VOICE_NAME));
  const resolved = await resolveMedia(store.document, store.path, 'hash');
  expect(resolved.missing.map(({ media, reason }) => [media.kind, reason]).sort()).toEqual([
    ['picture', 'changed'],
    ['voice', 'missing'],
  ]);
  expect(() => requireAllMedia(resolved)).toThrow(
    expect.objectContaining({ code: 'media-missing' }),
  );
  const bySize = await resolveMedia(store.document, store.path);
  expect(bySize.missing.map(({ media }) => media.kind)).toEqual(['voice']);
  store.close();
});

test('renamed and moved files are found by content, and linking them can be undone', async () => {
  const folder = testFolder();
  const store = await projectWithMedia(folder);
  const hiding = join(folder, 'archive', 'a', 'b');
  mkdirSync(hiding, { recursive: true });
  renameSync(join(folder, 'work', 'p.png'), join(hiding, 'renamed.bin'));
  rmSync(join(folder, 'sound', VOICE_NAME));
  writeFileSync(join(hiding, 'decoy'), 'PICTURE bytes');
  symlinkSync(join(folder, 'archive'), join(hiding, 'loop'));
  symlinkSync('nowhere', join(hiding, 'dangling'));
  const result = await relink(store, join(folder, 'archive'));
  expect(result.relinked.map(({ kind }) => kind)).toEqual(['picture']);
  expect(result.stillMissing.map(({ kind }) => kind)).toEqual(['voice']);
  expect(result.complete).toBe(true);
  expect(await found(store)).toEqual([join(hiding, 'renamed.bin')]);
  expect(readFileSync(join(hiding, 'decoy'), 'utf8')).toBe('PICTURE bytes');
  expect(store.undo()).toBe('Relink a file');
  expect(await found(store)).toEqual([]);
  store.close();
});

test('a search that is too large stops and says so', async () => {
  const folder = testFolder();
  const store = await projectWithMedia(folder);
  const deep = join(folder, 'archive', 'a', 'b');
  mkdirSync(deep, { recursive: true });
  renameSync(join(folder, 'work', 'p.png'), join(deep, 'p.png'));
  const archive = join(folder, 'archive');
  const shallow = await relink(store, archive, { depth: 1, files: 100 });
  expect(shallow).toMatchObject({ relinked: [], complete: false });
  const short = await relink(store, archive, { depth: 8, files: 2 });
  expect(short).toMatchObject({ relinked: [], complete: false });
  const enough = await relink(store, archive, { depth: 2, files: 100 });
  expect(enough).toMatchObject({ stillMissing: [], complete: true });
  store.close();
});
