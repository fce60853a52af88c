// The sample interview as a project of the user's own, to play with.
import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DRAFT_FRAME_RATE } from '#core/time/ticks.ts';
import { ensureFolder } from '#main/media/disk/ensure-folder.ts';
import { resourcePath } from '#main/resource-path.ts';
import { attachMattes } from '../analysis/attach-mattes.ts';
import { findPeople } from '../analysis/analyze-in-steps.ts';
import { importsFolder } from '../project-store/media-links/media-paths.ts';
import { ProjectStore } from '../project-store/project-store.ts';
import { imageMedia, voiceInput } from '../projects/create-project.ts';
import type { RunContext } from '../run-context.ts';
import type { StudioContext } from './studio-context.ts';
import { freePath } from './take-in-file.ts';

const PICTURE = 'interview2.png';
const PLATE = 'interview2_plate.png';
const MATTES = ['interview2_matte0.png', 'interview2_matte1.png'];
const VOICES = [
  { file: 'interview2-voice-a.flac', name: 'Anna' },
  { file: 'interview2-voice-b.flac', name: 'Ben' },
];

/** Copies the sample beside a new project: it stays whole when Parley is removed or updated. */
export async function createSampleProject(
  { folders, services, engine }: StudioContext,
  run: RunContext,
): Promise<ProjectStore> {
  await ensureFolder(folders.projects);
  const projectPath = freePath(folders.projects, 'Sample interview.parley');
  const imports = importsFolder(projectPath);
  await ensureFolder(imports);
  try {
    const copy = async (name: string): Promise<string> => {
      await copyFile(resourcePath('sample', name), join(imports, name));
      return join(imports, name);
    };
    const picturePath = await copy(PICTURE);
    const picture = await imageMedia(projectPath, picturePath);
    const plate = await imageMedia(projectPath, await copy(PLATE));
    const voices = [];
    for (const { file, name } of VOICES) {
      voices.push(await voiceInput(projectPath, await copy(file), name, run));
    }
    const store = ProjectStore.create(projectPath, services, [
      { name: 'createScene', input: { picture, frameRate: DRAFT_FRAME_RATE } },
      { name: 'setPlate', input: { media: plate } },
      ...voices.map((input) => ({ name: 'addVoice' as const, input })),
    ]);
    try {
      const paths = new Map([[store.document.scene?.pictureId ?? '', picturePath]]);
      await findPeople(store, engine, paths, run);
      await attachMattes(store, await Promise.all(MATTES.map(copy)));
      return store;
    } catch (error) {
      store.close();
      await rm(projectPath, { force: true });
      throw error;
    }
  } catch (error) {
    await rm(`${projectPath}-data`, { recursive: true, force: true });
    throw error;
  }
}
