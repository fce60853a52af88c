// The native menu is the page's action registry, drawn by the system. Keys are handled by the page,
// so the accelerators here are shown but not registered.
import { Menu, type MenuItemConstructorOptions, type WebContents } from 'electron';
import type { MenuGroup } from '#core/contract/desktop-bridge.ts';

export function menuTemplate(
  groups: readonly MenuGroup[],
  choose: (id: string) => void,
): MenuItemConstructorOptions[] {
  return groups.map(({ label, entries }) => ({
    label,
    submenu: entries.map(({ id, label: text, accelerator, isEnabled, isOn }) => ({
      id,
      label: text,
      enabled: isEnabled,
      registerAccelerator: false,
      ...(accelerator === null ? {} : { accelerator }),
      ...(isOn === null ? {} : { type: 'checkbox' as const, checked: isOn }),
      click: () => choose(id),
    })),
  }));
}

export function showMenu(groups: readonly MenuGroup[], contents: WebContents): void {
  const choose = (id: string): void => contents.send('action', id);
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(groups, choose)));
}
