// Projects: listed, made, opened, renamed, copied, closed.
import { existsSync, readdirSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';
import type { FileToken, OpenedProject } from '#core/contract/project-types.ts';
import { AppError } from '#core/errors/app-error.ts';
import { DRAFT_FRAME_RATE } from '#core/time/ticks.ts';
import { ensureFolder } from '#main/media/disk/ensure-folder.ts';
import { toWriteError } from '#main/media/disk/disk-error.ts';
import { ProjectStore } from '../../project-store/project-store.ts';
import { imageMedia } from '../../projects/create-project.ts';
import { createSampleProject } from '../create-sample-project.ts';
import { projectName, type StudioSession } from '../session.ts';
import type { AreaProcedures, StudioContext } from '../studio-context.ts';
import { freePath, moveFile, plainFileName, takeInFile } from '../take-in-file.ts';

const KEPT_SNAPSHOTS = 10;
/** The window that renames has the answer by then, and does not look at the old session any more. */
const TELL_RENAMED_AFTER_MS = 5000;

export function createProjectProcedures(context: StudioContext): AreaProcedures<'projects'> {
  const { sessions, sessionOf, recent, activities } = context;
  const show = (session: StudioSession): OpenedProject => {
    session.windows++;
    recent.remember(session.store.path);
    return session.describe();
  };
  return {
    'projects.list': () => recent.list(),
    'projects.open': async (input) =>
      show(
        'ref' in input
          ? sessions.openPath(recent.pathOf(input.ref))
          : await openGiven(context, input.file),
      ),
    'projects.create': async ({ picture, name }) => {
      const store = await createFromPicture(context, picture, name);
      return show(sessions.adopt(store));
    },
    'projects.openSample': async () => {
      const store = await activities.run(null, (run) => createSampleProject(context, run));
      return show(sessions.adopt(store));
    },
    'projects.rename': ({ session, name }) => renameProject(context, sessionOf(session), name),
    'projects.snapshot': async ({ session }) => {
      const { store } = sessionOf(session);
      const folder = join(store.dataFolder, 'snapshots');
      await ensureFolder(folder);
      const savedAt = context.now().toISOString();
      const name = `${projectName(store.path)} ${savedAt.replaceAll(':', '.')}.parley`;
      store.copyTo(join(folder, name));
      await dropOldSnapshots(folder);
      return { savedAt, name };
    },
    'projects.close': ({ session }) => {
      sessions.leave(sessionOf(session));
      return null;
    },
  };
}

/** Makes a project named after its picture. Nothing half-made stays behind. */
async function createFromPicture(
  { files, folders, services }: StudioContext,
  token: FileToken,
  name: string | null,
): Promise<ProjectStore> {
  const fileName = files.get(token).name;
  await ensureFolder(folders.projects);
  const projectPath = freePath(folders.projects, `${name ?? parse(fileName).name}.parley`);
  try {
    return await takeInFile(files, token, projectPath, async (path) =>
      ProjectStore.create(projectPath, services, [
        {
          name: 'createScene',
          input: { picture: await imageMedia(projectPath, path), frameRate: DRAFT_FRAME_RATE },
        },
      ]),
    );
  } catch (error) {
    await rm(`${projectPath}-data`, { recursive: true, force: true });
    throw error;
  }
}

/** An uploaded project becomes one of the projects folder; any other is opened where it lies. */
async function openGiven(
  { files, folders, sessions }: StudioContext,
  token: FileToken,
): Promise<StudioSession> {
  const { path, name, isUpload } = files.get(token);
  if (!isUpload) return sessions.openPath(path);
  await ensureFolder(folders.projects);
  const target = freePath(folders.projects, `${parse(name).name}.parley`);
  await moveFile(path, target);
  try {
    const session = sessions.openPath(target);
    files.place(token, target);
    return session;
  } catch (error) {
    await moveFile(target, path);
    throw error;
  }
}

/** Moves the project file and its folder. Whoever looks at the project gets a new session. */
async function renameProject(
  context: StudioContext,
  session: StudioSession,
  name: string,
): Promise<OpenedProject> {
  const { sessions, recent } = context;
  const { store, windows } = session;
  store.requireWriter();
  const from = store.path;
  const to = join(dirname(from), plainFileName(`${name}.parley`));
  if (to === from) return session.describe();
  if (existsSync(to) || existsSync(`${to}-data`)) throw nameTaken(name);
  if (sessions.isNeeded(session)) throw stillRendering();
  sessions.close(session, TELL_RENAMED_AFTER_MS);
  try {
    await rename(from, to);
    if (existsSync(`${from}-data`)) await rename(`${from}-data`, `${to}-data`);
  } catch (error) {
    if (existsSync(to) && !existsSync(from)) await rename(to, from);
    throw toWriteError(error, to);
  } finally {
    // Whatever happened, the windows get their project back.
    const path = existsSync(to) ? to : from;
    const again = sessions.openPath(path);
    again.windows = windows;
    recent.remember(path, from);
  }
  return sessions.openPath(to).describe();
}

async function dropOldSnapshots(folder: string): Promise<void> {
  const names = readdirSync(folder)
    .filter((each) => each.endsWith('.parley'))
    .sort();
  for (const old of names.slice(0, -KEPT_SNAPSHOTS)) await rm(join(folder, old), { force: true });
}

function nameTaken(name: string): AppError {
  return new AppError({
    category: 'usage',
    code: 'name-taken',
    message: `There is another project called "${name}" in this folder.`,
    hint: 'Choose another name.',
  });
}

function stillRendering(): AppError {
  return new AppError({
    category: 'usage',
    code: 'project-busy',
    message: 'The project is being rendered and cannot be renamed now.',
    hint: 'Wait for the render, or cancel it.',
  });
}
