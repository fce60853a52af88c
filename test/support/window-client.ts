// A window without a page: the contract over a real WebSocket, for tests of the host.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { WebSocket } from 'ws';
import type { FileToken } from '#core/contract/project-types.ts';
import {
  decodeWire,
  encodeWire,
  type Request as WireRequest,
  type Response as WireResponse,
} from '#core/contract/wire.ts';
import { ContractClient } from './contract-client.ts';

export class WindowClient extends ContractClient {
  readonly origin: string;
  readonly cookie: string;
  private readonly socket: WebSocket;

  private constructor(origin: string, cookie: string, socket: WebSocket) {
    super();
    this.origin = origin;
    this.cookie = cookie;
    this.socket = socket;
    socket.on('message', (data: Buffer) =>
      this.receive(decodeWire(data.toString('utf8')) as WireResponse),
    );
  }

  /** @param address as the server prints it */
  static async open(address: string): Promise<WindowClient> {
    const { origin, hash } = new URL(address);
    const answer = await fetch(`${origin}/session`, {
      method: 'POST',
      headers: { origin },
      body: hash.replace('#token=', ''),
    });
    const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/contract`, {
      headers: { origin, cookie },
    });
    await new Promise((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    return new WindowClient(origin, cookie, socket);
  }

  async admit(path: string): Promise<FileToken> {
    const answer = await fetch(`${this.origin}/files?name=${encodeURIComponent(basename(path))}`, {
      method: 'PUT',
      headers: { origin: this.origin, cookie: this.cookie },
      body: await readFile(path),
    });
    const { token } = (await answer.json()) as { token: FileToken };
    return token;
  }

  get(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return fetch(new URL(url, this.origin), { headers: { cookie: this.cookie, ...headers } });
  }

  close(): void {
    this.socket.close();
  }

  protected send(message: WireRequest): void {
    this.socket.send(encodeWire(message));
  }
}
