// The document: watched, edited, taken back.
import type { HistoryHead } from '#core/contract/project-types.ts';
import { AppError } from '#core/errors/app-error.ts';
import { EDIT_COMMANDS, type CommandName } from '#core/project/commands/registry.ts';
import { resolveMedia } from '../../project-store/media-links/resolve-media.ts';
import { displayName } from '#main/media/disk/display-name.ts';
import type { ProjectStore } from '../../project-store/project-store.ts';
import type { AreaProcedures, StudioContext } from '../studio-context.ts';

const ALLOWED: ReadonlySet<string> = new Set(EDIT_COMMANDS);

export function createDocumentProcedures(context: StudioContext): AreaProcedures<'document'> {
  const { sessionOf, now } = context;
  return {
    'document.watch': async ({ session }, emit, signal) => {
      const { store } = sessionOf(session);
      const { missing } = await resolveMedia(store.document, store.path, 'size');
      if (signal.aborted) return;
      const stop = store.subscribe(({ revision, step }) => {
        const history = headOf(store);
        if (step === null) emit(snapshot());
        else emit({ type: 'changes', revision, history, savedAt: now().toISOString(), ...step });
      });
      signal.addEventListener('abort', stop, { once: true });
      const snapshot = () => ({
        type: 'snapshot' as const,
        document: store.document,
        revision: store.revision,
        history: headOf(store),
        missingMedia: missing.map(({ media }) => ({
          mediaId: media.id,
          name: displayName(media.absolutePath).slice(1, -1),
        })),
      });
      emit(snapshot());
    },
    'document.edit': ({ session, command, input }) => {
      if (!ALLOWED.has(command)) throw notAllowed(command);
      return sessionOf(session).store.execute(command as CommandName, input as never);
    },
    'document.undo': ({ session }) => stepOf(sessionOf(session).store, 'undo'),
    'document.redo': ({ session }) => stepOf(sessionOf(session).store, 'redo'),
    'document.history': ({ session }) => sessionOf(session).store.listHistory(),
    'document.goTo': ({ session, seq }) => {
      const { store } = sessionOf(session);
      store.requireWriter();
      store.goTo(seq);
      return { revision: store.revision };
    },
  };
}

function headOf(store: ProjectStore): HistoryHead {
  return store.nextSteps;
}

function stepOf(store: ProjectStore, direction: 'undo' | 'redo') {
  const label = store[direction]();
  return { label, revision: store.revision };
}

function notAllowed(command: string): AppError {
  return new AppError({
    category: 'usage',
    code: 'unknown-command',
    message: `A window cannot send the command "${command}".`,
  });
}
