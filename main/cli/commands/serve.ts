import { join, resolve } from 'node:path';
import { createStudio } from '#main/host/studio/create-studio.ts';
import { configFolder, defaultProjectsFolder } from '#main/host/studio/user-folders.ts';
import { openBrowser } from '#main/serve/open-browser.ts';
import { builtPage } from '#main/serve/page-folder.ts';
import { startServer } from '#main/serve/start-server.ts';
import { AppError } from '#core/errors/app-error.ts';
import { parseCommandLine, parseWhole, usageError, type Command } from '../command.ts';

const OPTIONS = {
  port: { type: 'string' },
  projects: { type: 'string' },
  exports: { type: 'string' },
  'no-open': { type: 'boolean' },
} as const;

export const serveCommand: Command = {
  name: 'serve',
  usage: 'serve [--port n] [--projects folder] [--exports folder] [--no-open]',
  summary: 'show the window in a browser on this machine',
  async run(args, { reporter, signal, cwd }) {
    const { values, positionals } = parseCommandLine(this, args, OPTIONS);
    if (positionals.length > 0)
      throw usageError('serve takes no file.', `Usage: parley ${this.usage}`);
    const port = values.port === undefined ? 0 : parseWhole(values.port, 'The port', 0, 65_535);
    const projects = resolve(cwd, values.projects ?? defaultProjectsFolder());
    const exports = resolve(cwd, values.exports ?? join(projects, 'Films'));
    const page = builtPage();
    const studio = await createStudio({
      program: 'parley serve',
      folders: { projects, exports, config: configFolder() },
      fileAccess: 'uploads',
    });
    try {
      const server = await startServer(studio, page, port).catch((error: unknown) => {
        throw portTaken(port, error);
      });
      reporter.notice(`Parley is at ${server.address}`);
      if (values['no-open'] !== true && !(await openBrowser(server.address))) {
        reporter.notice('No browser could be opened; open the address yourself.');
      }
      await stopped(signal);
      await server.stop();
      reporter.done({ address: server.origin }, ['Parley has stopped.']);
    } finally {
      await studio.close();
    }
  },
};

/** Ctrl-C is how a server ends, no failure. */
function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

function portTaken(port: number, cause: unknown): AppError {
  return new AppError({
    category: 'bad-input',
    code: 'port-taken',
    message: `Port ${port} cannot be used on this machine.`,
    hint: 'Choose another with --port, or leave it out.',
    cause,
  });
}
