// The address of a medium of the project. Addresses end with the host, so they are never kept.
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { MediaItem } from '#core/contract/project-types.ts';
import { theHost } from '../../host/the-host.ts';
import { reportError } from '../../state/edit.ts';
import { projectStore } from '../../state/project-store.ts';

/**
 * Null while it is not known, and for no item.
 * @param version asked again when it changes: the item shows something new under the same name
 */
export function useMediaLink(item: MediaItem | null, version = ''): string | null {
  const session = useStore(projectStore, ({ opened }) => opened?.session ?? null);
  const name = session === null || item === null ? null : `${session} ${JSON.stringify(item)}`;
  const [link, setLink] = useState<{ readonly name: string; readonly address: string } | null>(
    null,
  );

  useEffect(() => {
    if (name === null || session === null || item === null) return undefined;
    const end = new AbortController();
    theHost()
      .call('media.link', { session, item }, { signal: end.signal })
      .then(({ url }) => {
        if (!end.signal.aborted) setLink({ name, address: theHost().addressOf(url) });
      })
      .catch((error: unknown) => {
        if (!end.signal.aborted) reportError(error);
      });
    return () => end.abort();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `name` stands for item and session
  }, [name, version]);

  // While a new version is fetched, the old picture stays.
  return link !== null && link.name === name ? link.address : null;
}
