// `npm start`, `npm run demo` and `npm test` begin here: plain JavaScript for Node 20 with nothing installed.
// It installs what is missing, then hands over to the task on the project's own Node 24.

import { checkMachine } from './check-machine.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureChromium } from './ensure-chromium.mjs';
import { ensureFfmpeg } from './ensure-ffmpeg.mjs';
import { ensurePackages, projectNode } from './ensure-packages.mjs';
import { ROOT } from './paths.mjs';
import { runTask } from './run-task.mjs';
import { SetupError } from './setup-error.mjs';

const TASKS = {
  start: 'scripts/start/start.ts',
  demo: 'scripts/demo/demo.ts',
  test: 'scripts/test/run-all.ts',
};

async function main([task, ...taskArguments]) {
  const script = TASKS[task];
  if (script === undefined) {
    throw new SetupError(
      `There is no task "${task ?? ''}"; use "npm start", "npm run demo" or "npm test".`,
      2,
    );
  }
  await checkMachine(ROOT);
  await ensurePackages(ROOT);
  const tools = await ensureFfmpeg(ROOT);
  if (task === 'test') await ensureChromium();
  if (task === 'start') await ensureBuilt(ROOT);
  return runTask(projectNode(ROOT), [script, ...taskArguments], ROOT, tools);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  process.stderr.write(`\nSet-up stopped: ${error.message}\n`);
  process.exitCode = error.exitCode;
}
