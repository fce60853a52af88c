#!/usr/bin/env node
// Launcher that any Node can run: finds Node 24 (the npm package "node") and starts the program.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

const MAJOR_NEEDED = 24;
const program = fileURLToPath(new URL('./main.ts', import.meta.url));
const bundledNode = fileURLToPath(
  new URL(
    `../../node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`,
    import.meta.url,
  ),
);
// Commands start in half the time from the second one on; the engine, a process of its own, is told by
// the environment. Inside the installation, where nobody else writes.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(
  new URL('../../node_modules/.cache/node-compile', import.meta.url),
);

if (!existsSync(new URL('../../node_modules', import.meta.url))) {
  process.stderr.write(
    'Parley is not set up yet. Run "npm start", "npm run demo" or "npm test" once; each installs it.\n',
  );
  process.exitCode = 2;
} else if (Number(process.versions.node.split('.')[0]) >= MAJOR_NEEDED) {
  enableCompileCache(process.env.NODE_COMPILE_CACHE);
  await import(program);
} else if (existsSync(bundledNode)) {
  const child = spawn(bundledNode, [program, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
  });
} else {
  process.stderr.write(
    `Parley needs Node ${MAJOR_NEEDED}, this is ${process.versions.node}. Run "npm ci" in its folder: it brings the right one.\n`,
  );
  process.exitCode = 2;
}
