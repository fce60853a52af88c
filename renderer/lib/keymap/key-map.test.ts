import { describe, expect, it } from 'vitest';
import { KEY_MAP_NAMES, type Settings } from '#core/contract/app-types.ts';
import { actionById, ACTIONS } from '../../actions/registry.ts';
import { actionsInConflict, buildKeyMap, giveKey, keyContextOf, keysOf } from './key-map.ts';
import { KEY_PRESETS } from './presets.ts';
import { isReservedChord } from './reserved-chords.ts';
import { normalizeChord, readChord } from './chord.ts';

const none: Settings['keyOverrides'] = {};
const CODE =
  /^(Key[A-Z]|Digit\d|Numpad\d|NumpadMultiply|F\d+|Arrow(Left|Right|Up|Down)|Space|Enter|Delete|Backspace|Home|End|Slash|Backslash|Backquote|Comma|Period|Minus|Equal|Semicolon|Quote|Bracket(Left|Right))$/;

describe.each(KEY_MAP_NAMES)('the key map %s', (keyMap) => {
  const settings = { keyMap, keyOverrides: none };
  const chords = ACTIONS.flatMap((action) =>
    keysOf(action, settings).map((chord) => ({ action, chord })),
  );

  it('has no two actions for one key in one context', () => {
    const clashes = chords.flatMap(({ action, chord }) =>
      actionsInConflict(chord, action, ACTIONS, settings).map(
        (other) => `${chord}: ${action.id}, ${other.id}`,
      ),
    );
    expect(clashes).toEqual([]);
  });

  it('has keys that exist and that a page can have', () => {
    expect(chords.filter(({ chord }) => !CODE.test(readChord(chord).code))).toEqual([]);
    expect(chords.filter(({ chord }) => isReservedChord(chord))).toEqual([]);
  });

  it('leaves no action without a key that has one in our own map', () => {
    const lost = ACTIONS.filter(
      (action) => action.keys.length > 0 && keysOf(action, settings).length === 0,
    );
    expect(lost.map(({ id }) => id)).toEqual([]);
  });

  it('gives each key to its action, and in a narrower context to the narrower one', () => {
    const map = buildKeyMap(ACTIONS, settings);
    for (const { action, chord } of chords) {
      const candidates = map.get(normalizeChord(chord)) ?? [];
      const before = candidates.slice(0, candidates.indexOf(action));
      expect(candidates).toContain(action);
      expect(before.every((each) => keyContextOf(each) !== 'window')).toBe(true);
    }
  });

  it('names actions that there are', () => {
    const ids = new Set(ACTIONS.map(({ id }) => id));
    expect(Object.keys(KEY_PRESETS[keyMap]).filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe('keys of the user', () => {
  const settings = { keyMap: 'premiere', keyOverrides: none } as const;
  const split = actionById('timeline.splitAtPlayhead');
  const palette = actionById('view.palette');

  it('win over the preset, which wins over our own', () => {
    expect(keysOf(split, { keyMap: 'default', keyOverrides: none })).toEqual(['Ctrl+KeyB']);
    expect(keysOf(split, settings)).toEqual(['Ctrl+KeyK']);
    const own = { ...settings, keyOverrides: { [split.id]: 'Shift+KeyB' } };
    expect(keysOf(split, own)).toEqual(['Shift+KeyB']);
    expect(keysOf(split, { ...settings, keyOverrides: { [split.id]: null } })).toEqual([]);
  });

  it('are taken from the action that had them, which keeps its others', () => {
    const given = giveKey(palette, 'Ctrl+KeyK', ACTIONS, settings);
    expect(given).toEqual({ 'view.palette': 'Ctrl+KeyK', 'timeline.splitAtPlayhead': null });
    const loop = giveKey(palette, 'Ctrl+KeyL', ACTIONS, settings);
    expect(loop).toEqual({ 'view.palette': 'Ctrl+KeyL', 'transport.loop': 'Slash' });
    const after = { ...settings, keyOverrides: given };
    expect(actionsInConflict('Ctrl+KeyK', palette, ACTIONS, after)).toEqual([]);
  });

  it('may be shared by actions of different contexts', () => {
    const nudge = actionById('keys.earlier');
    expect(actionsInConflict('Home', nudge, ACTIONS, settings)).toEqual([]);
    const star = actionById('takes.star');
    expect(actionsInConflict('ArrowLeft', star, ACTIONS, settings)).toEqual([nudge]);
  });
});
