// The menus of the window, made from the action registry: for the menu bar and for the native menu.
import { readContext } from '../actions/action-context.ts';
import { performAction } from '../actions/perform-action.ts';
import type { Action, ActionGroup } from '../actions/action.ts';
import { ACTIONS } from '../actions/registry.ts';
import { titleOf } from '../actions/use-action.ts';
import { i18n } from '../lib/i18n/i18n.ts';
import { chordLabel } from '../lib/keymap/key-label.ts';
import { keysOf } from '../lib/keymap/key-map.ts';
import { appStore } from '../state/app-store.ts';
import type { MenuEntry } from '../ui/menu-item.ts';

export const MENUS = ['file', 'edit', 'view', 'timeline', 'help'] as const;
export type MenuName = (typeof MENUS)[number];

/** Groups that stand in the menu of another one. */
type InnerGroup = Exclude<ActionGroup, 'file' | 'edit' | 'view' | 'help'>;

/** Groups of a menu; the first is listed, the others are submenus. */
export const MENU_GROUPS: Readonly<
  Record<MenuName, readonly [main: ActionGroup, ...others: InnerGroup[]]>
> = {
  file: ['file'],
  edit: ['edit', 'keys'],
  view: ['view'],
  timeline: ['timeline', 'transport', 'range', 'people', 'takes'],
  help: ['help'],
};

/** Actions of a group that stand in menus, in order. */
export function menuActions(group: ActionGroup): readonly Action[] {
  return ACTIONS.filter((action) => action.group === group && action.menu !== null).toSorted(
    (a, b) => (a.menu ?? 0) - (b.menu ?? 0),
  );
}

function itemOf(action: Action): MenuEntry {
  const context = readContext();
  const chord = keysOf(action, appStore.getState().settings).at(0);
  return {
    kind: 'item',
    id: action.id,
    label: titleOf(action, context),
    shortcut: chord === undefined ? null : chordLabel(chord),
    isEnabled: action.isEnabled?.(context) ?? true,
    isOn: action.isOn?.(context) ?? null,
    onChoose: () => void performAction(action),
  };
}

/** Items in order, a line between hundreds. */
function itemsOf(group: ActionGroup): MenuEntry[] {
  const entries: MenuEntry[] = [];
  let section: number | null = null;
  for (const action of menuActions(group)) {
    const own = Math.floor((action.menu ?? 0) / 100);
    if (section !== null && own !== section)
      entries.push({ kind: 'separator', id: `${group}-${own}` });
    section = own;
    entries.push(itemOf(action));
  }
  return entries;
}

export function menuEntries(menu: MenuName): MenuEntry[] {
  const [main, ...others] = MENU_GROUPS[menu];
  const submenus = others
    .filter((group) => menuActions(group).length > 0)
    .map((group): MenuEntry => ({
      kind: 'submenu',
      id: group,
      label: i18n.t(`shell:menus.groups.${group}`),
      entries: itemsOf(group),
    }));
  const items = itemsOf(main);
  if (submenus.length === 0) return items;
  return [...items, { kind: 'separator', id: `${menu}-more` }, ...submenus];
}
