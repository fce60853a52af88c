// Which chord does which action: the action's own keys, or a preset's, or the user's.
import type { Settings } from '#core/contract/app-types.ts';
import type { Action, KeyContext } from '../../actions/action.ts';
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

export function keyContextOf(action: Action): KeyContext {
  return action.keyContext ?? 'window';
}

export type KeyMap = ReadonlyMap<Chord, readonly Action[]>;

/** Of several actions with one chord those of a narrower context stand first. */
export function buildKeyMap(actions: readonly Action[], settings: KeySettings): KeyMap {
  const map = new Map<Chord, Action[]>();
  const isWide = (action: Action): number => Number(keyContextOf(action) === 'window');
  for (const action of actions.toSorted((a, b) => isWide(a) - isWide(b)))
    for (const key of keysOf(action, settings)) {
      const chord = normalizeChord(key);
      map.set(chord, [...(map.get(chord) ?? []), action]);
    }
  return map;
}

/** Whether two actions with one chord get in each other's way, rather than sharing it by context. */
function doClash(a: Action, b: Action): boolean {
  const [one, other] = [keyContextOf(a), keyContextOf(b)];
  if (one === other) return true;
  if (one === 'window' || other === 'window') return false;
  // Keys can be selected on every page; two pages are never on screen together.
  return one === 'keys' || other === 'keys';
}

/** Other actions that have the chord already where this action would need it. */
export function actionsInConflict(
  chord: Chord,
  action: Action,
  actions: readonly Action[],
  settings: KeySettings,
): readonly Action[] {
  const wanted = normalizeChord(chord);
  return actions.filter(
    (other) =>
      other !== action &&
      doClash(action, other) &&
      keysOf(other, settings).some((key) => normalizeChord(key) === wanted),
  );
}

/** The user's keys after `action` got `chord`, and whoever had it gave it up. Null: no key. */
export function giveKey(
  action: Action,
  chord: Chord | null,
  actions: readonly Action[],
  settings: KeySettings,
): Settings['keyOverrides'] {
  if (chord === null) return { ...settings.keyOverrides, [action.id]: null };
  const wanted = normalizeChord(chord);
  const left = actionsInConflict(wanted, action, actions, settings).map((other) => {
    const others = keysOf(other, settings).filter((key) => normalizeChord(key) !== wanted);
    return [other.id, others.at(0) ?? null] as const;
  });
  return { ...settings.keyOverrides, ...Object.fromEntries(left), [action.id]: wanted };
}
