// How the film is delivered: what, as which file, where, how long and how large.
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import {
  chosenPreset,
  deliverStore,
  followDeliveredProject,
} from '../../lib/deliver/deliver-store.ts';
import { useEstimate } from '../../lib/deliver/use-estimate.ts';
import { useExportSettings } from '../../lib/deliver/use-export-settings.ts';
import { projectStore } from '../../state/project-store.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { AiMarking } from './ai-marking.tsx';
import { DeliveredFiles } from './delivered-files.tsx';
import { EstimateText, SpaceWarning } from './estimate-text.tsx';
import { FileFields } from './file-fields.tsx';
import { FilmFields } from './film-fields.tsx';
import './deliver-form.css';

export function DeliverForm() {
  const { t } = useTranslation('deliver');
  const session = useStore(projectStore, ({ opened }) => opened?.session ?? null);
  const preset = useStore(deliverStore, chosenPreset);
  const estimate = useEstimate(useExportSettings());
  useEffect(() => followDeliveredProject(session), [session]);
  return (
    <Panel
      title={t('title')}
      detail={preset?.name}
      className="deliver-form"
      footer={
        <>
          <EstimateText estimate={estimate} />
          <span className="grow" />
          <ActionButton action="takes.addToQueue" variant="primary" size="normal" />
        </>
      }
    >
      <SpaceWarning estimate={estimate} />
      <FileFields extension={preset?.extension ?? null} />
      <FilmFields frames={estimate?.frames ?? null} />
      <AiMarking />
      <DeliveredFiles />
    </Panel>
  );
}
