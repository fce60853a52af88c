// The contract over a WebSocket, as JSON text.
import type { RawData, WebSocket } from 'ws';
import { decodeWire, encodeWire } from '#core/contract/wire.ts';
import { ContractServer, type ContractHandlers } from './serve-contract.ts';

/** A window that reads slower than the host speaks is cut off before it fills the memory. */
const BACKLOG_LIMIT_BYTES = 256 << 20;
/** Violation of what the other side may send. */
const POLICY_VIOLATION = 1008;

/** Answers the window at the other end until it leaves. */
export function serveWebSocket(handlers: ContractHandlers, socket: WebSocket): void {
  const server = new ContractServer(handlers, {
    send: (message) => {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > BACKLOG_LIMIT_BYTES) {
        socket.terminate();
        return;
      }
      socket.send(encodeWire(message));
    },
  });
  socket.on('message', (data, isBinary) => {
    const message = isBinary ? null : read(data);
    if (message === null) socket.close(POLICY_VIOLATION, 'JSON text only');
    else server.receive(message.value);
  });
  socket.on('close', () => server.close());
  // A broken connection closes; there is nobody to tell.
  socket.on('error', () => socket.terminate());
}

function read(data: RawData): { readonly value: unknown } | null {
  try {
    return { value: decodeWire((data as Buffer).toString('utf8')) };
  } catch {
    // No JSON, or nested deeper than the stack: whatever it was, no window of ours sends it.
    return null;
  }
}
