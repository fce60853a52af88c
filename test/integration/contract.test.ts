// The whole contract, over both carriers: what a window does from a picture to a moving draft, and what
// no window of ours would send.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONTRACT, type ProcedureName } from '#core/contract/contract.ts';
import type { DocumentEvent, OpenedProject } from '#core/contract/project-types.ts';
import { MOTION_SIZE } from '#core/motion/motion-vector.ts';
import { createStudio } from '#main/host/studio/create-studio.ts';
import { resourcePath } from '#main/resource-path.ts';
import type { ContractClient } from '../support/contract-client.ts';
import { PortClient } from '../support/port-client.ts';
import { serveForTest } from '../support/serve.ts';
import { WindowClient } from '../support/window-client.ts';

interface Carrier {
  readonly client: ContractClient;
  readonly projectsFolder: string;
  stop(): Promise<void>;
}

async function overSocket(folder: string): Promise<Carrier> {
  const server = await serveForTest(folder);
  const client = await WindowClient.open(server.address);
  return { client, projectsFolder: server.projectsFolder, stop: () => server.stop() };
}

async function overMessages(folder: string): Promise<Carrier> {
  const folders = {
    projects: join(folder, 'projects'),
    exports: join(folder, 'films'),
    config: join(folder, 'config'),
  };
  const studio = await createStudio({ program: 'test', folders, fileAccess: 'paths' });
  const client = new PortClient(studio);
  return { client, projectsFolder: folders.projects, stop: () => studio.close() };
}

const PROCEDURES = Object.entries(CONTRACT) as [ProcedureName, (typeof CONTRACT)[ProcedureName]][];

describe.each([
  { name: 'a WebSocket', open: overSocket, fileAccess: 'uploads' },
  { name: 'messages in the desktop program', open: overMessages, fileAccess: 'paths' },
] as const)('the contract over $name', ({ open, fileAccess }) => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-contract-'));
  let carrier: Carrier;
  let client: ContractClient;
  let project: OpenedProject;
  const session = () => ({ session: project.session });
  const snapshot = async () => {
    const event = await client.until('document.watch', session(), () => true);
    if (event.type !== 'snapshot') throw new Error('The first event is a snapshot.');
    return event;
  };

  beforeAll(async () => {
    carrier = await open(folder);
    ({ client } = carrier);
  });
  afterAll(async () => {
    client.close();
    await carrier.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('refuses what no procedure takes, each in one sentence', async () => {
    for (const [name, { verb }] of PROCEDURES) {
      const [right, wrong] =
        verb === 'subscription'
          ? (['subscribe', 'call'] as const)
          : (['call', 'subscribe'] as const);
      for (const [type, input] of [
        [right, { path: '/etc/passwd', session: '../..' }],
        [right, null],
        [wrong, {}],
      ] as const) {
        await expect(
          client.callAnything(type, name, input),
          `${type} ${name}`,
        ).rejects.toMatchObject({
          category: 'usage',
          code: 'bad-request',
          message: expect.stringMatching(/^".*\.$/s) as string,
        });
      }
    }
    for (const name of ['app.quit', '__proto__', 'constructor', '']) {
      await expect(client.callAnything('call', name, {})).rejects.toMatchObject({
        code: 'bad-request',
      });
    }
  });

  it('says what the window may do', async () => {
    const start = await client.call('app.start', {});
    expect(start.fileAccess).toBe(fileAccess);
    const settings = await client.until('app.settings', {}, () => true);
    expect(await client.call('app.changeSettings', {})).toEqual(settings);
  });

  it('makes a project from a picture at once and finds its people by itself', async () => {
    const picture = await client.admit(resourcePath('sample', 'interview2.png'));
    project = await client.call('projects.create', { picture, name: 'Talk' });
    expect(project).toMatchObject({ name: 'Talk', readOnly: null });
    expect((await snapshot()).document.scene).not.toBeNull();
    await client.until('analysis.watch', session(), ({ state }) => state === 'ready');
    expect((await snapshot()).document.people).toHaveLength(2);
    // What was uploaded lies beside the project; a file of the user's own stays where it is.
    const imports = join(carrier.projectsFolder, 'Talk.parley-data', 'imports');
    expect(existsSync(imports) ? readdirSync(imports) : []).toEqual(
      fileAccess === 'uploads' ? ['interview2.png'] : [],
    );
  });

  it('takes voices, hears them, and proposes who speaks', async () => {
    const [anna] = (await snapshot()).document.people;
    for (const [name, personId] of [
      ['interview2-voice-a.flac', anna?.id ?? null],
      ['interview2-voice-b.flac', null],
    ] as const) {
      const file = await client.admit(resourcePath('sample', name));
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

  it('tells every follower of every change, in order, until the follower leaves', async () => {
    const seen: DocumentEvent[] = [];
    const left: DocumentEvent[] = [];
    const end = client.follow('document.watch', session(), (event) => seen.push(event));
    const leave = client.follow('document.watch', session(), (event) => left.push(event));
    await snapshot();
    leave();
    const { people } = (await snapshot()).document;
    const input = { personId: people[0]?.id, name: 'Anna' };
    const { label, revision } = await client.call('document.edit', {
      ...session(),
      command: 'renamePerson',
      input,
    });
    await client.call('document.undo', session());
    await client.call('document.redo', session());
    await client.call('document.undo', session());
    await expect
      .poll(() => seen.map((event) => (event.type === 'changes' ? event.origin : event.type)))
      .toEqual(['snapshot', 'edit', 'undo', 'redo', 'undo']);
    expect(seen[1]).toMatchObject({ type: 'changes', label, revision });
    expect(left).toHaveLength(1);
    end();
  });

  it('gives a call up', async () => {
    const controller = new AbortController();
    const asked = client.call(
      'preview.motion',
      { ...session(), chunk: 5, overlay: [] },
      controller.signal,
    );
    controller.abort();
    await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
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
      existsSync(join(carrier.projectsFolder, 'Talk.parley-data', 'snapshots', copy.name)),
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
