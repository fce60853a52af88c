// What this is, and which version.
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { appStore } from '../../state/app-store.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { closeDialog } from './close-dialog.ts';
import './dialogs.css';

export function AboutDialog() {
  const { t } = useTranslation('dialogs');
  const start = useStore(appStore, (app) => app.start);
  return (
    <Dialog title={t('about.title')} size="small" onClose={closeDialog}>
      <p className="dialogs__text">{t('about.what')}</p>
      <dl className="dialogs__facts">
        <dt>{t('about.version')}</dt>
        <dd>{start?.version ?? ''}</dd>
        <dt>{t('about.projects')}</dt>
        <dd>{start?.projectsFolder ?? ''}</dd>
        <dt>{t('about.films')}</dt>
        <dd>{start?.exportsFolder ?? ''}</dd>
        <dt>{t('about.license')}</dt>
        <dd>Apache-2.0</dd>
      </dl>
      <p className="dialogs__text">{t('about.offline')}</p>
    </Dialog>
  );
}
