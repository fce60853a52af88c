// Is this a machine Parley can run on at all? Asked before anything is downloaded.

import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { SetupError } from './setup-error.mjs';

const PLATFORMS = [
  'linux-x64',
  'linux-arm64',
  'darwin-x64',
  'darwin-arm64',
  'win32-x64',
  'win32-arm64',
];
/** npm packages take 1.1 GB, a film of the sample and ffmpeg the rest. */
const FIRST_RUN_BYTES = 1.6e9;
const LATER_RUN_BYTES = 0.1e9;

export async function checkMachine(root, machine = process) {
  const [major, minor] = machine.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 10)) {
    throw new SetupError(
      `Node ${machine.versions.node} is too old; install Node 20.10 or newer from nodejs.org and start again.`,
    );
  }
  const platform = `${machine.platform}-${machine.arch}`;
  if (!PLATFORMS.includes(platform)) {
    throw new SetupError(
      `Parley has no inference library for ${platform}; use Linux, macOS or Windows on x64 or arm64.`,
    );
  }
  const needed = existsSync(join(root, 'node_modules', '.package-lock.json'))
    ? LATER_RUN_BYTES
    : FIRST_RUN_BYTES;
  const disk = await statfs(root);
  const free = disk.bavail * disk.bsize;
  if (free < needed) {
    const gigabytes = (bytes) => (bytes / 1e9).toFixed(1);
    throw new SetupError(
      `The disk has ${gigabytes(free)} GB free and Parley needs ${gigabytes(needed)} GB; free some space and start again.`,
      6,
    );
  }
}
