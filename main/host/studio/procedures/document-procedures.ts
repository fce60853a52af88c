// The document: watched, edited, taken back.
import type { DocumentEvent } from '#core/contract/project-types.ts';
import { AppError } from '#core/errors/app-error.ts';
import { EDIT_COMMANDS, type CommandName } from '#core/project/commands/registry.ts';
import { resolveMedia } from '../../project-store/media-links/resolve-media.ts';
import type { ProjectStore } from '../../project-store/project-store.ts';
import type { AreaProcedures, StudioContext } from '../studio-context.ts';
import { changesWithoutPaths, documentWithoutPaths, nameOfFile } from '../without-paths.ts';

const ALLOWED: ReadonlySet<string> = new Set(EDIT_COMMANDS);

export function createDocumentProcedures(context: StudioContext): AreaProcedures<'document'> {
  const { sessionOf, sessions, now } = context;
  return {
    'document.watch': async ({ session }, emit, signal) => {
      const opened = sessionOf(session);
      const stop = await watchDocument(opened.store, emit, now);
      try {
        await sessions.watch(opened, signal);
      } finally {
        stop();
      }
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

/** A snapshot, then every change; another snapshot when files were lost or found. Returns its end. */
async function watchDocument(
  store: ProjectStore,
  emit: (event: DocumentEvent) => void,
  now: () => Date,
): Promise<() => void> {
  let missing = await findMissing(store);
  let hasEnded = false;
  const snapshot = (): void =>
    emit({
      type: 'snapshot',
      document: documentWithoutPaths(store.document),
      revision: store.revision,
      history: store.nextSteps,
      missingMedia: missing,
    });
  const lookAgain = async (): Promise<void> => {
    const found = await findMissing(store);
    if (hasEnded || JSON.stringify(found) === JSON.stringify(missing)) return;
    missing = found;
    snapshot();
  };
  const stop = store.subscribe(({ revision, step }) => {
    if (step === null) {
      snapshot();
      return;
    }
    const changes = changesWithoutPaths(step.changes);
    const savedAt = now().toISOString();
    emit({ type: 'changes', ...step, changes, revision, history: store.nextSteps, savedAt });
    if (step.changes.some(({ kind }) => kind === 'media')) void lookAgain();
  });
  snapshot();
  return () => {
    hasEnded = true;
    stop();
  };
}

async function findMissing({ document, path }: ProjectStore) {
  const { missing } = await resolveMedia(document, path, 'size');
  return missing.map(({ media }) => ({ mediaId: media.id, name: nameOfFile(media.absolutePath) }));
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
