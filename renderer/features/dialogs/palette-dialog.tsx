// Every action by name: type a few letters, Enter does it.
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { readContext } from '../../actions/action-context.ts';
import type { Action } from '../../actions/action.ts';
import { performAction } from '../../actions/perform-action.ts';
import { ACTIONS } from '../../actions/registry.ts';
import { titleOf } from '../../actions/use-action.ts';
import { chordLabel } from '../../lib/keymap/key-label.ts';
import { keysOf } from '../../lib/keymap/key-map.ts';
import { appStore } from '../../state/app-store.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { closeDialog } from './close-dialog.ts';
import './dialogs.css';

const LISTED = 12;

/** Actions whose title holds all words typed; what can be done now first. */
function search(text: string): readonly Action[] {
  const context = readContext();
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const isFor = (action: Action): boolean =>
    action.id !== 'view.palette' &&
    words.every((word) => titleOf(action, context).toLowerCase().includes(word));
  const isOff = (action: Action): number => Number(action.isEnabled?.(context) === false);
  return ACTIONS.filter(isFor)
    .toSorted((a, b) => isOff(a) - isOff(b))
    .slice(0, LISTED);
}

export function PaletteDialog() {
  const { t } = useTranslation('dialogs');
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const found = search(text);
  const perform = (action: Action | undefined): void => {
    if (action === undefined) return;
    closeDialog();
    performAction(action);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setAt(Math.min(found.length - 1, at + 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1));
    else if (event.key === 'Enter') perform(found[at]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title={t('palette.title')} size="small" hasHead={false} onClose={closeDialog}>
      <input
        className="dialogs__search"
        role="combobox"
        aria-label={t('palette.title')}
        aria-expanded
        aria-controls="palette-list"
        aria-activedescendant={found[at] === undefined ? undefined : `palette-${found[at].id}`}
        placeholder={t('palette.hint')}
        autoFocus
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul
        id="palette-list"
        className="dialogs__list"
        role="listbox"
        aria-label={t('palette.title')}
      >
        {found.map((action, index) => (
          <PaletteRow
            key={action.id}
            action={action}
            isActive={index === at}
            onChoose={() => perform(action)}
          />
        ))}
      </ul>
      {found.length === 0 && <p className="dialogs__text">{t('palette.none')}</p>}
    </Dialog>
  );
}

interface PaletteRowProps {
  readonly action: Action;
  readonly isActive: boolean;
  readonly onChoose: () => void;
}

function PaletteRow({ action, isActive, onChoose }: PaletteRowProps) {
  const context = readContext();
  const chord = keysOf(action, appStore.getState().settings).at(0);
  const isOff = action.isEnabled?.(context) === false;
  return (
    <li
      id={`palette-${action.id}`}
      role="option"
      aria-selected={isActive}
      aria-disabled={isOff}
      className="dialogs__row"
      onPointerDown={(event) => {
        event.preventDefault();
        if (!isOff) onChoose();
      }}
    >
      <span className="grow">{titleOf(action, context)}</span>
      {chord !== undefined && <kbd className="keycap">{chordLabel(chord)}</kbd>}
    </li>
  );
}
