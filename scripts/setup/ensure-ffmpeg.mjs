// ffmpeg and ffprobe: the machine's own, else through apt where that is allowed, else from npm.

import { chmod, copyFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { installWithApt, canUseApt } from './apt.mjs';
import { say, step } from './progress.mjs';
import { errorLine, runProgram } from './run-program.mjs';
import { SetupError } from './setup-error.mjs';

/** Where main/media looks for the npm-shipped programs. */
export function fallbackFfmpeg(root) {
  const folder = join(root, '.tools', 'ffmpeg', 'node_modules');
  const platform = `${process.platform}-${process.arch}`;
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    ffmpeg: join(folder, '@ffmpeg-installer', platform, `ffmpeg${suffix}`),
    ffprobe: join(folder, '@ffprobe-installer', platform, `ffprobe${suffix}`),
  };
}

/** @returns {Promise<{ ffmpeg: string, ffprobe: string }>} programs that work */
export async function ensureFfmpeg(root) {
  const setting = {
    ffmpeg: process.env.PARLEY_FFMPEG ?? '',
    ffprobe: process.env.PARLEY_FFPROBE ?? '',
  };
  if (setting.ffmpeg !== '' && setting.ffprobe !== '') return demandWorking(setting);
  const fallback = fallbackFfmpeg(root);
  const own = { ffmpeg: setting.ffmpeg || 'ffmpeg', ffprobe: setting.ffprobe || 'ffprobe' };
  for (const pair of [own, fallback]) if ((await faultOf(pair)) === null) return pair;

  const aptReason = await tryApt();
  if (aptReason === null && (await faultOf(own)) === null) return own;

  const npmReason = await step('installing ffmpeg from npm (70 MB)', () =>
    installFromNpm(root, fallback),
  );
  if (npmReason === null) return fallback;
  throw new SetupError(
    `ffmpeg is missing and could not be installed (${npmReason}); ${installAdvice()}`,
  );
}

async function tryApt() {
  if (process.env.PARLEY_SETUP_NO_APT === '1') return 'switched off';
  if (!(await canUseApt())) return 'not allowed';
  try {
    await step('installing ffmpeg with apt', () => installWithApt(['ffmpeg']));
    return null;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(`apt could not do it (${error.message})`);
    return error.message;
  }
}

async function demandWorking(pair) {
  const fault = await faultOf(pair);
  if (fault === null) return pair;
  throw new SetupError(
    `PARLEY_FFMPEG or PARLEY_FFPROBE is set but ${fault}; correct it or unset it.`,
  );
}

/** Null when both programs run and can write H.264 and AAC, else what is wrong. */
async function faultOf({ ffmpeg, ffprobe }) {
  const encoders = await runProgram(ffmpeg, ['-hide_banner', '-encoders']);
  if (encoders.code !== 0) return `"${ffmpeg}" does not run`;
  for (const name of ['libx264', 'aac']) {
    if (!new RegExp(`^\\s*\\S+\\s+${name}\\s`, 'm').test(encoders.output))
      return `"${ffmpeg}" cannot write ${name}`;
  }
  const probe = await runProgram(ffprobe, ['-version']);
  return probe.code === 0 ? null : `"${ffprobe}" does not run`;
}

/** Null when it worked, else the reason. The lock file beside this script pins the binaries. */
async function installFromNpm(root, fallback) {
  const target = join(root, '.tools', 'ffmpeg');
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) {
    await copyFile(join(root, 'scripts', 'setup', 'ffmpeg-fallback', file), join(target, file));
  }
  const onWindows = process.platform === 'win32';
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code, output } = await runProgram(onWindows ? 'npm.cmd' : 'npm', args, {
    cwd: target,
    limitSeconds: 600,
    shell: onWindows,
  });
  if (code !== 0) return errorLine(output);
  try {
    await chmod(fallback.ffmpeg, 0o755);
    await chmod(fallback.ffprobe, 0o755);
  } catch {
    return `npm has no ffmpeg for ${process.platform}-${process.arch}`;
  }
  return faultOf(fallback);
}

function installAdvice() {
  if (process.platform === 'darwin')
    return 'install it with "brew install ffmpeg" and start again.';
  if (process.platform === 'win32')
    return 'install it with "winget install ffmpeg" and start again.';
  return 'install it with "sudo apt-get install ffmpeg", or your system\'s own way, and start again.';
}
