// The contract over anything that passes values: a window's IPC in Electron, a MessagePort in tests.
import type { Response } from '#core/contract/wire.ts';
import { ContractServer, type ContractHandlers } from './serve-contract.ts';

export interface MessageChannelEnd {
  postMessage(message: Response): void;
  onMessage(listener: (message: unknown) => void): void;
  onClose(listener: () => void): void;
}

/** Answers whoever is at the other end until it closes. */
export function serveMessagePort(handlers: ContractHandlers, end: MessageChannelEnd): void {
  const server = new ContractServer(handlers, { send: (message) => end.postMessage(message) });
  end.onMessage((message) => server.receive(message));
  end.onClose(() => server.close());
}
