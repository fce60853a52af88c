// The host inside the desktop program, over the preload bridge.
import type { DesktopBridge } from '#core/contract/desktop-bridge.ts';
import type { HostClient } from './host-client.ts';
import { PendingRequests } from './pending-requests.ts';

export function connectByIpc(bridge: DesktopBridge): HostClient {
  const requests = new PendingRequests((request) => bridge.send(request));
  bridge.onMessage((response) => requests.receive(response));
  return {
    call: (name, input, options) => requests.call(name, input, options?.signal),
    subscribe: (name, input, onEvent, onError) => requests.subscribe(name, input, onEvent, onError),
    admitFile: (file) => bridge.admitFile(file),
    addressOf: (url) => `${bridge.mediaOrigin}/${url.replace(/^media\//, '')}`,
    // The host is the program that the window belongs to: it cannot be lost.
    onConnection: () => () => undefined,
  };
}
