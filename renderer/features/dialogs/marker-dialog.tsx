// Name and note of the selected marker.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Marker } from '#core/project/document.ts';
import { commitEdit } from '../../state/edit.ts';
import { projectStore } from '../../state/project-store.ts';
import { selectionStore } from '../../state/selection-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FieldRow, Fields } from '../../ui/section.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { closeDialog } from './close-dialog.ts';

export function MarkerDialog() {
  const markerId = useStore(selectionStore, ({ markerIds }) => [...markerIds].at(0));
  const marker = useStore(projectStore, ({ document }) =>
    document.markers.find(({ id }) => id === markerId),
  );
  return marker === undefined ? null : <MarkerForm key={marker.id} marker={marker} />;
}

function MarkerForm({ marker }: { readonly marker: Marker }) {
  const { t } = useTranslation('dialogs');
  const [name, setName] = useState(marker.name);
  const [note, setNote] = useState(marker.note);
  const keep = async (): Promise<void> => {
    const set = [{ ...marker, name: name.trim() || marker.name, note }];
    if (await commitEdit('setMarkers', { set, remove: [] })) closeDialog();
  };
  const remove = async (): Promise<void> => {
    if (await commitEdit('setMarkers', { set: [], remove: [marker.id] })) closeDialog();
  };
  return (
    <Dialog
      title={t('marker.title')}
      size="small"
      onClose={closeDialog}
      footer={
        <>
          <Button onPress={() => void remove()}>{t('marker.remove')}</Button>
          <Button variant="primary" onPress={() => void keep()}>
            {t('marker.keep')}
          </Button>
        </>
      }
    >
      <Fields>
        <FieldRow label={t('marker.name')}>
          <TextField
            label={t('marker.name')}
            value={name}
            maxLength={64}
            hasFocusAtStart
            onInput={setName}
            onCommit={setName}
          />
        </FieldRow>
        <FieldRow label={t('marker.note')}>
          <TextField
            label={t('marker.note')}
            value={note}
            maxLength={2000}
            onInput={setNote}
            onCommit={setNote}
          />
        </FieldRow>
      </Fields>
    </Dialog>
  );
}
