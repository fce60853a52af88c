// The chunk bar, and what an edit would cost.
import { listChunkStates } from '../../render-queue/chunk-states.ts';
import { chunkKeysOf } from '../../render-queue/film-scene.ts';
import { withOverlay } from '../procedures/preview-procedures.ts';
import type { AreaProcedures } from '../studio-context.ts';
import type { RenderingContext } from './rendering-context.ts';

export function createRenderProcedures(context: RenderingContext): AreaProcedures<'render'> {
  const { studio, renderingOf, history } = context;
  return {
    'render.chunks': ({ session }, emit, signal) => {
      renderingOf(session).chunks.events.follow(emit, signal);
      return studio.sessionOf(session).whileOpen(signal);
    },
    'render.impact': async ({ session: id, overlay }) => {
      const { store } = studio.sessionOf(id);
      const { plans } = renderingOf(id);
      const shown = withOverlay(store.document, overlay, studio.services.ids);
      const before = await plans.find(store.document);
      const after = await plans.find(shown);
      if (after === null) return { staleChunks: [], seconds: null };
      const keysBefore = before === null ? [] : chunkKeysOf(before);
      const keysAfter = chunkKeysOf(after);
      const staleChunks = after.chunks
        .filter((_, position) => keysAfter[position] !== keysBefore[position])
        .map(({ index }) => index);
      const isStale = new Set(staleChunks);
      const frames = listChunkStates(after, store.journal.listVersions())
        .filter(({ index, state }) => state !== 'ready' && isStale.has(index))
        .reduce((sum, { first, end }) => sum + end - first, 0);
      return { staleChunks, seconds: history.secondsFor('render', { frames, size: after.size }) };
    },
  };
}
