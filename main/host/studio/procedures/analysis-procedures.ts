// Faces and turns: analysed by themselves, asked for again, and looked for where the user draws.
import { resolveMedia, requireAllMedia } from '../../project-store/media-links/resolve-media.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { AreaProcedures, StudioContext } from '../studio-context.ts';

export function createAnalysisProcedures(context: StudioContext): AreaProcedures<'analysis'> {
  const { sessionOf, engine } = context;
  return {
    'analysis.run': ({ session }) => {
      const { store, analysis } = sessionOf(session);
      store.requireWriter();
      // Windows follow it by analysis.watch; it may take a minute.
      // Faces that were removed do not come back with it.
      void analysis.run(store.document.people.length === 0);
      return null;
    },
    'analysis.watch': ({ session }, emit, signal) =>
      sessionOf(session).analysis.events.follow(emit, signal),
    'analysis.faceInBox': async ({ session, box }, signal) => {
      const { store } = sessionOf(session);
      const { document } = store;
      const media = await resolveMedia(document, store.path, 'size');
      requireAllMedia(media);
      const picturePath =
        document.scene === null ? undefined : media.paths.get(document.scene.pictureId);
      if (picturePath === undefined) throw noPicture();
      const others = document.people.map(({ face }) => face.box);
      return engine.call('faceInBox', { picturePath, box, others }, { signal });
    },
  };
}

function noPicture(): AppError {
  return new AppError({
    category: 'usage',
    code: 'no-picture',
    message: 'The project has no picture to draw a face on.',
    hint: 'Drop a picture on the monitor first.',
  });
}
