// What a window does from a picture to a moving draft, through the real server.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenedProject } from '#core/contract/project-types.ts';
import { MOTION_SIZE } from '#core/motion/motion-vector.ts';
import { resourcePath } from '#main/resource-path.ts';
import { serveForTest, type TestServer } from '../support/serve.ts';
import { WindowClient } from '../support/window-client.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-serve-'));

describe('a window of the server', () => {
  let server: TestServer;
  let client: WindowClient;
  let project: OpenedProject;
  const session = () => ({ session: project.session });
  const snapshot = async () => {
    const event = await client.until('document.watch', session(), () => true);
    if (event.type !== 'snapshot') throw new Error('The first event is a snapshot.');
    return event;
  };

  beforeAll(async () => {
    server = await serveForTest(folder);
    client = await WindowClient.open(server.address);
  });
  afterAll(async () => {
    client.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('makes a project from an uploaded picture at once and finds its people by itself', async () => {
    const picture = await client.upload(resourcePath('sample', 'interview2.png'));
    project = await client.call('projects.create', { picture, name: 'Talk' });
    expect(project).toMatchObject({ name: 'Talk', readOnly: null });
    expect((await snapshot()).document.scene).not.toBeNull();
    await client.until('analysis.watch', session(), ({ state }) => state === 'ready');
    expect((await snapshot()).document.people).toHaveLength(2);
    expect(readdirSync(join(server.projectsFolder, 'Talk.parley-data', 'imports'))).toEqual([
      'interview2.png',
    ]);
  });

  it('takes voices, hears them, and proposes who speaks', async () => {
    const [anna] = (await snapshot()).document.people;
    for (const [name, personId] of [
      ['interview2-voice-a.flac', anna?.id ?? null],
      ['interview2-voice-b.flac', null],
    ] as const) {
      const file = await client.upload(resourcePath('sample', name));
      await client.call('import.voice', { ...session(), file, personId });
    }
    const heard = await client.until(
      'analysis.watch',
      session(),
      ({ state, scores }) => state === 'ready' && scores.length === 2,
    );
    expect(heard.scores[0]).toBeInstanceOf(Float32Array);
    const { document } = await snapshot();
    expect(document.assignments.map(({ source }) => source).sort()).toEqual(['proposal', 'user']);
  }, 120_000);

  it('plans motion that an uncommitted edit changes, and commits and takes back the edit', async () => {
    const { document } = await snapshot();
    const [person] = document.people;
    const before = await client.call('preview.motion', { ...session(), chunk: 0, overlay: [] });
    expect(before.motion).toHaveLength(before.frames * before.people.length * MOTION_SIZE);
    const input = { personId: person?.id, set: [{ tick: 0, value: -1 }] };
    const overlay = [{ command: 'setScoreKeys', input }];
    const shown = await client.call('preview.motion', { ...session(), chunk: 0, overlay });
    expect(shown.key).not.toBe(before.key);
    expect((await snapshot()).document.scoreKeys).toEqual([]);
    await client.call('document.edit', { ...session(), command: 'setScoreKeys', input });
    expect((await snapshot()).document.scoreKeys).toHaveLength(1);
    expect((await client.call('document.undo', session())).label).not.toBeNull();
    expect((await snapshot()).document.scoreKeys).toEqual([]);
  });

  it('refuses commands that carry files', async () => {
    const input = { links: [{ mediaId: 'x', relativePath: 'a', absolutePath: '/etc/passwd' }] };
    await expect(
      client.call('document.edit', { ...session(), command: 'relinkMedia', input }),
    ).rejects.toMatchObject({ code: 'unknown-command' });
  });

  it('gives pictures and sound by link, in ranges', async () => {
    const { document } = await snapshot();
    const scene = await client.call('preview.scene', session());
    const png = await client.get(scene.pictureUrl);
    expect(png.headers.get('content-type')).toBe('image/png');
    const [voice] = document.voices;
    if (voice === undefined) throw new Error('There is a voice.');
    const sound = await client.call('media.sound', { ...session(), voiceId: voice.id });
    const part = await client.get(sound.url, { range: 'bytes=96000-97919' });
    expect(part.status).toBe(206);
    expect((await part.arrayBuffer()).byteLength).toBe(1920);
    const peaks = await client.call('media.peaks', {
      ...session(),
      voiceId: voice.id,
      level: 1,
      first: 0,
      end: 50,
    });
    expect(peaks.values).toHaveLength(150);
    expect(Math.max(...peaks.values)).toBeGreaterThan(1000);
    const { url } = await client.call('media.link', {
      ...session(),
      item: { kind: 'thumbnail', personId: document.people[0]?.id, px: 64 },
    });
    expect((await client.get(url)).status).toBe(200);
  });

  it('keeps the view, renames, snapshots, closes and opens again with its history', async () => {
    const view = await client.call('view.load', session());
    await client.call('view.save', { ...session(), view: { ...view, page: 'animate' } });
    const copy = await client.call('projects.snapshot', session());
    expect(
      existsSync(join(server.projectsFolder, 'Talk.parley-data', 'snapshots', copy.name)),
    ).toBe(true);
    project = await client.call('projects.rename', { ...session(), name: 'Talk two' });
    expect(project.name).toBe('Talk two');
    await client.call('projects.close', session());
    await expect(client.call('view.load', session())).rejects.toMatchObject({
      code: 'no-such-session',
    });
    const [listing] = await client.call('projects.list', {});
    expect(listing).toMatchObject({ name: 'Talk two', isMissing: false });
    project = await client.call('projects.open', { ref: listing?.ref ?? '' });
    expect((await client.call('view.load', session())).page).toBe('animate');
    expect((await snapshot()).history.redo).not.toBeNull();
    const steps = await client.call('document.history', session());
    await client.call('document.goTo', { ...session(), seq: 0 });
    expect((await snapshot()).document.scene).toBeNull();
    await client.call('document.goTo', { ...session(), seq: steps.at(-1)?.seq ?? 0 });
    expect((await snapshot()).document.people).toHaveLength(2);
  });

  it('finds a face in a drawn box', async () => {
    const { document } = await snapshot();
    const box = document.people[1]?.face.box ?? [0, 0, 1, 1];
    const { face, isDetected } = await client.call('analysis.faceInBox', {
      ...session(),
      box: [box[0] - 4, box[1] + 3, box[2] + 5, box[3] - 6],
    });
    expect(isDetected).toBe(true);
    expect(Math.abs(face.box[0] - box[0])).toBeLessThan(box[2] * 0.1);
  });
});
