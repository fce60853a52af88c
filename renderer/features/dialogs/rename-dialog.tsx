// Another name for the project, file and folder alike.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { theHost } from '../../host/the-host.ts';
import { reportError } from '../../state/edit.ts';
import { projectStore } from '../../state/project-store.ts';
import { showProject } from '../../state/project-sync.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { closeDialog } from './close-dialog.ts';

const LONGEST = 64;

export function RenameDialog() {
  const { t } = useTranslation('dialogs');
  const opened = useStore(projectStore, (project) => project.opened);
  const [name, setName] = useState(opened?.name ?? '');
  if (opened === null) return null;
  const rename = async (): Promise<void> => {
    const { session } = opened;
    await showProject(await theHost().call('projects.rename', { session, name: name.trim() }));
    closeDialog();
  };
  return (
    <Dialog
      title={t('rename.title')}
      size="small"
      onClose={closeDialog}
      footer={
        <>
          <Button onPress={closeDialog}>{t('cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={name.trim() === '' || name.trim() === opened.name}
            onPress={() => void rename().catch(reportError)}
          >
            {t('rename.do')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('rename.name')}
        value={name}
        maxLength={LONGEST}
        hasFocusAtStart
        onInput={setName}
        onCommit={setName}
      />
    </Dialog>
  );
}
