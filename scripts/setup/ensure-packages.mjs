// npm packages, among them Node 24: installed when missing or when the lock file moved on.

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { say, step } from './progress.mjs';
import { errorLine, runProgram } from './run-program.mjs';
import { SetupError } from './setup-error.mjs';

const INSTALL_LIMIT_SECONDS = 1200;

/** Path of the Node 24 that npm installed into the clone. */
export function projectNode(root) {
  return join(
    root,
    'node_modules',
    'node',
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
}

export async function ensurePackages(root) {
  const wanted = await lockStamp(root);
  if ((await installedStamp(root)) === wanted && existsSync(projectNode(root))) return;
  if (await isInstalledByHand(root)) {
    await writeStamp(root, wanted);
    return;
  }
  await step('installing npm packages (1.1 GB, one to three minutes)', () =>
    installWithOneRetry(root),
  );
  await writeStamp(root, wanted);
}

async function installWithOneRetry(root) {
  let result = await install(root);
  if (!result.ok) {
    say(`first try failed (${result.reason}); once more from a clean folder`);
    await rm(join(root, 'node_modules'), { recursive: true, force: true });
    result = await install(root);
  }
  if (!result.ok) {
    throw new SetupError(
      `The npm packages could not be installed (${result.reason}); check the network, or the registry that "npm config get registry" names, and start again.`,
    );
  }
}

async function install(root) {
  // npm 10 ignores allowScripts; without this the inference library would fetch GPU files.
  const env = { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip' };
  // Children of `npm run` inherit its settings; --silent would hide the reason of a failure.
  delete env.npm_config_loglevel;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const onWindows = process.platform === 'win32';
  const { code, output, missing } = await runProgram(onWindows ? 'npm.cmd' : 'npm', args, {
    cwd: root,
    env,
    limitSeconds: INSTALL_LIMIT_SECONDS,
    shell: onWindows,
  });
  if (missing) return { ok: false, reason: 'there is no npm on the PATH' };
  if (code !== 0) return { ok: false, reason: errorLine(output) };
  const works = await projectNodeWorks(root);
  return works ? { ok: true } : { ok: false, reason: 'the installed Node 24 does not start' };
}

async function projectNodeWorks(root) {
  const { code, output } = await runProgram(projectNode(root), ['--version']);
  return code === 0 && output.startsWith('v24.');
}

/** True when `npm ci` or `npm install` was run by a person and matches the lock file. */
async function isInstalledByHand(root) {
  const wanted = await readJson(join(root, 'package-lock.json'));
  const present = await readJson(join(root, 'node_modules', '.package-lock.json'));
  if (wanted === null || present === null) return false;
  for (const [path, entry] of Object.entries(wanted.packages)) {
    if (path === '' || entry.optional === true || entry.devOptional === true) continue;
    if (present.packages[path]?.version !== entry.version) return false;
  }
  return projectNodeWorks(root);
}

/** What the packages depend on: the lock file, the wishes of package.json, and the kind of machine. */
async function lockStamp(root) {
  const lock = await readFile(join(root, 'package-lock.json'));
  const { dependencies, devDependencies, allowScripts } = await readJson(
    join(root, 'package.json'),
  );
  const wishes = JSON.stringify({ dependencies, devDependencies, allowScripts });
  const machine = `${process.platform}-${process.arch}`;
  return createHash('sha256').update(lock).update(wishes).update(machine).digest('hex');
}

const stampPath = (root) => join(root, 'node_modules', '.parley-setup.json');

async function installedStamp(root) {
  return (await readJson(stampPath(root)))?.packages ?? null;
}

async function writeStamp(root, packages) {
  await writeFile(stampPath(root), `${JSON.stringify({ packages })}\n`);
}

/** Null when the file is missing or not JSON: both mean "install again". */
async function readJson(path) {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return null;
  }
}
