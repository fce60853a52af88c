// All keys: searched, changed, given back. A key that another action has says so.
import { RotateCcw } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { readContext } from '../../actions/action-context.ts';
import type { Action } from '../../actions/action.ts';
import { ACTIONS } from '../../actions/registry.ts';
import { titleOf } from '../../actions/use-action.ts';
import { chordOf, isModifierCode } from '../../lib/keymap/chord.ts';
import { chordLabel } from '../../lib/keymap/key-label.ts';
import { actionsWith, keysOf } from '../../lib/keymap/key-map.ts';
import { IS_MAC } from '../../lib/keymap/platform.ts';
import { appStore } from '../../state/app-store.ts';
import { changeSettings } from '../../state/app-sync.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { closeDialog } from './close-dialog.ts';
import './dialogs.css';

export function KeysDialog() {
  const { t } = useTranslation('dialogs');
  const [text, setText] = useState('');
  const settings = useStore(appStore, (app) => app.settings);
  const context = readContext();
  const found = ACTIONS.filter((action) => {
    const keys = keysOf(action, settings).map((chord) => chordLabel(chord));
    const words = `${titleOf(action, context)} ${keys.join(' ')}`.toLowerCase();
    return words.includes(text.toLowerCase());
  });
  return (
    <Dialog
      title={t('keys.title')}
      detail={t(`settings.map.${settings.keyMap}`)}
      size="large"
      onClose={closeDialog}
      footer={
        <Button
          isDisabled={Object.keys(settings.keyOverrides).length === 0}
          onPress={() => void changeSettings({ keyOverrides: {} })}
        >
          {t('keys.resetAll')}
        </Button>
      }
    >
      <TextField
        label={t('keys.search')}
        placeholder={t('keys.search')}
        value={text}
        onInput={setText}
        onCommit={setText}
        hasFocusAtStart
      />
      <ul className="dialogs__list dialogs__list--keys">
        {found.map((action) => (
          <KeyRow key={action.id} action={action} />
        ))}
      </ul>
    </Dialog>
  );
}

function KeyRow({ action }: { readonly action: Action }) {
  const { t } = useTranslation('dialogs');
  const [isAsking, setAsking] = useState(false);
  const settings = useStore(appStore, (app) => app.settings);
  const keys = keysOf(action, settings);
  const context = readContext();
  const title = titleOf(action, context);
  const [first] = keys;
  const others = first === undefined ? [] : actionsWith(first, action, ACTIONS, settings);
  const set = (chord: string | null): void => {
    const { keyOverrides } = appStore.getState().settings;
    void changeSettings({ keyOverrides: { ...keyOverrides, [action.id]: chord } });
    setAsking(false);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>): void => {
    if (!isAsking || isModifierCode(event.code)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.code === 'Escape') setAsking(false);
    else if (event.code === 'Delete') set(null);
    else set(chordOf(event.nativeEvent, IS_MAC));
  };
  const isChanged = Object.hasOwn(settings.keyOverrides, action.id);
  const reset = (): void => {
    const others = Object.entries(settings.keyOverrides).filter(([id]) => id !== action.id);
    void changeSettings({ keyOverrides: Object.fromEntries(others) });
  };
  return (
    <li className="dialogs__row">
      <span className="grow">
        {title}
        {others.length > 0 && (
          <span className="dialogs__detail">
            {t('keys.also', { name: titleOf(others[0], context) })}
          </span>
        )}
      </span>
      {isChanged && <IconButton icon={RotateCcw} label={t('keys.reset')} onPress={reset} />}
      <button
        type="button"
        className="dialogs__key"
        aria-label={t('keys.change', { name: title })}
        onClick={() => setAsking(true)}
        onBlur={() => setAsking(false)}
        onKeyDown={onKeyDown}
      >
        {isAsking
          ? t('keys.press')
          : keys.length === 0
            ? t('keys.none')
            : keys.map((chord) => chordLabel(chord)).join(', ')}
      </button>
    </li>
  );
}
