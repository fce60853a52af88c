// Files into an open project.
import { AppError } from '#core/errors/app-error.ts';
import { relinkMediaFile } from '../relink-media-file.ts';
import { defaultVoiceName, imageMedia, voiceInput } from '../../projects/create-project.ts';
import type { AreaProcedures, StudioContext } from '../studio-context.ts';
import { takeInFile } from '../take-in-file.ts';

export function createImportProcedures(context: StudioContext): AreaProcedures<'import'> {
  const { sessionOf, files, activities } = context;
  return {
    'import.voice': ({ session, file, personId }, signal) => {
      const { store } = sessionOf(session);
      store.requireWriter();
      return activities.run(session, async (run) => {
        const given = files.get(file);
        const path = await takeInFile(given, store.path);
        const ended = AbortSignal.any([run.signal, signal]);
        const input = await voiceInput(store.path, path, defaultVoiceName(given.name), {
          ...run,
          signal: ended,
        });
        ended.throwIfAborted();
        const known = new Set(store.document.voices.map(({ id }) => id));
        store.execute('addVoice', input);
        const voice = store.document.voices.find(({ id }) => !known.has(id));
        if (voice === undefined) throw new Error('The voice was not added.');
        if (personId !== null) store.execute('assignVoice', { voiceId: voice.id, personId });
        return { voiceId: voice.id };
      });
    },
    'import.portrait': async ({ session, file, personId }) => {
      const { store } = sessionOf(session);
      store.requireWriter();
      const path = await takeInFile(files.get(file), store.path);
      store.execute('setPortrait', { personId, media: await imageMedia(store.path, path) });
      return null;
    },
    'import.relink': async ({ session, file, mediaId }) => {
      const { store } = sessionOf(session);
      store.requireWriter();
      const media = store.document.media.find(({ id }) => id === mediaId);
      if (media === undefined) throw noSuchMedia();
      await relinkMediaFile(store, media, files.get(file));
      return null;
    },
  };
}

function noSuchMedia(): AppError {
  return new AppError({
    category: 'usage',
    code: 'no-such-media',
    message: 'The project does not use this file any more.',
  });
}
