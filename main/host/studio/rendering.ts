// Queue, chunks, takes and delivery of a studio.
import { AppError } from '#core/errors/app-error.ts';
import type { AreaProcedures } from './studio-context.ts';
import type { RenderedFiles } from './procedures/media-procedures.ts';

type RenderingProcedures = AreaProcedures<'render'> &
  AreaProcedures<'queue'> &
  AreaProcedures<'takes'> &
  AreaProcedures<'deliver'>;

export interface Rendering {
  readonly procedures: RenderingProcedures;
  readonly files: RenderedFiles;
  close(): Promise<void>;
}

export function createRendering(): Rendering {
  const soon = (): never => {
    throw new AppError({ category: 'usage', code: 'not-ready', message: 'Not plugged in yet.' });
  };
  return {
    procedures: {
      'render.chunks': (_input, emit) => emit({ frames: 0, chunks: [], secondsToRender: null }),
      'render.impact': soon,
      'queue.watch': (_input, emit) => emit([]),
      'queue.add': soon,
      'queue.pause': soon,
      'queue.resume': soon,
      'queue.cancel': soon,
      'queue.retry': soon,
      'queue.remove': soon,
      'queue.move': soon,
      'takes.watch': (_input, emit) => emit([]),
      'takes.star': soon,
      'takes.rename': soon,
      'takes.remove': soon,
      'takes.measure': soon,
      'deliver.presets': soon,
      'deliver.estimate': soon,
    },
    files: { pathOf: () => Promise.resolve(null) },
    close: () => Promise.resolve(),
  };
}
