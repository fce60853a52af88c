// Name and place of the file.
import { Folder, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { deliverStore, fileNameOf } from '../../lib/deliver/deliver-store.ts';
import { isFileName } from '../../lib/deliver/propose-file-name.ts';
import { theDesktop } from '../../lib/files/desktop.ts';
import { appStore } from '../../state/app-store.ts';
import { reportError } from '../../state/edit.ts';
import { projectStore } from '../../state/project-store.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { FieldRow, Fields, Section } from '../../ui/section.tsx';
import { TextField } from '../../ui/text-field.tsx';

export function FileFields({ extension }: { readonly extension: string | null }) {
  const { t } = useTranslation('deliver');
  const deliver = useStore(deliverStore);
  const fileName = useStore(projectStore, (project) => fileNameOf(deliver, project));
  return (
    <Section>
      <Fields>
        <FieldRow label={t('file')}>
          <TextField
            label={t('file')}
            value={fileName}
            maxLength={120}
            check={(name) => (isFileName(name.trim()) ? null : t('badName'))}
            onCommit={(name) => deliverStore.setState({ fileName: name.trim() })}
            {...(extension === null ? {} : { unit: `.${extension}` })}
          />
        </FieldRow>
        <FieldRow label={t('folder')}>
          <FolderField />
        </FieldRow>
      </Fields>
    </Section>
  );
}

/** Where there is no dialog of the system, files go to the exports folder and are downloaded. */
function FolderField() {
  const { t } = useTranslation('deliver');
  const folder = useStore(deliverStore, (state) => state.folder);
  const exportsFolder = useStore(appStore, ({ start }) => start?.exportsFolder ?? '');
  const desktop = theDesktop();
  const path = folder?.name ?? exportsFolder;
  const pick = async (): Promise<void> => {
    const [picked] = (await desktop?.pick('folder')) ?? [];
    if (picked !== undefined) deliverStore.setState({ folder: picked });
  };
  return (
    <>
      <span className="deliver-form__path ellipsis" title={path}>
        {path}
      </span>
      {desktop !== null && (
        <IconButton
          icon={Folder}
          label={t('pickFolder')}
          onPress={() => {
            pick().catch(reportError);
          }}
        />
      )}
      {folder !== null && (
        <IconButton
          icon={X}
          label={t('exportsFolder')}
          onPress={() => deliverStore.setState({ folder: null })}
        />
      )}
    </>
  );
}
