// Puts renders into the queue. Every render becomes a take of its own.
import type { RenderSettings, Take } from '#core/contract/project-types.ts';
import { frameToTicks } from '#core/time/ticks.ts';
import { theHost } from '../../host/the-host.ts';
import { showToast } from '../../state/app-store.ts';
import { projectStore, type ProjectState } from '../../state/project-store.ts';
import { viewStore } from '../../state/view-store.ts';
import { i18n } from '../i18n/i18n.ts';
import { filmExtent } from '../playback/film-extent.ts';

/** Whether there is a film to render: a picture with people in it, and somebody to be heard. */
export function canRender({ opened, document, chunks }: ProjectState): boolean {
  return (
    opened !== null &&
    opened.readOnly === null &&
    document.scene !== null &&
    document.people.length > 0 &&
    chunks.frames > 0
  );
}

/** In and out as set; null when neither is. */
export function markedRange(): RenderSettings['range'] {
  const { inTick, outTick } = viewStore.getState();
  return inTick === null && outTick === null ? null : { inTick, outTick };
}

/** The part of the film that a take shows; null: all of it. */
export function rangeOfTake({ firstFrame, frames }: Take): RenderSettings['range'] {
  const extent = filmExtent();
  const end = firstFrame + frames;
  if (firstFrame === 0 && end >= extent.frames) return null;
  return { inTick: frameToTicks(firstFrame, extent.rate), outTick: frameToTicks(end, extent.rate) };
}

export async function requestRender(settings: Partial<RenderSettings>): Promise<void> {
  const { opened } = projectStore.getState();
  if (opened === null) return;
  await theHost().call('queue.add', {
    session: opened.session,
    job: { kind: 'render', settings: { range: null, size: null, seed: null, ...settings } },
  });
  showToast({ kind: 'info', message: i18n.t('takes:queued'), hint: null, actionId: null });
}
