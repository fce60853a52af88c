// Queue, chunks, takes and delivery of a studio: one runner over the queues of all open projects.
import type { SessionId } from '#core/contract/project-types.ts';
import { doJob } from '../../jobs/do-job.ts';
import { JobRunner } from '../../jobs/job-runner.ts';
import { RenderHistory } from '../../jobs/render-history.ts';
import type { RenderedFiles } from '../procedures/media-procedures.ts';
import type { StudioSession } from '../session.ts';
import type { AreaProcedures, StudioContext } from '../studio-context.ts';
import { createDeliverProcedures } from './deliver-procedures.ts';
import { createQueueProcedures } from './queue-procedures.ts';
import { createRenderProcedures } from './render-procedures.ts';
import { createTakeProcedures } from './take-procedures.ts';
import { findRenderedFiles } from './rendered-files.ts';
import type { RenderingContext } from './rendering-context.ts';
import { SessionRendering } from './session-rendering.ts';
import { tidyChunks } from './tidy-chunks.ts';

type RenderingProcedures = AreaProcedures<'render'> &
  AreaProcedures<'queue'> &
  AreaProcedures<'takes'> &
  AreaProcedures<'deliver'>;

export interface Rendering {
  readonly procedures: RenderingProcedures;
  readonly files: RenderedFiles;
  /** Stops the job that runs so that it can be continued. */
  close(): Promise<void>;
}

export function createRendering(studio: StudioContext): Rendering {
  const { sessions, services, engine, activities, now } = studio;
  const history = new RenderHistory(studio.folders.config);
  const open = new Map<SessionId, SessionRendering>();
  const runner = new JobRunner(
    async (session, queue, id, signal) => {
      const rendering = open.get(session.id);
      if (rendering === undefined) throw new Error('An open project has its queue.');
      const onTake = () => rendering.refreshTakes();
      await doJob({ session, queue, id, engine, history, ids: services.ids, now, onTake, signal });
      // The job is done, whatever becomes of what lies around.
      await tidyChunks(session.store, rendering).catch((error: unknown) =>
        activities.tellError(error),
      );
    },
    (session) => sessions.closeIfUnused(session),
  );
  sessions.onOpened.add((session: StudioSession) => {
    const rendering = new SessionRendering(session, history, { ids: services.ids, now }, (error) =>
      activities.tellError(error),
    );
    open.set(session.id, rendering);
    runner.attach(session, rendering.queue);
  });
  sessions.onClosing.add((session) => {
    runner.detach(session);
    open.get(session.id)?.close();
    open.delete(session.id);
  });
  sessions.isNeeded = ({ id, store }) => {
    const rendering = open.get(id);
    if (rendering === undefined || store.access !== 'writer') return false;
    return rendering.queue.hasWork || rendering.measuring > 0;
  };
  const context: RenderingContext = {
    studio,
    runner,
    history,
    renderingOf: (id) => {
      const rendering = open.get(studio.sessionOf(id).id);
      if (rendering === undefined) throw new Error('An open project has its queue.');
      return rendering;
    },
  };
  return {
    procedures: {
      ...createRenderProcedures(context),
      ...createQueueProcedures(context),
      ...createTakeProcedures(context),
      ...createDeliverProcedures(context),
    },
    files: findRenderedFiles(context),
    async close() {
      await runner.close();
      await history.settle();
    },
  };
}
