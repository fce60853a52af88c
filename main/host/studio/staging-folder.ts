// Where uploads lie until a project takes them: beside the projects, so that taking one is a rename. Each
// host has a folder of its own, and clears away those of hosts that died.
import { readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive } from '#main/media/disk/part-file.ts';

const NAME = /^\.parley-uploads-(\d+)$/;

export function stagingFolderIn(projectsFolder: string): string {
  return join(projectsFolder, `.parley-uploads-${process.pid}`);
}

export async function removeStaleUploads(projectsFolder: string): Promise<void> {
  for (const name of namesIn(projectsFolder)) {
    const owner = NAME.exec(name)?.[1];
    if (owner === undefined || isAlive(Number(owner))) continue;
    await rm(join(projectsFolder, name), { recursive: true, force: true });
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Made with the first project.
    return [];
  }
}
