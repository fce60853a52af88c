// What a delivery would take, asked of the host a moment after anything it depends on has changed.
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Output } from '#core/contract/contract.ts';
import type { ExportSettings } from '#core/contract/project-types.ts';
import { theHost } from '../../host/the-host.ts';
import { reportError } from '../../state/edit.ts';
import { projectStore } from '../../state/project-store.ts';

export type DeliverEstimate = Output<'deliver.estimate'>;

const ASK_AFTER_MS = 200;

/** Null until the host has answered, and while nothing can be delivered. */
export function useEstimate(settings: ExportSettings | null): DeliverEstimate | null {
  const session = useStore(projectStore, ({ opened }) => opened?.session ?? null);
  const revision = useStore(projectStore, (state) => state.revision);
  const ready = useStore(projectStore, ({ chunks }) => countReady(chunks.chunks));
  const [estimate, setEstimate] = useState<DeliverEstimate | null>(null);
  const asked = settings === null ? null : JSON.stringify(settings);

  useEffect(() => {
    if (session === null || asked === null) return undefined;
    const end = new AbortController();
    const ask = async (): Promise<void> => {
      try {
        const input = { session, settings: JSON.parse(asked) as ExportSettings };
        const answer = await theHost().call('deliver.estimate', input, { signal: end.signal });
        if (!end.signal.aborted) setEstimate(answer);
      } catch (error) {
        if (!end.signal.aborted) reportError(error);
      }
    };
    const timer = setTimeout(() => void ask(), ASK_AFTER_MS);
    return () => {
      clearTimeout(timer);
      end.abort();
    };
  }, [session, asked, revision, ready]);

  return asked === null ? null : estimate;
}

function countReady(chunks: readonly { readonly state: string }[]): number {
  return chunks.reduce((count, { state }) => count + Number(state === 'ready'), 0);
}
