// The native menu of the desktop program follows the action registry.
import type { DesktopBridge, MenuEntry, MenuGroup } from '#core/contract/desktop-bridge.ts';
import { onContextChange, readContext } from '../actions/action-context.ts';
import { performAction } from '../actions/perform-action.ts';
import type { Action } from '../actions/action.ts';
import { ACTIONS } from '../actions/registry.ts';
import { titleOf } from '../actions/use-action.ts';
import { i18n } from '../lib/i18n/i18n.ts';
import { keysOf } from '../lib/keymap/key-map.ts';
import { readChord } from '../lib/keymap/chord.ts';
import { appStore } from '../state/app-store.ts';
import { projectStore } from '../state/project-store.ts';
import { MENU_GROUPS, MENUS, menuActions, type MenuName } from './action-menus.ts';

/** While something plays, much changes that no menu shows. */
const WRITE_AFTER_MS = 250;

export function startDesktopMenu(desktop: DesktopBridge): void {
  let last = '';
  let timer: ReturnType<typeof setTimeout> | null = null;
  const write = (): void => {
    timer = null;
    const menu = MENUS.map(groupOf);
    const text = JSON.stringify(menu);
    if (text === last) return;
    last = text;
    desktop.setMenu(menu);
  };
  onContextChange(() => {
    timer ??= setTimeout(write, WRITE_AFTER_MS);
  });
  write();
  desktop.onAction((id: string) => {
    const action = ACTIONS.find((each) => each.id === id);
    if (action !== undefined) void performAction(action);
  });
  projectStore.subscribe(({ opened }, before) => {
    if (opened !== before.opened) desktop.setTitle(opened?.name ?? i18n.t('shell:appName'), false);
  });
}

/** A native menu has no submenus of ours: everything of a menu in one list. */
function groupOf(menu: MenuName): MenuGroup {
  return {
    label: i18n.t(`shell:menus.${menu}`),
    entries: MENU_GROUPS[menu].flatMap((group) => menuActions(group).map(entryOf)),
  };
}

function entryOf(action: Action): MenuEntry {
  const context = readContext();
  const chord = keysOf(action, appStore.getState().settings).at(0);
  return {
    id: action.id,
    label: titleOf(action, context),
    accelerator: chord === undefined ? null : acceleratorOf(chord),
    isEnabled: action.isEnabled?.(context) ?? true,
    isOn: action.isOn?.(context) ?? null,
  };
}

/** Keys that Electron writes in another way than the physical code. */
const ACCELERATORS: Readonly<Record<string, string>> = {
  Backquote: '`',
  Backslash: '\\',
  BracketLeft: '[',
  BracketRight: ']',
  Comma: ',',
  Equal: '=',
  Minus: '-',
  NumpadMultiply: 'nummult',
  Period: '.',
  Quote: "'",
  Semicolon: ';',
  Slash: '/',
};

/** Electron's way of writing a chord. */
function acceleratorOf(chord: string): string {
  const { ctrl, alt, shift, code } = readChord(chord);
  const plain = code.replace(/^(Key|Digit|Arrow)/, '').replace(/^Numpad(?=\d)/, 'num');
  const key = ACCELERATORS[code] ?? plain;
  return [ctrl && 'CmdOrCtrl', alt && 'Alt', shift && 'Shift', key].filter(Boolean).join('+');
}
