// Files into an open project.
import { AppError } from '#core/errors/app-error.ts';
import type { VoiceId } from '#core/project/ids.ts';
import type { ProjectStore } from '../../project-store/project-store.ts';
import type { RunContext } from '../../run-context.ts';
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
        const ended = AbortSignal.any([run.signal, signal]);
        return takeInFile(files, file, store.path, async (path, name) => {
          const voiceId = await addVoice(store, path, name, { ...run, signal: ended });
          if (personId !== null) store.execute('assignVoice', { voiceId, personId });
          return { voiceId };
        });
      });
    },
    'import.portrait': async ({ session, file, personId }) => {
      const { store } = sessionOf(session);
      store.requireWriter();
      await takeInFile(files, file, store.path, async (path) => {
        store.execute('setPortrait', { personId, media: await imageMedia(store.path, path) });
      });
      return null;
    },
    'import.relink': async ({ session, file, mediaId }) => {
      const { store } = sessionOf(session);
      store.requireWriter();
      const media = store.document.media.find(({ id }) => id === mediaId);
      if (media === undefined) throw noSuchMedia();
      await relinkMediaFile(store, media, files, file);
      return null;
    },
  };
}

async function addVoice(
  store: ProjectStore,
  path: string,
  fileName: string,
  run: RunContext,
): Promise<VoiceId> {
  const input = await voiceInput(store.path, path, defaultVoiceName(fileName), run);
  run.signal.throwIfAborted();
  const known = new Set(store.document.voices.map(({ id }) => id));
  store.execute('addVoice', input);
  const voice = store.document.voices.find(({ id }) => !known.has(id));
  if (voice === undefined) throw new Error('The voice was not added.');
  return voice.id;
}

function noSuchMedia(): AppError {
  return new AppError({
    category: 'usage',
    code: 'no-such-media',
    message: 'The project does not use this file any more.',
  });
}
