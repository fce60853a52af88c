// What would be delivered now, for components. A new object only when something in it changes.
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { exportSettingsSchema, type ExportSettings } from '#core/contract/project-types.ts';
import { projectStore } from '../../state/project-store.ts';
import { viewStore } from '../../state/view-store.ts';
import { deliverStore, exportSettings } from './deliver-store.ts';

export function useExportSettings(): ExportSettings | null {
  const deliver = useStore(deliverStore);
  const project = useStore(projectStore);
  // The playhead is part of the view, too; a text changes only with the range.
  const text = useStore(viewStore, (view) =>
    JSON.stringify(exportSettings(deliver, project, view)),
  );
  return useMemo(() => exportSettingsSchema.nullable().parse(JSON.parse(text)), [text]);
}
