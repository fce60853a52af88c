// The window over HTTP on this machine alone: page, files in, media out, and the contract by WebSocket.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { toWireError } from '#core/errors/app-error.ts';
import type { Studio } from '#main/host/studio/create-studio.ts';
import { contentSecurityPolicy, PAGE_HEADERS } from '#main/transport/content-security.ts';
import { serveWebSocket } from '#main/transport/web-socket.ts';
import { answerJson, answerStatus } from './answer.ts';
import { Gate } from './guard-request.ts';
import { receiveUpload } from './receive-upload.ts';
import { serveMedia } from './serve-media.ts';
import { readPage, type PageFile } from '#main/transport/read-page.ts';

const HOST = '127.0.0.1';
const BODY_LIMIT_BYTES = 4096;
const MESSAGE_LIMIT_BYTES = 64 << 20;
const NAME_LIMIT = 255;
/** After this many wrong tokens in a row the server answers none for a while. */
const WRONG_TOKEN_LIMIT = 20;
const WRONG_TOKEN_PAUSE_MS = 60_000;

export interface RunningServer {
  /** To be opened by the user; holds the token. */
  readonly address: string;
  readonly origin: string;
  stop(): Promise<void>;
}

/** @param port 0: any free one. Throws the system's error when the port is taken. */
export async function startServer(
  studio: Studio,
  pageFolder: string,
  port: number,
): Promise<RunningServer> {
  const gate = new Gate();
  const page = readPage(pageFolder);
  const doors = new Doors(studio, gate, page);
  const server = createServer((request, response) => {
    doors.answer(request, response).catch((error: unknown) => {
      const { message } = toWireError(error);
      answerStatus(response, 500, message);
    });
  });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MESSAGE_LIMIT_BYTES });
  server.on('upgrade', (request, socket, head) => {
    if (!doors.mayUpgrade(request)) {
      refuseUpgrade(socket);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (ws) => serveWebSocket(studio.procedures, ws));
  });
  await listen(server, port);
  gate.listenOn((server.address() as AddressInfo).port);
  return {
    address: `${gate.origin}/#token=${gate.token}`,
    origin: gate.origin,
    async stop() {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, resolve);
  });
}

function refuseUpgrade(socket: Duplex): void {
  socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
}

class Doors {
  private readonly studio: Studio;
  private readonly gate: Gate;
  private readonly page: ReadonlyMap<string, PageFile>;
  private wrongTokens = 0;
  private closedUntil = 0;

  constructor(studio: Studio, gate: Gate, page: ReadonlyMap<string, PageFile>) {
    this.studio = studio;
    this.gate = gate;
    this.page = page;
  }

  mayUpgrade(request: IncomingMessage): boolean {
    const { gate } = this;
    return (
      request.url === '/contract' &&
      gate.isOurHost(request) &&
      gate.isOurOrigin(request, true) &&
      gate.hasSession(request)
    );
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { gate } = this;
    for (const [name, value] of Object.entries(PAGE_HEADERS)) response.setHeader(name, value);
    const policy = contentSecurityPolicy({ connect: [gate.origin.replace('http', 'ws')] });
    response.setHeader('Content-Security-Policy', policy);
    if (!gate.isOurHost(request)) {
      answerStatus(response, 421, 'This server answers to 127.0.0.1 only.');
      return;
    }
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    if (!gate.isOurOrigin(request, !isReading)) {
      answerStatus(response, 403, 'Another site may not ask this.');
      return;
    }
    const url = URL.parse(request.url ?? '/', gate.origin);
    if (url === null) answerStatus(response, 404, 'There is no such page.');
    else if (isReading) await this.read(request, response, url);
    else if (request.method === 'POST' && url.pathname === '/session')
      await this.openSession(request, response);
    else if (request.method === 'PUT' && url.pathname === '/files')
      await this.takeFile(request, response, url);
    else answerStatus(response, 405, 'This cannot be done here.');
  }

  private async read(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const media = /^\/media\/([A-Za-z0-9_-]{20,64})$/.exec(url.pathname);
    if (media === null) {
      this.showPage(request, response, url.pathname);
      return;
    }
    if (!this.gate.hasSession(request)) {
      answerStatus(response, 401, 'Open the address that Parley has printed.');
      return;
    }
    await serveMedia(request, response, this.studio.resolveLink(media[1] ?? ''));
  }

  private showPage(request: IncomingMessage, response: ServerResponse, path: string): void {
    const file = this.page.get(path);
    if (file === undefined) {
      answerStatus(response, 404, 'There is no such page.');
      return;
    }
    response.writeHead(200, {
      'Content-Type': file.contentType,
      'Content-Length': file.bytes.length,
      'Cache-Control': file.isForever ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
    response.end(request.method === 'HEAD' ? undefined : file.bytes);
  }

  /** The token becomes a cookie that scripts cannot read. */
  private async openSession(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const now = performance.now();
    if (now < this.closedUntil) {
      answerStatus(response, 429, 'Too many wrong tokens; wait a minute.');
      return;
    }
    const body = await readBody(request);
    if (body === null) {
      answerStatus(response, 413, 'That is too long.');
      return;
    }
    if (this.gate.isToken(body)) {
      this.wrongTokens = 0;
      answerJson(response, {}, { 'Set-Cookie': this.gate.sessionCookie });
      return;
    }
    if (++this.wrongTokens >= WRONG_TOKEN_LIMIT) {
      this.wrongTokens = 0;
      this.closedUntil = now + WRONG_TOKEN_PAUSE_MS;
    }
    answerStatus(response, 401, 'This token is not the one that Parley has printed.');
  }

  private async takeFile(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
  ): Promise<void> {
    if (!this.gate.hasSession(request)) {
      answerStatus(response, 401, 'Open the address that Parley has printed.');
      return;
    }
    const name = url.searchParams.get('name') ?? '';
    if (name === '' || name.length > NAME_LIMIT) {
      answerStatus(response, 400, 'The file needs a name.');
      return;
    }
    try {
      const path = await receiveUpload(request, this.studio.stagingFolder);
      answerJson(response, { token: this.studio.admitFile(path, { name, isUpload: true }) });
    } catch (error) {
      response.setHeader('Connection', 'close');
      response.writeHead(422, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(toWireError(error)));
    }
  }
}

/** Null when it is longer than any request of ours. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > BODY_LIMIT_BYTES) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
