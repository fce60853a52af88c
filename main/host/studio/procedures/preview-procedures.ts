// All that the window needs to draw the draft itself: pictures once, motion chunk by chunk.
import type { PreviewSceneInfo } from '#core/contract/project-types.ts';
import { AppError } from '#core/errors/app-error.ts';
import { isCommandName, planCommand } from '#core/project/plan-command.ts';
import type { ProjectDocument } from '#core/project/document.ts';
import type { IdSource } from '#core/project/ids.ts';
import { resourcePath } from '#main/resource-path.ts';
import { sha256Of } from '../../fingerprint.ts';
import { requireAllMedia, resolveMedia } from '../../project-store/media-links/resolve-media.ts';
import { contentTypeOf } from '../media-links.ts';
import type { StudioSession } from '../session.ts';
import type { AreaProcedures, StudioContext } from '../studio-context.ts';

export function createPreviewProcedures(context: StudioContext): AreaProcedures<'preview'> {
  const { sessionOf, services } = context;
  return {
    'preview.scene': ({ session }) => describeScene(context, sessionOf(session)),
    'preview.motion': async ({ session: id, chunk, overlay }, signal) => {
      const { store, planner } = sessionOf(id);
      return planner.motionOf(withOverlay(store.document, overlay, services.ids), chunk, signal);
    },
  };
}

/** The document with edits applied that are not committed; those that cannot be are left out. */
export function withOverlay(
  document: ProjectDocument,
  overlay: readonly { readonly command: string; readonly input?: unknown }[],
  ids: IdSource,
): ProjectDocument {
  let shown = document;
  for (const { command, input } of overlay) {
    if (!isCommandName(command)) continue;
    try {
      shown = planCommand(shown, command, input as never, ids).document;
    } catch (error) {
      // A gesture may stand where it cannot end.
      if (!(error instanceof AppError)) throw error;
    }
  }
  return shown;
}

async function describeScene(
  { links }: StudioContext,
  session: StudioSession,
): Promise<PreviewSceneInfo> {
  const { store, pictures } = session;
  const { scene, people, media } = store.document;
  const picture = media.find(({ id }) => id === scene?.pictureId);
  if (scene === null || picture === undefined || picture.kind === 'voice') throw noPicture();
  const resolved = await resolveMedia(store.document, store.path, 'size');
  requireAllMedia({
    ...resolved,
    missing: resolved.missing.filter((each) => each.media.kind !== 'voice'),
  });
  const { size } = scene;
  const link = (path: string, extension = '.png'): string =>
    links.add({
      path,
      contentType: contentTypeOf(extension),
      downloadName: null,
      session: session.id,
    });
  const find = (id: string | null) => {
    const found = media.find((each) => each.id === id);
    const path = found && resolved.paths.get(found.id);
    return found && path !== undefined ? { found, path } : null;
  };
  const plate = find(scene.plateId);
  const source = find(scene.pictureId);
  if (source === null) throw noPicture();
  return {
    size,
    pictureFacts: picture.facts,
    pictureUrl: link(await pictures.atFilmSize(source.path, picture, size)),
    plateUrl:
      plate === null ? null : link(await pictures.atFilmSize(plate.path, plate.found, size)),
    people: await Promise.all(
      people.map(async ({ id, face, matteId }) => {
        const matte = find(matteId);
        const matteUrl =
          matte === null
            ? null
            : link(await pictures.matteAtFilmSize(matte.path, matte.found, size));
        return { id, face, matteUrl };
      }),
    ),
    topologyUrl: link(resourcePath('face', 'topology.json'), '.json'),
    key: sha256Of({
      picture: picture.sha256,
      plate: plate?.found.sha256 ?? null,
      size: [...size],
      people: people.map(({ id, face, matteId }) => ({
        id,
        matte: find(matteId)?.found.sha256 ?? null,
        landmarks: [...face.landmarks],
      })),
    }),
  };
}

function noPicture(): AppError {
  return new AppError({
    category: 'bad-input',
    code: 'no-picture',
    message: 'The project has no picture yet.',
    hint: 'Drop a picture on the monitor.',
  });
}
