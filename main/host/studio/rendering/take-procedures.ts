// Takes: marked, named, measured, thrown away.
import { rm } from 'node:fs/promises';
import type { TakeQuality } from '#core/contract/project-types.ts';
import { AppError } from '#core/errors/app-error.ts';
import { frozenViewOf } from '../../jobs/frozen-project.ts';
import { measureProjectFilm, type ProjectMeasurement } from '../../measure/measure-project-film.ts';
import type { TakeRecord } from '../../project-store/tables/take-record.ts';
import { filmPathOf, posterPathOf } from '../../takes/take-files.ts';
import type { AreaProcedures } from '../studio-context.ts';
import type { RenderingContext } from './rendering-context.ts';

type Ids = { readonly session: Parameters<RenderingContext['renderingOf']>[0] };

export function createTakeProcedures(context: RenderingContext): AreaProcedures<'takes'> {
  const { studio, renderingOf } = context;
  const change = async (
    { session, takeId }: Ids & { readonly takeId: TakeRecord['id'] },
    patch: Partial<TakeRecord>,
  ): Promise<null> => {
    const { store } = studio.sessionOf(session);
    const rendering = renderingOf(session);
    store.requireWriter();
    store.takes.put({ ...rendering.takes.get(takeId), ...patch });
    await rendering.refreshTakes();
    return null;
  };
  return {
    'takes.watch': ({ session }, emit, signal) => {
      renderingOf(session).takes.takes.follow(emit, signal);
      return studio.sessionOf(session).whileOpen(signal);
    },
    'takes.star': ({ isStarred, ...ids }) => change(ids, { isStarred }),
    'takes.rename': ({ name, ...ids }) => change(ids, { name }),
    'takes.remove': async ({ session, takeId }) => {
      const { store } = studio.sessionOf(session);
      const rendering = renderingOf(session);
      store.requireWriter();
      rendering.takes.get(takeId);
      if (rendering.queue.list.some((job) => job.state === 'running' && delivers(job, takeId))) {
        throw takeInUse();
      }
      store.takes.remove(takeId);
      rendering.queue.dropDocuments();
      await rm(filmPathOf(store.dataFolder, takeId), { force: true });
      await rm(posterPathOf(store.dataFolder, takeId), { force: true });
      await rendering.refreshTakes();
      return null;
    },
    'takes.measure': async (ids) => {
      const rendering = renderingOf(ids.session);
      rendering.takes.get(ids.takeId);
      rendering.measuring++;
      try {
        const quality = await measureTake(context, ids);
        return await change(ids, { quality });
      } finally {
        rendering.measuring--;
        studio.sessions.closeIfUnused(studio.sessionOf(ids.session));
      }
    },
  };
}

async function measureTake(
  { studio, renderingOf }: RenderingContext,
  { session, takeId }: Ids & { readonly takeId: TakeRecord['id'] },
): Promise<TakeQuality> {
  const { store } = studio.sessionOf(session);
  const take = renderingOf(session).takes.get(takeId);
  const view = frozenViewOf(store, take.documentHash);
  const { firstFrame, seamFrames } = take;
  const measured = await studio.activities.run(session, (run) =>
    measureProjectFilm(filmPathOf(store.dataFolder, takeId), null, view, studio.engine, run, {
      firstFrame,
      seamFrames,
    }),
  );
  return toQuality(measured, view.document.people);
}

function toQuality(
  { frames, people, seams }: ProjectMeasurement,
  known: readonly { readonly id: string; readonly name: string }[],
): TakeQuality {
  return {
    measuredFrames: frames,
    people: people.map(({ id, name, person, ...figures }) => ({
      personId: (known.find((each) => each.id === id)?.id ?? null) as never,
      name: name ?? `Person ${person + 1}`,
      lipOwn: figures.lipOwn,
      lagFrames: figures.lipOwnLagFrames,
      silentRatio: figures.silentRatio,
      eyeMotionListening: figures.eyeMotionListening,
    })),
    seams: seams.jumps.flatMap(({ frame, jump }) => (jump === null ? [] : [{ frame, jump }])),
  };
}

function delivers(
  job: { readonly request: { readonly kind: string; readonly settings: object } },
  takeId: string,
): boolean {
  return 'takeId' in job.request.settings && job.request.settings.takeId === takeId;
}

function takeInUse(): AppError {
  return new AppError({
    category: 'usage',
    code: 'take-in-use',
    message: 'This take is being delivered.',
    hint: 'Wait for the delivery, or cancel it in the render queue.',
  });
}
