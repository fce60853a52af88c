// What the desktop shell gives the page; nothing in a browser.
import type { DesktopBridge } from '#core/contract/desktop-bridge.ts';

export function theDesktop(): DesktopBridge | null {
  return (window as { readonly parley?: DesktopBridge }).parley ?? null;
}
