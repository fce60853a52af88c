// One action and its keys. Asked for another key it listens for one; a key that is taken already says by
// whom, and is taken over only when the user says so.
import { RotateCcw, TriangleAlert } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Action } from '../../actions/action.ts';
import { ACTIONS } from '../../actions/registry.ts';
import { i18n } from '../../lib/i18n/i18n.ts';
import { chordOf, isModifierCode, type Chord } from '../../lib/keymap/chord.ts';
import { chordLabel } from '../../lib/keymap/key-label.ts';
import { actionsInConflict, giveKey, keyContextOf, keysOf } from '../../lib/keymap/key-map.ts';
import { IS_MAC } from '../../lib/keymap/platform.ts';
import { isReservedChord } from '../../lib/keymap/reserved-chords.ts';
import { appStore } from '../../state/app-store.ts';
import { changeSettings } from '../../state/app-sync.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';

type Asking =
  /** The key of the moment is shown. */
  | { readonly type: 'no' }
  | { readonly type: 'listening' }
  | { readonly type: 'reserved' | 'taken'; readonly chord: Chord };

const NOT_ASKING: Asking = { type: 'no' };

const nameOf = (action: Action): string => i18n.t(`actions:${action.id}`);

export function KeyRow({ action }: { readonly action: Action }) {
  const { t } = useTranslation('dialogs');
  const [asking, setAsking] = useState<Asking>(NOT_ASKING);
  const settings = useStore(appStore, (app) => app.settings);
  const name = nameOf(action);
  const context = keyContextOf(action);

  const set = (chord: Chord | null): void => {
    void changeSettings({ keyOverrides: giveKey(action, chord, ACTIONS, settings) });
    setAsking(NOT_ASKING);
  };
  const take = (chord: Chord): void => {
    if (isReservedChord(chord)) setAsking({ type: 'reserved', chord });
    else if (actionsInConflict(chord, action, ACTIONS, settings).length > 0)
      setAsking({ type: 'taken', chord });
    else set(chord);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>): void => {
    if (asking.type !== 'listening' || isModifierCode(event.code) || event.code === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    const chord = chordOf(event.nativeEvent, IS_MAC);
    if (event.code === 'Escape') setAsking(NOT_ASKING);
    else if (chord === 'Backspace') set(null);
    else if (chord !== null) take(chord);
  };
  const reset = (): void => {
    const others = Object.entries(settings.keyOverrides).filter(([id]) => id !== action.id);
    void changeSettings({ keyOverrides: Object.fromEntries(others) });
  };
  const isChanged = Object.hasOwn(settings.keyOverrides, action.id);
  return (
    <li className="dialogs__row key-row" data-action={action.id}>
      <span className="grow">
        <span id={`keys-of-${action.id}`}>{name}</span>
        {context !== 'window' && (
          <span className="dialogs__detail">{t(`keys.context.${context}`)}</span>
        )}
        <Problem action={action} asking={asking} />
      </span>
      {asking.type === 'taken' && (
        <>
          <Button onPress={() => set(asking.chord)}>{t('keys.take')}</Button>
          <Button onPress={() => setAsking(NOT_ASKING)}>{t('cancel')}</Button>
        </>
      )}
      {isChanged && asking.type !== 'taken' && (
        <IconButton icon={RotateCcw} label={t('keys.reset')} onPress={reset} />
      )}
      <button
        type="button"
        className="key-row__keys"
        id={`keys-${action.id}`}
        aria-labelledby={`keys-of-${action.id} keys-${action.id}`}
        data-listening={asking.type === 'listening' || undefined}
        onClick={() => setAsking({ type: 'listening' })}
        onBlur={() => setAsking((now) => (now.type === 'listening' ? NOT_ASKING : now))}
        onKeyDown={onKeyDown}
      >
        <Keys action={action} asking={asking} />
      </button>
    </li>
  );
}

function Keys({ action, asking }: { readonly action: Action; readonly asking: Asking }) {
  const { t } = useTranslation('dialogs');
  const settings = useStore(appStore, (app) => app.settings);
  if (asking.type === 'listening') return t('keys.press');
  const keys = asking.type === 'taken' ? [asking.chord] : keysOf(action, settings);
  if (keys.length === 0) return <span className="key-row__none">{t('keys.none')}</span>;
  return keys.map((chord) => (
    <kbd key={chord} className="keycap">
      {chordLabel(chord)}
    </kbd>
  ));
}

/** Why the key asked for was not set, or which other action has a key of this one. */
function Problem({ action, asking }: { readonly action: Action; readonly asking: Asking }) {
  const { t } = useTranslation('dialogs');
  const settings = useStore(appStore, (app) => app.settings);
  const isAsked = asking.type === 'reserved' || asking.type === 'taken';
  const chords = isAsked ? [asking.chord] : keysOf(action, settings);
  const text = chords
    .map((chord) => {
      const key = chordLabel(chord);
      if (asking.type === 'reserved') return t('keys.reserved', { key });
      const others = actionsInConflict(chord, action, ACTIONS, settings);
      if (others.length === 0) return null;
      return t('keys.taken', { key, name: others.map(nameOf).join(', ') });
    })
    .find((each) => each !== null);
  if (text === undefined) return null;
  return (
    <span className="key-row__problem" role="status">
      <Icon shape={TriangleAlert} size={14} />
      {text}
    </span>
  );
}
