// Which chord does which action: the action's own keys, or a preset's, or the user's.
import type { Settings } from '#core/contract/app-types.ts';
import type { Action } from '../../actions/action.ts';
import { normalizeChord, type Chord } from './chord.ts';
import { KEY_PRESETS } from './presets.ts';

export type KeySettings = Pick<Settings, 'keyMap' | 'keyOverrides'>;

/** Chords of an action, most important first. */
export function keysOf(action: Action, { keyMap, keyOverrides }: KeySettings): readonly Chord[] {
  if (Object.hasOwn(keyOverrides, action.id)) {
    const chord = keyOverrides[action.id];
    return chord === null ? [] : [chord];
  }
  return KEY_PRESETS[keyMap][action.id] ?? action.keys;
}

export type KeyMap = ReadonlyMap<Chord, readonly Action[]>;

export function buildKeyMap(actions: readonly Action[], settings: KeySettings): KeyMap {
  const map = new Map<Chord, Action[]>();
  for (const action of actions)
    for (const key of keysOf(action, settings)) {
      const chord = normalizeChord(key);
      map.set(chord, [...(map.get(chord) ?? []), action]);
    }
  return map;
}

/** Other actions that have the chord already. */
export function actionsWith(
  chord: Chord,
  except: Action,
  actions: readonly Action[],
  settings: KeySettings,
): readonly Action[] {
  const wanted = normalizeChord(chord);
  return actions.filter(
    (action) =>
      action !== except && keysOf(action, settings).some((key) => normalizeChord(key) === wanted),
  );
}
