// Hands over to a TypeScript program on the project's own Node, which the PATH then finds first.

import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname, isAbsolute, join } from 'node:path';

/**
 * @param tools programs as `ensureFfmpeg` found them; those outside the PATH are put into it
 * @returns {Promise<number>} the exit code of the task, 128 + signal when a signal ended it
 */
export function runTask(node, args, root, tools) {
  const toolFolders = Object.values(tools).filter(isAbsolute).map(dirname);
  const env = {
    ...process.env,
    PATH: [join(root, 'node_modules', '.bin'), ...toolFolders, process.env.PATH].join(delimiter),
    INIT_CWD: process.env.INIT_CWD ?? process.cwd(),
    // Every program that the task starts finds our code compiled from the second time on.
    NODE_COMPILE_CACHE:
      process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'node-compile'),
  };
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, { cwd: root, env, stdio: 'inherit' });
    // The terminal sends Ctrl-C to both; the task decides how to end, this waits for it.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
      process.on(signal, () => child.kill(signal));
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}
