// An action as a button or menu entry sees it.
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { chordLabel, onKeyboardLayout } from '../lib/keymap/key-label.ts';
import { keysOf } from '../lib/keymap/key-map.ts';
import { appStore } from '../state/app-store.ts';
import { onContextChange, readContext } from './action-context.ts';
import type { Action } from './action.ts';
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

/** One string, so that nothing is drawn again while the answer stays the same. */
function stateOf(action: Action): string {
  const context = readContext();
  const isEnabled = action.isEnabled?.(context) ?? true;
  const isOn = action.isOn?.(context);
  return `${isEnabled ? 'enabled' : 'off'} ${isOn === undefined ? 'plain' : isOn ? 'on' : 'not'}`;
}

export function useAction(id: string): ShownAction {
  const action = actionById(id);
  const { t } = useTranslation('actions');
  const chord = useStore(appStore, ({ settings }) => keysOf(action, settings).at(0) ?? null);
  const state = useSyncExternalStore(subscribe, () => stateOf(action));
  const [enabled, on] = state.split(' ');
  return {
    action,
    title: t(id),
    key: chord === null ? null : chordLabel(chord),
    isEnabled: enabled === 'enabled',
    isOn: on === 'plain' ? null : on === 'on',
    perform: () => void performAction(action),
  };
}
