// Where the film and the poster of a take lie, inside the project's data folder.
import { join } from 'node:path';
import type { TakeId } from '#core/contract/project-types.ts';

const TAKE_FOLDER = 'takes';

export function takesFolder(dataFolder: string): string {
  return join(dataFolder, TAKE_FOLDER);
}

export function filmPathOf(dataFolder: string, take: TakeId): string {
  return join(dataFolder, TAKE_FOLDER, `${take}.mp4`);
}

export function posterPathOf(dataFolder: string, take: TakeId): string {
  return join(dataFolder, TAKE_FOLDER, `${take}.png`);
}
