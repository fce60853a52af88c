// Debian's packages, where this user may install them without being asked for a password.

import { errorLine, runProgram } from './run-program.mjs';
import { SetupError } from './setup-error.mjs';

export async function canUseApt() {
  if (process.platform !== 'linux') return false;
  if ((await runProgram('apt-get', ['--version'])).code !== 0) return false;
  return (await privilege()) !== null;
}

/** Words before a command that needs root; null when there is no way without a password. */
async function privilege() {
  if (process.getuid?.() === 0) return [];
  const sudo = await runProgram('sudo', ['-n', 'true'], { limitSeconds: 10 });
  return sudo.code === 0 ? ['sudo', '-n'] : null;
}

export async function installWithApt(packages) {
  await apt(['update', '-q'], 180);
  await apt(['install', '-y', '-q', '--no-install-recommends', ...packages], 600);
}

async function apt(args, limitSeconds) {
  // env(1) carries the setting through sudo, which clears the environment.
  const words = [
    ...(await privilege()),
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    ...args,
  ];
  const { code, output } = await runProgram(words[0], words.slice(1), { limitSeconds });
  if (code !== 0) throw new SetupError(errorLine(output));
}
