// The projects that this user has opened, newest first. Windows know them by an opaque name.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ProjectListing } from '#core/contract/app-types.ts';
import { AppError } from '#core/errors/app-error.ts';
import { ensureFolder } from '#main/media/disk/ensure-folder.ts';
import { writeWhole } from '#main/media/disk/part-file.ts';
import { projectName } from './session.ts';
import { displayPath } from './user-folders.ts';

const LISTED = 50;
const fileSchema = z.array(z.string().max(32_768)).max(LISTED);

export class RecentProjects {
  private readonly configFolder: string;
  private readonly projectsFolder: string;
  private paths: readonly string[];
  private readonly onFailure: (error: unknown) => void;
  private writing: Promise<unknown> = Promise.resolve();

  /** @param onFailure the list could not be written; what it is for goes on */
  constructor(configFolder: string, projectsFolder: string, onFailure: (error: unknown) => void) {
    this.configFolder = configFolder;
    this.projectsFolder = projectsFolder;
    this.onFailure = onFailure;
    this.paths = readPaths(join(configFolder, 'recent.json'));
  }

  /** Those opened before, then what else lies in the projects folder. */
  list(): ProjectListing[] {
    const inFolder = projectsIn(this.projectsFolder);
    const paths = [...new Set([...this.paths, ...inFolder])];
    return paths.slice(0, LISTED).map((path) => {
      const facts = statSync(path, { throwIfNoEntry: false });
      return {
        ref: refOf(path),
        name: projectName(path),
        displayPath: displayPath(path),
        modifiedAt: (facts?.mtime ?? new Date(0)).toISOString(),
        isMissing: facts === undefined,
      };
    });
  }

  /** Throws AppError `no-such-project`. */
  pathOf(ref: string): string {
    const path = [...this.paths, ...projectsIn(this.projectsFolder)].find(
      (each) => refOf(each) === ref,
    );
    if (path !== undefined) return path;
    throw new AppError({
      category: 'bad-input',
      code: 'no-such-project',
      message: 'This project is not in the list any more.',
      hint: 'Open it from its folder.',
    });
  }

  /** Puts a project first; `before` is where it was until now. */
  remember(path: string, before: string | null = null): void {
    this.paths = [path, ...this.paths.filter((each) => each !== path && each !== before)].slice(
      0,
      LISTED,
    );
    this.writing = this.writing.then(() => this.write()).catch(this.onFailure);
  }

  /** Resolves when everything remembered is on disk. */
  async settle(): Promise<void> {
    await this.writing;
  }

  private async write(): Promise<void> {
    await ensureFolder(this.configFolder);
    const path = join(this.configFolder, 'recent.json');
    await writeWhole(path, Buffer.from(JSON.stringify(this.paths)));
  }
}

function refOf(path: string): string {
  return createHash('sha256').update(path).digest('base64url').slice(0, 32);
}

function readPaths(path: string): readonly string[] {
  try {
    const parsed = fileSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? parsed.data : [];
  } catch {
    // A list that cannot be read is a list without entries: projects are found in their folder too.
    return [];
  }
}

function projectsIn(folder: string): string[] {
  let names;
  try {
    names = readdirSync(folder);
  } catch {
    // Made with the first project.
    return [];
  }
  return names
    .filter((name) => name.endsWith('.parley'))
    .map((name) => join(folder, name))
    .map((path) => ({ path, time: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.time - a.time)
    .map(({ path }) => path);
}
