// Puts the delivery into the queue.
import type { ExportSettings } from '#core/contract/project-types.ts';
import { theHost } from '../../host/the-host.ts';
import { showToast } from '../../state/app-store.ts';
import { projectStore } from '../../state/project-store.ts';
import { i18n } from '../i18n/i18n.ts';
import { deliverStore } from './deliver-store.ts';

export async function requestExport(settings: ExportSettings): Promise<void> {
  const { opened } = projectStore.getState();
  if (opened === null) return;
  await theHost().call('queue.add', {
    session: opened.session,
    job: { kind: 'export', settings },
  });
  // The next delivery gets a name of its own.
  deliverStore.setState({ fileName: null });
  showToast({
    kind: 'info',
    message: i18n.t('deliver:queued', { name: settings.fileName }),
    hint: null,
    actionId: null,
  });
}

/** Asks for the presets of this host, once. */
export async function loadPresets(): Promise<void> {
  if (deliverStore.getState().presets.length > 0) return;
  deliverStore.setState({ presets: await theHost().call('deliver.presets', {}) });
}
