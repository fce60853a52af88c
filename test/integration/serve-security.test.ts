// Who the real server of the window lets in over HTTP, what it gives out, and what it says with it.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenedProject } from '#core/contract/project-types.ts';
import { resourcePath } from '#main/resource-path.ts';
import { sendRaw, UPGRADE, type RawAnswer, type RawRequest } from '../support/raw-request.ts';
import { serveForTest, type TestServer } from '../support/serve.ts';
import { WindowClient } from '../support/window-client.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-doors-'));
const PICTURE = resourcePath('sample', 'interview2.png');
const FOREIGN = 'http://example.org';

describe('the doors of the server', () => {
  let server: TestServer;
  let client: WindowClient;
  let project: OpenedProject;
  /** Address of the project's picture, e.g. `/media/1a2b...` */
  let media: string;
  let port: string;
  let token: string;

  const send = (request: RawRequest): Promise<RawAnswer> => sendRaw(server.origin, request);
  const cookie = () => ({ cookie: client.cookie });
  const ours = () => ({ origin: server.origin, ...cookie() });
  const upload = (name: string, body: string | Buffer = 'x', headers = {}) =>
    send({
      method: 'PUT',
      path: `/files?name=${encodeURIComponent(name)}`,
      headers: { ...ours(), ...headers },
      body,
    });

  /** Every way in, each with the right cookie and the right token. */
  const allWays = (headers: Readonly<Record<string, string>>): readonly RawRequest[] => [
    { path: '/', headers: { ...cookie(), ...headers } },
    { path: media, headers: { ...cookie(), ...headers } },
    { method: 'POST', path: '/session', headers: { ...ours(), ...headers }, body: token },
    { method: 'PUT', path: '/files?name=a.png', headers: { ...ours(), ...headers }, body: 'x' },
    { path: '/contract', headers: { ...UPGRADE, ...ours(), ...headers } },
  ];

  beforeAll(async () => {
    server = await serveForTest(folder);
    port = new URL(server.origin).port;
    token = new URL(server.address).hash.replace('#token=', '');
    client = await WindowClient.open(server.address);
    const picture = await client.admit(PICTURE);
    project = await client.call('projects.create', { picture, name: 'Doors' });
    const { session } = project;
    const shown = await client.until('document.watch', { session }, () => true);
    if (shown.type !== 'snapshot') throw new Error('The first event is a snapshot.');
    const mediaId = shown.document.scene?.pictureId;
    const item = { kind: 'media', mediaId: mediaId ?? '' } as const;
    media = `/${(await client.call('media.link', { session, item })).url}`;
  });
  afterAll(async () => {
    client.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('stand open for its own page: every way in works', async () => {
    const statuses = [];
    for (const way of allWays({})) statuses.push((await send(way)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 101]);
  });

  it('are those of this machine alone', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal);
    for (const { address } of others) {
      const code = await new Promise((resolve) => {
        const socket = connect(Number(port), address);
        socket.once('connect', () => resolve('connected'));
        socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code));
        socket.once('close', () => socket.destroy());
      });
      expect(code, address).not.toBe('connected');
    }
  });

  it('are shut to a name that points at this machine from elsewhere', async () => {
    const names = [
      'example.org',
      `example.org:${port}`,
      '127.0.0.1',
      `127.0.0.1:${Number(port) + 1}`,
      `127.0.0.1:${port}.example.org`,
      `127.0.0.1.example.org:${port}`,
      `localhost.example.org:${port}`,
      `[::1]:${port}`,
      `0.0.0.0:${port}`,
    ];
    for (const host of names) {
      for (const way of allWays({ host })) {
        const answer = await send(way);
        const isUpgrade = way.path === '/contract';
        expect(answer.status, `${way.path ?? ''} as "${host}"`).toBe(isUpgrade ? 403 : 421);
        expect(answer.headers['set-cookie']).toBeUndefined();
        expect(answer.body.length).toBeLessThan(100);
      }
    }
  });

  it('are shut to another site, whatever cookie and token it has got', async () => {
    const origins = [
      FOREIGN,
      'null',
      `https://127.0.0.1:${port}`,
      `http://127.0.0.1:${Number(port) + 1}`,
      // The page of one name may not speak for the other.
      `http://localhost:${port}`,
      `${server.origin}.example.org`,
    ];
    for (const origin of origins) {
      for (const way of allWays({ origin })) {
        const answer = await send(way);
        expect(answer.status, `${way.path ?? ''} from ${origin}`).toBe(403);
        expect(answer.headers['set-cookie']).toBeUndefined();
        expect(answer.headers['access-control-allow-origin']).toBeUndefined();
      }
    }
  });

  it('are shut to what changes something and does not say where it comes from', async () => {
    for (const [method, path] of [
      ['POST', '/session'],
      ['PUT', '/files?name=a.png'],
      ['DELETE', media],
      ['OPTIONS', '/session'],
    ] as const) {
      const answer = await send({ method, path, headers: cookie(), body: token });
      expect(answer.status, `${method} ${path}`).toBe(403);
    }
    expect((await send({ path: '/contract', headers: { ...UPGRADE, ...cookie() } })).status).toBe(
      403,
    );
  });

  it('give nothing but the page to someone without a session', async () => {
    const strangers = [
      '',
      `parley_session_${port}=`,
      `parley_session_${port}=${token}`,
      `parley_session=${client.cookie.split('=')[1] ?? ''}`,
      client.cookie.slice(0, -1),
      client.cookie.replace(`_${port}`, `_${Number(port) + 1}`),
    ];
    for (const each of strangers) {
      const headers = { origin: server.origin, cookie: each };
      expect((await send({ path: '/', headers })).status).toBe(200);
      expect((await send({ path: media, headers })).status, each).toBe(401);
      const put = await send({ method: 'PUT', path: '/files?name=a', headers, body: 'x' });
      expect(put.status, each).toBe(401);
      const socket = await send({ path: '/contract', headers: { ...UPGRADE, ...headers } });
      expect(socket.status, each).toBe(403);
    }
  });

  it('give a session for the right token only, as a cookie that no script and no other site sees', async () => {
    const ask = (body: string) =>
      send({ method: 'POST', path: '/session', headers: { origin: server.origin }, body });
    const right = await ask(token);
    expect(right.status).toBe(200);
    expect(right.headers['set-cookie']?.[0]).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
    expect(right.body.toString()).toBe('{}');
    for (const wrong of ['', token.slice(1), `${token} `, `${token}\n`, token.toUpperCase()]) {
      const answer = await ask(wrong);
      expect(answer.status, wrong).toBe(401);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
    expect((await ask('x'.repeat(5000))).status).toBe(413);
  });

  it('answer no path but those of the page and links, however it is spelled', async () => {
    const link = media.replace('/media/', '');
    const paths = [
      '/../../../etc/passwd',
      '/assets/../../../etc/passwd',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/..%2f..%2fetc%2fpasswd',
      '/..%5c..%5cetc%5cpasswd',
      '//etc/passwd',
      '//',
      '//:',
      'http://',
      '/%',
      '/media/%',
      '/media/../../../etc/passwd',
      '/media/..%2f..%2f..%2fetc%2fpasswd',
      '/media/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
      '/media//etc/passwd',
      `/media/${link}/../../../etc/passwd`,
      `/media/${link}%2f..%2f..%2fetc%2fpasswd`,
      `/media/${link}%00.png`,
      `/media/${link}/`,
      `/media/${link}x`,
      `/media/${link.slice(0, -1)}`,
      '/media/',
      '/media/__proto__',
      '/media/constructorconstructor',
      `/media/${encodeURIComponent(PICTURE)}`,
      `/media?path=${encodeURIComponent(PICTURE)}`,
      '/package.json',
      '/contract',
      '/files?name=a',
      '/session',
    ];
    for (const path of paths) {
      const { status, body } = await send({ path, headers: cookie() });
      expect(status, path).toBe(404);
      expect(body.toString(), path).not.toMatch(/root:|PNG|\//);
    }
    expect((await send({ path: 'file:///etc/passwd', headers: cookie() })).status).toBe(404);
  });

  it('take no name of a given file for a link, and no link for a session', async () => {
    const { body } = await upload('a.png', readFileSync(PICTURE));
    const { token: given } = JSON.parse(body.toString()) as { token: string };
    for (const name of [given, project.session]) {
      expect((await send({ path: `/media/${name}`, headers: cookie() })).status).toBe(404);
    }
  });

  it('do nothing with media but show them', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      const answer = await send({ method, path: media, headers: ours(), body: 'x' });
      expect(answer.status, method).toBe(405);
    }
  });

  it('keep names of uploads out of the file system', async () => {
    const picture = readFileSync(PICTURE);
    for (const [given, kept] of [
      ['../../../evil.png', 'evil.png'],
      ['..\\..\\evil two.png', 'evil two.png'],
      ['.hidden.png', 'hidden.png'],
      ['a\u0000b.png', 'a b.png'],
    ] as const) {
      const { body } = await upload(given, picture);
      const { token: file } = JSON.parse(body.toString()) as { token: string };
      const made = await client.call('projects.create', { picture: file, name: null });
      const imports = join(server.projectsFolder, `${made.name}.parley-data`, 'imports');
      expect(readdirSync(imports), given).toHaveLength(1);
      expect(readdirSync(imports)[0], given).toContain(kept.split('.')[0]);
      await client.call('projects.close', { session: made.session });
    }
    expect(readdirSync(folder).sort()).toEqual(['config', 'page', 'projects']);
    for (const name of ['', 'x'.repeat(256)]) expect((await upload(name)).status).toBe(400);
  });

  it('refuse an upload that is too large before it is sent, and keep nothing of a broken one', async () => {
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1');
      let text = '';
      socket.on('data', (part) => {
        text += part.toString();
        if (text.includes('upload-too-large')) socket.destroy();
      });
      socket.on('close', () => resolve(text));
      socket.on('error', reject);
      socket.write(
        `PUT /files?name=a HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: ${server.origin}\r\n` +
          `Cookie: ${client.cookie}\r\nContent-Length: ${9 * 2 ** 30}\r\n\r\nfirst bytes`,
      );
    });
    expect(answer).toMatch(/^HTTP\/1\.1 422 /);
    const before = readdirSync(server.studio.stagingFolder).length;
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1');
      socket.on('close', () => resolve());
      socket.write(
        `PUT /files?name=a HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: ${server.origin}\r\n` +
          `Cookie: ${client.cookie}\r\nContent-Length: 1000\r\n\r\nonly these`,
        () => socket.destroy(),
      );
    });
    await expect.poll(() => readdirSync(server.studio.stagingFolder).length).toBe(before);
  });

  it('give any one part of a file, and no more', async () => {
    const whole = readFileSync(PICTURE);
    const size = whole.length;
    const ask = (range: string, method = 'GET') =>
      send({ method, path: media, headers: { ...cookie(), range } });
    for (const [range, first, last] of [
      ['bytes=0-0', 0, 0],
      ['bytes=10-', 10, size - 1],
      ['bytes=-5', size - 5, size - 1],
      [`bytes=0-${size * 2}`, 0, size - 1],
      [`bytes=-${size * 2}`, 0, size - 1],
      [`bytes=${size - 1}-`, size - 1, size - 1],
    ] as const) {
      const answer = await ask(range);
      expect(answer.status, range).toBe(206);
      expect(answer.headers['content-range'], range).toBe(`bytes ${first}-${last}/${size}`);
      expect(answer.body.equals(whole.subarray(first, last + 1)), range).toBe(true);
    }
    for (const range of [
      `bytes=${size}-`,
      'bytes=5-2',
      'bytes=-0',
      'bytes=-',
      'bytes=0-1,3-4',
      'bytes=1e3-2e3',
      'bytes=-1-2',
      'bytes=0x1-0x2',
      'lines=1-2',
      `bytes=${'9'.repeat(400)}-`,
    ]) {
      const answer = await ask(range);
      expect(answer.status, range).toBe(416);
      expect(answer.headers['content-range'], range).toBe(`bytes */${size}`);
      expect(answer.body.length, range).toBe(0);
    }
    const head = await ask('bytes=2-9', 'HEAD');
    expect(head).toMatchObject({ status: 206, headers: { 'content-length': '8' } });
    expect(head.body.length).toBe(0);
    const all = await send({ path: media, headers: cookie() });
    expect(all.headers).toMatchObject({ 'accept-ranges': 'bytes', 'content-type': 'image/png' });
    expect(all.body.equals(whole)).toBe(true);
  });

  it('isolate every answer and let only its own scripts run', async () => {
    const answers = [
      await send({ path: '/' }),
      await send({ path: '/nothing' }),
      await send({ path: media, headers: cookie() }),
      await send({ path: media }),
      await send({ path: media, headers: { ...cookie(), range: 'bytes=9999999999-' } }),
      await send({ path: '/', headers: { host: 'example.org' } }),
      await send({ path: '/', headers: { origin: FOREIGN } }),
      await send({ method: 'POST', path: '/session', headers: ours(), body: 'wrong' }),
      await send({ method: 'POST', path: '/session', headers: ours(), body: token }),
      await upload(''),
    ];
    for (const { status, headers } of answers) {
      expect(headers, String(status)).toMatchObject({
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
        'cross-origin-resource-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      });
      const policy = parsePolicy(String(headers['content-security-policy']));
      expect(policy).toMatchObject({
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'connect-src': ["'self'", `ws://127.0.0.1:${port}`],
        'frame-ancestors': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'none'"],
      });
      const sources = Object.entries(policy).filter(([name]) => name !== 'style-src-attr');
      for (const source of sources.flatMap(([, each]) => each))
        expect(source).not.toMatch(/unsafe|^\*|https?:|\*\./);
      expect(headers['server']).toBeUndefined();
      expect(headers['x-powered-by']).toBeUndefined();
    }
  });

  it('end the links of a project with the project', async () => {
    await client.call('projects.close', { session: project.session });
    expect((await send({ path: media, headers: cookie() })).status).toBe(404);
  });

  it('shut for a while after many wrong tokens, and stay open to those inside', async () => {
    const ask = (body: string) =>
      send({ method: 'POST', path: '/session', headers: { origin: server.origin }, body });
    let tries = 0;
    while ((await ask('wrong')).status === 401 && tries < 100) tries++;
    expect(tries).toBeLessThanOrEqual(20);
    expect((await ask(token)).status).toBe(429);
    expect((await client.call('app.start', {})).fileAccess).toBe('uploads');
  });
});

function parsePolicy(text: string): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    text.split('; ').map((rule) => {
      const [name = '', ...sources] = rule.split(' ');
      return [name, sources];
    }),
  );
}
