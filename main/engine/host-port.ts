// The engine's side of the channel to the host: Node's own in a forked child, a message port in an
// Electron utility process.
import type { EngineMessage, HostMessage } from './protocol/messages.ts';

export interface HostPort {
  readonly send: (message: EngineMessage) => void;
  readonly onMessage: (listener: (message: HostMessage) => void) => void;
}

/** What Electron puts into `process` of a utility process. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

export function openHostPort(): HostPort {
  const { parentPort } = process as NodeJS.Process & { readonly parentPort?: ParentPort };
  if (parentPort !== undefined) {
    return {
      send: (message) => parentPort.postMessage(message),
      onMessage: (listener) =>
        parentPort.on('message', ({ data }) => listener(data as HostMessage)),
    };
  }
  // A host that was killed closes the channel; nobody is left to render for.
  process.on('disconnect', () => process.exit(0));
  return {
    send: (message) => void process.send?.(message, undefined, undefined, () => undefined),
    onMessage: (listener) => process.on('message', (message: HostMessage) => listener(message)),
  };
}
