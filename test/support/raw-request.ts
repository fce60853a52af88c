// Requests that no browser and no fetch would send: any path, any Host, any header.
import { request, type IncomingHttpHeaders } from 'node:http';

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface RawRequest {
  readonly method?: string;
  /** Sent as it is. */
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** @param origin where the request really goes, e.g. `http://127.0.0.1:8080` */
export function sendRaw(
  origin: string,
  { method = 'GET', path = '/', headers = {}, body }: RawRequest,
): Promise<RawAnswer> {
  const { hostname, port, host } = new URL(origin);
  return new Promise((resolve, reject) => {
    const sent = request(
      { hostname, port, method, path, headers: { host, ...headers }, agent: false },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => {
          const { statusCode = 0, headers: answered } = response;
          resolve({ status: statusCode, headers: answered, body: Buffer.concat(parts) });
        });
      },
    );
    // A WebSocket that is let in answers by this event alone.
    sent.on('upgrade', (response, socket) => {
      socket.destroy();
      const { statusCode = 0, headers: answered } = response;
      resolve({ status: statusCode, headers: answered, body: Buffer.alloc(0) });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** What a client sends to have its connection turned into a WebSocket. */
export const UPGRADE = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
} as const;
