// Where takes, chunks and delivered files lie, for whoever makes links to them.
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { filmPathOf, posterPathOf } from '../../takes/take-files.ts';
import type { RenderedFiles } from '../procedures/media-procedures.ts';
import type { RenderingContext } from './rendering-context.ts';

export function findRenderedFiles({ renderingOf }: RenderingContext): RenderedFiles {
  return {
    async pathOf({ id, store }, item) {
      const shown = (path: string) => ifThere(path, null);
      if (item.kind === 'job-output') {
        const { output } = renderingOf(id).queue.get(item.jobId);
        return output === null ? null : ifThere(output.path, basename(output.path));
      }
      if (item.kind === 'chunk') {
        const file = store.journal.findReady(item.key)?.file ?? null;
        return file === null ? null : shown(join(store.dataFolder, file));
      }
      renderingOf(id).takes.get(item.takeId);
      const pathOf = item.kind === 'take' ? filmPathOf : posterPathOf;
      return shown(pathOf(store.dataFolder, item.takeId));
    },
  };
}

async function ifThere(path: string, downloadName: string | null) {
  const isThere = await stat(path).then(
    (file) => file.isFile(),
    () => false,
  );
  return isThere ? { path, downloadName } : null;
}
