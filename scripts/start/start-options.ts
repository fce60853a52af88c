// What `npm start` was asked for.

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AppError } from '#core/errors/app-error.ts';

export const START_USAGE =
  'npm start -- [project.parley] [--browser] [--port n] [--projects folder] [--exports folder] [--no-open]';

export interface StartOptions {
  /** Wants the browser even where the desktop program is there. */
  readonly isForBrowser: boolean;
  /** Absolute path of a project to open; null: none. */
  readonly project: string | null;
  /** Arguments of `parley serve`. */
  readonly serveArguments: readonly string[];
}

/**
 * @param cwd the folder that the command was typed in
 * @throws AppError `usage`
 */
export function parseStartOptions(args: readonly string[], cwd: string): StartOptions {
  const { values, positionals } = parse(args);
  const [project, ...more] = positionals;
  if (more.length > 0) throw usage('One project at a time.');
  if (project !== undefined && !project.endsWith('.parley')) {
    throw usage(`"${project}" is not a project of Parley (.parley).`);
  }
  const serveArguments = [
    ...(values.port === undefined ? [] : ['--port', values.port]),
    ...(values.projects === undefined ? [] : ['--projects', resolve(cwd, values.projects)]),
    ...(values.exports === undefined ? [] : ['--exports', resolve(cwd, values.exports)]),
    ...(values['no-open'] === true ? ['--no-open'] : []),
  ];
  return {
    isForBrowser: values.browser === true || serveArguments.length > 0,
    project: project === undefined ? null : resolve(cwd, project),
    serveArguments,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        browser: { type: 'boolean' },
        port: { type: 'string' },
        projects: { type: 'string' },
        exports: { type: 'string' },
        'no-open': { type: 'boolean' },
      },
    });
  } catch (error) {
    throw usage(error instanceof Error ? `${error.message.split('.')[0]}.` : String(error));
  }
}

function usage(message: string): AppError {
  return new AppError({
    category: 'usage',
    code: 'usage',
    message,
    hint: `Usage: ${START_USAGE}`,
  });
}
