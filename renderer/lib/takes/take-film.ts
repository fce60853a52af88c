// The film of a take, read in pieces as it is needed.
import { UrlSource } from 'mediabunny';
import type { MediaItem, Take, TakeId } from '#core/contract/project-types.ts';
import { theHost } from '../../host/the-host.ts';
import { projectStore } from '../../state/project-store.ts';
import type { DecodedFrames } from '../film-frames/decoded-frames.ts';
import { openElementFrames } from '../film-frames/element-frames.ts';
import { readElementStills, readStills, type Still } from '../film-frames/read-stills.ts';
import { openSampledFrames, type FrameListener } from '../film-frames/sampled-frames.ts';
import { filmExtent } from '../playback/film-extent.ts';

/** Bytes of a film that are held. */
const CACHE_BYTES = 16 * 1024 * 1024;
const RETRY_SECONDS = 0.3;
const MAX_RETRIES = 3;

/** Address of something of the open project. @throws AppError when the host has no such thing */
export async function addressOf(item: MediaItem): Promise<string> {
  const { opened } = projectStore.getState();
  if (opened === null) throw new Error('No project is open.');
  const { url } = await theHost().call('media.link', { session: opened.session, item });
  return new URL(theHost().addressOf(url), location.href).href;
}

export function filmSource(address: string, onFailure: (error: unknown) => void): UrlSource {
  return new UrlSource(address, {
    maxCacheSize: CACHE_BYTES,
    getRetryDelay: (attempts) => (attempts < MAX_RETRIES ? RETRY_SECONDS : null),
    handleUnhandledError: onFailure,
  });
}

/** @throws Error when the film cannot be read or decoded */
export async function openTakeFilm(
  takeId: TakeId,
  listener: FrameListener,
): Promise<DecodedFrames> {
  const address = await addressOf({ kind: 'take', takeId });
  const { num, den } = filmExtent().rate;
  if (typeof VideoDecoder !== 'undefined') {
    try {
      const source = filmSource(address, listener.onFailure);
      return await openSampledFrames(source, num / den, listener);
    } catch {
      // What WebCodecs does not take, the element may.
    }
  }
  return openElementFrames(address, num / den, listener.onFrame);
}

/** Hands over single frames of a take by film frame. @throws Error when none can be read */
export async function readTakeStills(
  take: Take,
  filmFrames: readonly number[],
  onStill: (filmFrame: number, still: Still) => void,
  signal: AbortSignal,
): Promise<void> {
  const address = await addressOf({ kind: 'take', takeId: take.id });
  const { num, den } = filmExtent().rate;
  const indexes = filmFrames.map((frame) => frame - take.firstFrame);
  const onIndex = (index: number, still: Still): void => onStill(index + take.firstFrame, still);
  if (typeof VideoDecoder !== 'undefined') {
    try {
      const source = filmSource(address, () => undefined);
      await readStills(source, num / den, indexes, onIndex, signal);
      return;
    } catch {
      // What WebCodecs does not take, the element may.
    }
  }
  await readElementStills(address, num / den, indexes, onIndex, signal);
}
