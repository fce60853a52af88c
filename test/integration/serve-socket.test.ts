// What the real server makes of a window that sends what no window of ours would.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { CONTRACT, type ProcedureName } from '#core/contract/contract.ts';
import { serveForTest, type TestServer } from '../support/serve.ts';
import { WindowClient } from '../support/window-client.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-socket-'));
const MEBIBYTE = 2 ** 20;

interface Heard {
  readonly type: string;
  readonly id: number;
  readonly error?: { readonly code: string; readonly message: string };
}

/** A window that says anything. */
class RudeWindow {
  readonly heard: Heard[] = [];
  readonly closed: Promise<number>;
  private readonly socket: WebSocket;

  private constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on('message', (data: Buffer) => this.heard.push(JSON.parse(data.toString()) as Heard));
    this.closed = new Promise((resolve) => socket.on('close', resolve));
    // The server may hang up while a large message is still on its way.
    socket.on('error', () => undefined);
  }

  static async open({ origin, cookie }: WindowClient): Promise<RudeWindow> {
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/contract`, {
      headers: { origin, cookie },
    });
    await new Promise((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    return new RudeWindow(socket);
  }

  say(message: unknown): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  sayBytes(bytes: Buffer): void {
    this.socket.send(bytes);
  }

  /** What comes back under an id. */
  async answerTo(id: number): Promise<Heard> {
    const find = () => this.heard.find((each) => each.id === id);
    await expect.poll(find, { timeout: 10_000 }).toBeDefined();
    return find() ?? { type: 'none', id };
  }

  /** Resolves when everything said so far has been taken in. */
  async settle(): Promise<void> {
    const id = 900_000 + this.heard.length;
    this.say({ type: 'call', id, name: 'app.start', input: {} });
    await this.answerTo(id);
  }

  close(): void {
    this.socket.terminate();
  }
}

describe('the socket of the server', () => {
  let server: TestServer;
  let polite: WindowClient;
  let rude: RudeWindow;

  beforeAll(async () => {
    server = await serveForTest(folder);
    polite = await WindowClient.open(server.address);
  });
  beforeEach(async () => {
    rude = await RudeWindow.open(polite);
  });
  afterEach(async () => {
    rude.close();
    // Whatever one window did, the others go on.
    expect((await polite.call('app.start', {})).fileAccess).toBe('uploads');
  });
  afterAll(async () => {
    polite.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['no JSON', '{"type":"call"'],
    ['nothing', ''],
    ['JSON deeper than the stack', '['.repeat(500_000)],
  ])('hangs up on %s', async (_, text) => {
    rude.say(text);
    expect(await rude.closed).toBe(1008);
  });

  it('hangs up on bytes', async () => {
    rude.sayBytes(Buffer.from('{"type":"call","id":1,"name":"app.start","input":{}}'));
    expect(await rude.closed).toBe(1008);
  });

  it('hangs up on a message larger than any of ours, and takes one that is not', async () => {
    const padded = (bytes: number) =>
      JSON.stringify({ type: 'call', id: 1, name: 'app.start', input: { x: 'x'.repeat(bytes) } });
    rude.say(padded(MEBIBYTE));
    expect((await rude.answerTo(1)).error?.code).toBe('bad-request');
    rude.say(padded(64 * MEBIBYTE));
    expect(await rude.closed).toBe(1009);
  });

  it.each([
    ['a list', []],
    ['a number', 7],
    ['null', null],
    ['no id', { type: 'call', name: 'app.start', input: {} }],
    ['an id below zero', { type: 'call', id: -1, name: 'app.start', input: {} }],
    ['an id in pieces', { type: 'call', id: 1.5, name: 'app.start', input: {} }],
    ['an id as text', { type: 'call', id: '1', name: 'app.start', input: {} }],
  ])('lets %s fall, for there is no request to refuse', async (_, message) => {
    rude.say(message);
    await rude.settle();
    expect(rude.heard).toHaveLength(1);
  });

  it.each([
    ['an unknown kind of message', { type: 'shout', name: 'app.start', input: {} }],
    ['a kind from the prototype', { type: 'constructor', name: 'app.start', input: {} }],
    ['more than a message holds', { type: 'call', name: 'app.start', input: {}, as: 'root' }],
    ['a name that is no text', { type: 'call', name: ['app.start'], input: {} }],
    ['a name without end', { type: 'call', name: 'a'.repeat(65), input: {} }],
    ['an unknown procedure', { type: 'call', name: 'app.quit', input: {} }],
    ['a procedure of the prototype', { type: 'call', name: '__proto__', input: {} }],
    ['another one', { type: 'call', name: 'hasOwnProperty', input: {} }],
    ['an unknown subscription', { type: 'subscribe', name: 'app.keys', input: {} }],
    ['a subscription called', { type: 'call', name: 'app.settings', input: {} }],
    ['a call subscribed to', { type: 'subscribe', name: 'app.start', input: {} }],
    ['no input', { type: 'call', name: 'app.start' }],
    ['an input with more', { type: 'call', name: 'app.start', input: { path: '/etc' } }],
    ['a path for a session', { type: 'call', name: 'view.load', input: { session: '../..' } }],
    [
      'a path for a file',
      { type: 'call', name: 'projects.create', input: { picture: '/etc/passwd', name: null } },
    ],
    [
      'a folder that is a path',
      {
        type: 'call',
        name: 'deliver.estimate',
        input: {
          session: 'x',
          settings: { preset: 'x', takeId: null, range: null, fileName: 'a', folder: '/tmp' },
        },
      },
    ],
    [
      'a film named into another folder',
      {
        type: 'call',
        name: 'deliver.estimate',
        input: {
          session: 'x',
          settings: { preset: 'x', takeId: null, range: null, fileName: '../a', folder: null },
        },
      },
    ],
    [
      'an array that is none',
      { type: 'call', name: 'app.start', input: { $array: 'constructor', data: 'AAAA' } },
    ],
    [
      'a typed array where none belongs',
      { type: 'call', name: 'app.start', input: { $array: 'Float32Array', data: 'AAAAAA==' } },
    ],
  ])('refuses %s in one sentence', async (_, message) => {
    rude.say({ id: 1, ...message });
    const { type, error } = await rude.answerTo(1);
    expect(type).toBe('error');
    expect(error?.code).toBe('bad-request');
    expect(error?.message).toMatch(/\.$/);
    expect(error?.message).not.toMatch(/\n|at .*\.ts/);
  });

  it('takes no input for a prototype', async () => {
    rude.say('{"type":"call","id":1,"name":"app.start","input":{"__proto__":{"polluted":1}}}');
    await rude.answerTo(1);
    rude.say('{"type":"call","id":2,"__proto__":{"name":"app.start"},"input":{}}');
    expect((await rude.answerTo(2)).error?.code).toBe('bad-request');
    expect({} as object).not.toHaveProperty('polluted');
  });

  it('refuses every procedure that asks for a session with one that is guessed', async () => {
    const names = Object.keys(CONTRACT) as ProcedureName[];
    const guessed: Readonly<Record<string, unknown>> = {
      session: 'a'.repeat(21),
      name: 'x',
      command: 'setScoreKeys',
      input: {},
      seq: 0,
      file: 'x',
      personId: null,
      mediaId: 'x',
      voiceId: 'x',
      jobId: 'x',
      beforeId: null,
      takeId: 'x',
      isStarred: true,
      box: [0, 0, 1, 1],
      overlay: [],
      chunk: 0,
      level: 0,
      first: 0,
      end: 1,
      view: {},
      item: { kind: 'media', mediaId: 'x' },
      job: { kind: 'render', settings: { range: null, size: null, seed: null } },
      settings: { preset: 'x', takeId: null, range: null, fileName: 'x', folder: null },
    };
    let asked = 0;
    for (const [id, name] of names.entries()) {
      const { input, verb } = CONTRACT[name];
      if (!('shape' in input) || !('session' in input.shape)) continue;
      const own = Object.fromEntries(
        Object.keys(input.shape).map((key) => [
          key,
          name === 'import.portrait' && key === 'personId' ? 'x' : guessed[key],
        ]),
      );
      rude.say({ type: verb === 'subscription' ? 'subscribe' : 'call', id, name, input: own });
      const answer = await rude.answerTo(id);
      expect(answer.error?.code, `${name}: ${answer.error?.message ?? ''}`).toBe('no-such-session');
      asked++;
    }
    expect(asked).toBeGreaterThan(30);
  });

  it('does not let one window follow more than it could ever show', async () => {
    for (let id = 0; id < 200; id++)
      rude.say({ type: 'subscribe', id, name: 'app.engine', input: {} });
    await rude.settle();
    const refused = rude.heard.filter(({ error }) => error?.code === 'too-many-requests');
    expect(refused).toHaveLength(200 - 64);
    for (let id = 0; id < 200; id++) rude.say({ type: 'cancel', id });
    rude.say({ type: 'subscribe', id: 500, name: 'app.engine', input: {} });
    expect((await rude.answerTo(500)).type).toBe('event');
  });

  it('answers a number once, however often it is asked under it', async () => {
    for (let count = 0; count < 5; count++)
      rude.say({ type: 'subscribe', id: 3, name: 'app.engine', input: {} });
    await rude.settle();
    expect(rude.heard.filter(({ id }) => id === 3)).toHaveLength(1);
  });

  it('goes on when a window vanishes in the middle', async () => {
    for (const [id, name] of ['app.machine', 'app.models', 'projects.list'].entries())
      rude.say({ type: 'call', id, name, input: {} });
    rude.say({ type: 'subscribe', id: 9, name: 'activity.watch', input: {} });
    rude.close();
    await rude.closed;
    expect(await polite.call('projects.list', {})).toEqual([]);
  });
});
