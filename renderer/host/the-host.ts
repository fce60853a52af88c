// The one host of this window.
import type { HostClient } from './host-client.ts';

let host: HostClient | null = null;

export function setHost(client: HostClient): void {
  host = client;
}

/** @throws Error before the window has connected */
export function theHost(): HostClient {
  if (host === null) throw new Error('The window is not connected to a host.');
  return host;
}
