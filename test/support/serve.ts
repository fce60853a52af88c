// A real server of the window inside the test's own process, on folders of its own.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createStudio, type Studio } from '#main/host/studio/create-studio.ts';
import { startServer, type RunningServer } from '#main/serve/start-server.ts';
import { sourcePath } from '#main/resource-path.ts';

export interface TestServer extends RunningServer {
  readonly studio: Studio;
  readonly projectsFolder: string;
  readonly exportsFolder: string;
}

/**
 * @param folder empty; projects, films and settings go there
 * @param hasHints whether the hints of the first run are still to come
 * @param hasPage the built window is needed; otherwise a page of one line stands in
 */
export async function serveForTest(
  folder: string,
  hasPage = false,
  hasHints = false,
): Promise<TestServer> {
  const folders = {
    projects: join(folder, 'projects'),
    exports: join(folder, 'films'),
    config: join(folder, 'config'),
  };
  if (!hasHints) {
    mkdirSync(folders.config, { recursive: true });
    writeFileSync(join(folders.config, 'settings.json'), JSON.stringify({ hintsSeen: true }));
  }
  const studio = await createStudio({ program: 'test', folders, fileAccess: 'uploads' });
  const server = await startServer(studio, hasPage ? builtWindow() : standIn(folder), 0);
  return {
    ...server,
    studio,
    projectsFolder: folders.projects,
    exportsFolder: folders.exports,
    async stop() {
      await server.stop();
      await studio.close();
    },
  };
}

/** `npm run build` puts it into out; PARLEY_WINDOW names another folder while several are built. */
function builtWindow(): string {
  const page = process.env['PARLEY_WINDOW'] ?? sourcePath('out', 'renderer');
  if (!existsSync(join(page, 'index.html'))) throw new Error('Run "npm run build" first.');
  return page;
}

function standIn(folder: string): string {
  const page = join(folder, 'page');
  mkdirSync(page, { recursive: true });
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>Parley</title>');
  return page;
}
