// Links to files, sound, and waveforms. Windows get addresses and numbers, never paths.
import { extname, join } from 'node:path';
import { AppError } from '#core/errors/app-error.ts';
import type { MediaItem } from '#core/contract/project-types.ts';
import { ensurePeaks } from '#main/media/audio/ensure-peaks.ts';
import { readPeaks } from '#main/media/audio/read-peaks.ts';
import { ensureSoundProxy, PROXY_RATE } from '#main/media/audio/sound-proxy.ts';
import { ensureFolder } from '#main/media/disk/ensure-folder.ts';
import { resolveMedia } from '../../project-store/media-links/resolve-media.ts';
import { peaksFolder } from '../../voices/voice-files.ts';
import { contentTypeOf } from '../media-links.ts';
import type { StudioSession } from '../session.ts';
import type { AreaProcedures, StudioContext } from '../studio-context.ts';

/** Files of takes, chunks and jobs, from whoever keeps them. */
export interface RenderedFiles {
  /** Null: there is no such file. */
  pathOf(
    session: StudioSession,
    item: Exclude<MediaItem, { kind: 'media' | 'thumbnail' }>,
  ): Promise<{ readonly path: string; readonly downloadName: string | null } | null>;
}

export function createMediaProcedures(
  context: StudioContext,
  rendered: RenderedFiles,
): AreaProcedures<'media'> {
  const { sessionOf, links } = context;
  return {
    'media.link': async ({ session: id, item }) => {
      const session = sessionOf(id);
      const file = await fileOf(session, item, rendered);
      if (file === null) throw notThere();
      const contentType = contentTypeOf(extname(file.path));
      return { url: links.add({ ...file, contentType, session: id }) };
    },
    'media.sound': async ({ session: id, voiceId }, signal) => {
      const session = sessionOf(id);
      const { path, sha256 } = await voiceFile(session, voiceId);
      const folder = join(session.store.dataFolder, 'sound');
      await ensureFolder(folder);
      const proxyPath = join(folder, `${sha256}.pcm`);
      const samples = await ensureSoundProxy(path, proxyPath, signal);
      const url = links.add({
        path: proxyPath,
        contentType: contentTypeOf('.pcm'),
        downloadName: null,
        session: id,
      });
      return { url, sampleRate: PROXY_RATE, samples };
    },
    'media.peaks': async ({ session: id, voiceId, level, first, end }, signal) => {
      const session = sessionOf(id);
      const { path, sha256 } = await voiceFile(session, voiceId);
      const file = await ensurePeaks(path, sha256, peaksFolder(session.store.dataFolder), signal);
      return readPeaks(file, level, first, end);
    },
  };
}

async function fileOf(session: StudioSession, item: MediaItem, rendered: RenderedFiles) {
  const { store, pictures } = session;
  const { document } = store;
  if (item.kind === 'media') {
    const { paths } = await resolveMedia(document, store.path, 'size');
    const path = paths.get(item.mediaId);
    return path === undefined ? null : { path, downloadName: null };
  }
  if (item.kind !== 'thumbnail') return rendered.pathOf(session, item);
  const person = document.people.find(({ id }) => id === item.personId);
  const mediaId = person?.portraitId ?? document.scene?.pictureId;
  const media = document.media.find(({ id }) => id === mediaId);
  if (person === undefined || media === undefined) return null;
  const { paths } = await resolveMedia(document, store.path, 'size');
  const path = paths.get(media.id);
  if (path === undefined) return null;
  return { path: await pictures.thumbnail(path, media, person, item.px), downloadName: null };
}

async function voiceFile(
  { store }: StudioSession,
  voiceId: string,
): Promise<{ path: string; sha256: string }> {
  const { document } = store;
  const voice = document.voices.find(({ id }) => id === voiceId);
  const media = document.media.find(({ id }) => id === voice?.mediaId);
  if (media === undefined) throw notThere();
  const { paths } = await resolveMedia(document, store.path, 'size');
  // What was made from it may still be there when the recording itself has moved.
  return { path: paths.get(media.id) ?? media.absolutePath, sha256: media.sha256 };
}

function notThere(): AppError {
  return new AppError({
    category: 'bad-input',
    code: 'media-missing',
    message: 'This file is not there.',
    hint: 'Relink it in the media list.',
  });
}
