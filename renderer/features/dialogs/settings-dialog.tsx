// Settings of the user, the same for all projects. They act at once.
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { KEY_MAP_NAMES } from '#core/contract/app-types.ts';
import { UI_SCALES } from '../../actions/view-actions.ts';
import { PSEUDO_LOCALE } from '../../lib/i18n/i18n.ts';
import { appStore } from '../../state/app-store.ts';
import { changeSettings } from '../../state/app-sync.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FieldRow, Fields } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { closeDialog } from './close-dialog.ts';

const LOCALES = ['en', PSEUDO_LOCALE] as const;

export function SettingsDialog() {
  const { t } = useTranslation('dialogs');
  const settings = useStore(appStore, (app) => app.settings);
  return (
    <Dialog title={t('settings.title')} size="small" onClose={closeDialog}>
      <Fields>
        <FieldRow label={t('settings.scale')}>
          <Select
            label={t('settings.scale')}
            value={String(settings.uiScale)}
            options={UI_SCALES.map((scale) => ({ value: String(scale), label: `${scale} %` }))}
            onChange={(scale) => void changeSettings({ uiScale: Number(scale) })}
          />
        </FieldRow>
        <FieldRow label={t('settings.keys')}>
          <Select
            label={t('settings.keys')}
            value={settings.keyMap}
            options={KEY_MAP_NAMES.map((name) => ({
              value: name,
              label: t(`settings.map.${name}`),
            }))}
            onChange={(keyMap) => void changeSettings({ keyMap })}
          />
        </FieldRow>
        <FieldRow label={t('settings.language')}>
          <Select
            label={t('settings.language')}
            value={settings.locale}
            options={LOCALES.map((locale) => ({
              value: locale,
              label: t(`settings.locale.${locale}`),
            }))}
            onChange={(locale) => void changeSettings({ locale })}
          />
        </FieldRow>
      </Fields>
      <Checkbox
        isChecked={settings.notifyWhenDone}
        onChange={(notifyWhenDone) => void changeSettings({ notifyWhenDone })}
      >
        {t('settings.notify')}
      </Checkbox>
    </Dialog>
  );
}
