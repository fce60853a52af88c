// An action as a button or menu entry sees it.
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { i18n } from '../lib/i18n/i18n.ts';
import { chordLabel, onKeyboardLayout } from '../lib/keymap/key-label.ts';
import { keysOf } from '../lib/keymap/key-map.ts';
import { appStore } from '../state/app-store.ts';
import { onContextChange, readContext } from './action-context.ts';
import type { Action, ActionContext } from './action.ts';
import { performAction } from './perform-action.ts';
import { actionById } from './registry.ts';

export interface ShownAction {
  readonly action: Action;
  readonly title: string;
  /** First chord as people read it; null: no key. */
  readonly key: string | null;
  readonly isEnabled: boolean;
  /** Null: no toggle. */
  readonly isOn: boolean | null;
  readonly perform: () => void;
}

const subscribe = (listener: () => void): (() => void) => {
  const ends = [onContextChange(listener), onKeyboardLayout(listener)];
  return () => {
    for (const end of ends) end();
  };
};

export function titleOf(action: Action, context: ActionContext): string {
  return action.titleNow?.(context) ?? i18n.t(`actions:${action.id}`);
}

/** One string, so that nothing is drawn again while the answer stays the same. */
function stateOf(action: Action): string {
  const context = readContext();
  const isEnabled = action.isEnabled?.(context) ?? true;
  const isOn = action.isOn?.(context);
  const on = isOn === undefined ? 'plain' : isOn ? 'on' : 'not';
  return `${isEnabled ? 'enabled' : 'off'}\n${on}\n${titleOf(action, context)}`;
}

export function useAction(id: string): ShownAction {
  const action = actionById(id);
  // Draws again when the language changes.
  useTranslation('actions');
  const chord = useStore(appStore, ({ settings }) => keysOf(action, settings).at(0) ?? null);
  const state = useSyncExternalStore(subscribe, () => stateOf(action));
  const [enabled, on, title] = state.split('\n');
  return {
    action,
    title,
    key: chord === null ? null : chordLabel(chord),
    isEnabled: enabled === 'enabled',
    isOn: on === 'plain' ? null : on === 'on',
    perform: () => void performAction(action),
  };
}
