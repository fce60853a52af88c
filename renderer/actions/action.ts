// Everything a user can do is an action: one registry feeds menus, keys, palette, tooltips and tests.
import type { AppState } from '../state/app-store.ts';
import type { PlaybackState } from '../state/playback-store.ts';
import type { ProjectState } from '../state/project-store.ts';
import type { SelectionState } from '../state/selection-store.ts';
import type { ViewState } from '#core/contract/project-types.ts';

/** What decides whether an action can be done; read from the stores at once. */
export interface ActionContext {
  readonly app: AppState;
  readonly project: ProjectState;
  readonly view: ViewState;
  readonly selection: SelectionState;
  readonly playback: PlaybackState;
}

export type ActionGroup =
  | 'file'
  | 'edit'
  | 'view'
  | 'transport'
  | 'range'
  | 'timeline'
  | 'keys'
  | 'people'
  | 'takes'
  | 'help';

/**
 * Where the keys of an action are its own: everywhere, while timeline keys are selected, or on one page.
 * One chord may serve several contexts; the narrower one wins.
 */
export type KeyContext = 'window' | 'keys' | ViewState['page'];

export interface Action {
  /** `group.verb`, stable: key maps and tests refer to it. The title is the locale string `actions.<id>`. */
  readonly id: string;
  readonly group: ActionGroup;
  /** A title for the moment, e.g. "Undo Move 3 keys"; null: the locale string. */
  readonly titleNow?: (context: ActionContext) => string | null;
  /** Chords by physical code (`Space`, `Ctrl+KeyZ`, `Shift+ArrowLeft`); Ctrl is Cmd on macOS. */
  readonly keys: readonly string[];
  /** `window` where it is left out. */
  readonly keyContext?: KeyContext;
  /** Position in the menu of its group, a line between hundreds; null: not in a menu. */
  readonly menu: number | null;
  readonly isEnabled?: (context: ActionContext) => boolean;
  /** For toggles: a tick in the menu. */
  readonly isOn?: (context: ActionContext) => boolean;
  readonly perform: (context: ActionContext) => void | Promise<void>;
  /** Repeats while the key is held. */
  readonly repeats?: boolean;
  /** For keys that act while held (K + L, Q): called when the key goes up. */
  readonly release?: (context: ActionContext) => void;
}
