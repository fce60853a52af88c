// The actions and menus of the window, as its sources have them. Loaded by address, because the types of the
// window stand on those of a browser, which tests do not have.

export interface RegisteredAction {
  readonly id: string;
  readonly group: string;
  /** Chords by physical code. */
  readonly keys: readonly string[];
  /** Null: not in a menu. */
  readonly menu: number | null;
}

interface Sources {
  readonly ACTIONS: readonly RegisteredAction[];
  /** Groups by menu; the first lies in the menu itself, the others in submenus. */
  readonly MENU_GROUPS: Readonly<Record<string, readonly [string, ...string[]]>>;
}

/** Not in the program that is built for users. */
const FOR_DEVELOPERS = 'view.pseudoLocale';

const load = async <T>(path: string): Promise<T> =>
  (await import(new URL(`../../../renderer/${path}`, import.meta.url).href)) as T;

const { ACTIONS: all } = await load<Pick<Sources, 'ACTIONS'>>('actions/registry.ts');
export const ACTIONS = all.filter(({ id }) => id !== FOR_DEVELOPERS);
export const { MENU_GROUPS } = await load<Pick<Sources, 'MENU_GROUPS'>>('app/action-menus.ts');
