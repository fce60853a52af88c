// The waveforms of the open project, for everything that draws them.
import type { VoiceId } from '#core/project/ids.ts';
import { theHost } from '../../host/the-host.ts';
import { projectStore } from '../../state/project-store.ts';
import { PeakCache } from './peak-cache.ts';

/** 16 MiB. */
const MAX_TILES = 1024;
const MAX_REQUESTS = 4;

const listeners = new Set<() => void>();

export const projectPeaks = new PeakCache(
  async (request, signal) => {
    const { opened } = projectStore.getState();
    if (opened === null) throw new DOMException('No project is open.', 'AbortError');
    const { session } = opened;
    const voiceId = request.voiceId as VoiceId;
    return theHost().call('media.peaks', { ...request, session, voiceId }, { signal });
  },
  {
    maxTiles: MAX_TILES,
    maxRequests: MAX_REQUESTS,
    onChange: () => {
      for (const listener of listeners) listener();
    },
  },
);

/** Calls `listener` when a waveform has come. */
export function onPeaks(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Forgets the waveforms of another project, and tries again when voices or their files change. */
export function watchPeaks(): () => void {
  return projectStore.subscribe((state, before) => {
    if (state.opened?.session !== before.opened?.session) projectPeaks.clear();
    else if (
      state.document.media !== before.document.media ||
      state.missingMedia !== before.missingMedia
    )
      projectPeaks.retry();
  });
}
