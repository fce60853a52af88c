// Finds the host of this window.
import type { DesktopBridge } from '#core/contract/desktop-bridge.ts';
import type { HostClient } from './host-client.ts';
import { connectByHttp } from './http-client.ts';
import { connectByIpc } from './ipc-client.ts';

/** Throws AppError `not-let-in` in a browser without the printed address. */
export async function connect(): Promise<HostClient> {
  const { parley } = window as { readonly parley?: DesktopBridge };
  return parley === undefined ? connectByHttp() : connectByIpc(parley);
}
