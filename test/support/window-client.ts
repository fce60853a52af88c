// A window without a page: the contract over a real WebSocket, for tests of the host.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { WebSocket } from 'ws';
import type { CallName, Input, Output, SubscriptionName } from '#core/contract/contract.ts';
import type { FileToken } from '#core/contract/project-types.ts';
import { decodeWire, encodeWire, type Response } from '#core/contract/wire.ts';
import { fromWireError } from '#core/errors/app-error.ts';

interface Waiting {
  readonly onEvent: (event: unknown) => void;
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: Error) => void;
}

export class WindowClient {
  readonly origin: string;
  readonly cookie: string;
  private readonly socket: WebSocket;
  private readonly waiting = new Map<number, Waiting>();
  private nextId = 1;

  private constructor(origin: string, cookie: string, socket: WebSocket) {
    this.origin = origin;
    this.cookie = cookie;
    this.socket = socket;
    socket.on('message', (data: Buffer) => {
      const response = decodeWire(data.toString('utf8')) as Response;
      const waiting = this.waiting.get(response.id);
      if (response.type === 'event') waiting?.onEvent(response.event);
      else {
        this.waiting.delete(response.id);
        if (response.type === 'answer') waiting?.resolve(response.output);
        else waiting?.reject(fromWireError(response.error));
      }
    });
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

  call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> {
    const id = this.nextId++;
    return new Promise<Output<N>>((resolve, reject) => {
      this.waiting.set(id, {
        onEvent: () => undefined,
        resolve: (output) => resolve(output as Output<N>),
        reject,
      });
      this.socket.send(encodeWire({ type: 'call', id, name, input }));
    });
  }

  /** Follows until `isLast` says so; resolves with that event. */
  until<N extends SubscriptionName>(
    name: N,
    input: Input<N>,
    isLast: (event: Output<N>) => boolean,
  ): Promise<Output<N>> {
    const id = this.nextId++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, {
        onEvent: (event) => {
          if (!isLast(event as Output<N>)) return;
          this.socket.send(encodeWire({ type: 'cancel', id }));
          resolve(event as Output<N>);
        },
        resolve: () => undefined,
        reject,
      });
      this.socket.send(encodeWire({ type: 'subscribe', id, name, input }));
    });
  }

  async upload(path: string): Promise<FileToken> {
    const answer = await fetch(`${this.origin}/files?name=${encodeURIComponent(basename(path))}`, {
      method: 'PUT',
      headers: { origin: this.origin, cookie: this.cookie },
      body: await readFile(path),
    });
    const { token } = (await answer.json()) as { token: FileToken };
    return token;
  }

  get(url: string, headers: Readonly<Record<string, string>> = {}): Promise<globalThis.Response> {
    return fetch(new URL(url, this.origin), { headers: { cookie: this.cookie, ...headers } });
  }

  close(): void {
    this.socket.close();
  }
}
