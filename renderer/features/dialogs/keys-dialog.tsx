// All keys: searched, taken from another editor's map, changed one by one, given back.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { KEY_MAP_NAMES, type Settings } from '#core/contract/app-types.ts';
import type { Action, ActionGroup } from '../../actions/action.ts';
import { ACTIONS } from '../../actions/registry.ts';
import { i18n } from '../../lib/i18n/i18n.ts';
import { chordLabel } from '../../lib/keymap/key-label.ts';
import { keysOf } from '../../lib/keymap/key-map.ts';
import { appStore } from '../../state/app-store.ts';
import { changeSettings } from '../../state/app-sync.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { closeDialog } from './close-dialog.ts';
import { KeyRow } from './key-row.tsx';
import './dialogs.css';
import './keys-dialog.css';

const GROUPS: Readonly<Record<ActionGroup, string>> = {
  file: 'shell:menus.file',
  edit: 'shell:menus.edit',
  view: 'shell:menus.view',
  keys: 'shell:menus.groups.keys',
  takes: 'shell:menus.groups.takes',
  timeline: 'shell:menus.groups.timeline',
  transport: 'shell:menus.groups.transport',
  range: 'shell:menus.groups.range',
  people: 'shell:menus.groups.people',
  help: 'shell:menus.help',
};

/** Actions of which title, keys or group hold all words typed, by group. */
function search(text: string, settings: Settings): Map<ActionGroup, Action[]> {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = new Map<ActionGroup, Action[]>();
  for (const action of ACTIONS) {
    const keys = keysOf(action, settings).map((chord) => chordLabel(chord));
    const title = i18n.t(`actions:${action.id}`);
    const own = `${title} ${keys.join(' ')} ${i18n.t(GROUPS[action.group])}`.toLowerCase();
    if (!words.every((word) => own.includes(word))) continue;
    found.set(action.group, [...(found.get(action.group) ?? []), action]);
  }
  return found;
}

export function KeysDialog() {
  const { t } = useTranslation('dialogs');
  const [text, setText] = useState('');
  const settings = useStore(appStore, (app) => app.settings);
  const found = [...search(text, settings)];
  const changed = Object.keys(settings.keyOverrides).length;
  return (
    <Dialog
      title={t('keys.title')}
      detail={changed > 0 && t('keys.changed', { count: changed })}
      size="large"
      onClose={closeDialog}
      footer={
        <Button
          isDisabled={changed === 0}
          onPress={() => void changeSettings({ keyOverrides: {} })}
        >
          {t('keys.resetAll')}
        </Button>
      }
    >
      <div className="keys-dialog__tools">
        <TextField
          className="grow"
          label={t('keys.search')}
          placeholder={t('keys.search')}
          value={text}
          onInput={setText}
          onCommit={setText}
          hasFocusAtStart
        />
        <Select
          label={t('settings.keys')}
          value={settings.keyMap}
          options={KEY_MAP_NAMES.map((value) => ({ value, label: t(`settings.map.${value}`) }))}
          onChange={(keyMap) => void changeSettings({ keyMap })}
        />
      </div>
      <div className="dialogs__list keys-dialog__list">
        {found.map(([group, actions]) => (
          <section key={group}>
            <h3 className="keys-dialog__group">{i18n.t(GROUPS[group])}</h3>
            <ul>
              {actions.map((action) => (
                <KeyRow key={action.id} action={action} />
              ))}
            </ul>
          </section>
        ))}
        {found.length === 0 && <p className="dialogs__text">{t('palette.none')}</p>}
      </div>
    </Dialog>
  );
}
