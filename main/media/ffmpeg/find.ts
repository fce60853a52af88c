// Where ffmpeg and ffprobe are, and whether they can do what we need.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { AppError } from '#core/errors/app-error.ts';
import { sourcePath } from '#main/resource-path.ts';

export interface Tool {
  readonly path: string;
  /** As printed, e.g. `5.1.9-0+deb12u1`. */
  readonly version: string;
}

export interface Tools {
  readonly ffmpeg: Tool;
  readonly ffprobe: Tool;
}

type ToolName = keyof Tools;

const NEEDED_ENCODERS = ['libx264', 'aac'];
const CHECK_TIME_LIMIT_MS = 20_000;

let found: Promise<Tools> | null = null;

/**
 * Finds both tools once per process: setting (PARLEY_FFMPEG, PARLEY_FFPROBE), `resources/ffmpeg`, PATH,
 * then the copy that the set-up script installs into `.tools`.
 * @throws AppError `ffmpeg-missing` when there is none, or none that encodes H.264 and AAC
 */
export function findTools(): Promise<Tools> {
  found ??= locateTools(process.env).catch((error: unknown) => {
    found = null;
    throw error;
  });
  return found;
}

/** The same search, uncached, in a given environment. */
export async function locateTools(env: NodeJS.ProcessEnv): Promise<Tools> {
  const [ffmpeg, ffprobe] = await Promise.all([
    firstWorking('ffmpeg', env),
    firstWorking('ffprobe', env),
  ]);
  return { ffmpeg, ffprobe };
}

async function firstWorking(name: ToolName, env: NodeJS.ProcessEnv): Promise<Tool> {
  const setting = name === 'ffmpeg' ? 'PARLEY_FFMPEG' : 'PARLEY_FFPROBE';
  const wanted = env[setting];
  const refusals: string[] = [];
  const candidates = wanted === undefined || wanted === '' ? places(name, env) : [wanted];
  for (const path of candidates) {
    const outcome = await check(name, path);
    if (typeof outcome !== 'string') return outcome;
    refusals.push(`${path}: ${outcome}`);
  }
  throw new AppError({
    category: 'device-failed',
    code: 'ffmpeg-missing',
    message: missingSentence(name, setting, wanted, refusals),
    hint: `Install it with "sudo apt install ffmpeg", "brew install ffmpeg" or "winget install Gyan.FFmpeg", or set ${setting} to the program.`,
    cause: refusals.join('; '),
  });
}

function missingSentence(
  name: ToolName,
  setting: string,
  wanted: string | undefined,
  refusals: readonly string[],
): string {
  if (wanted !== undefined && wanted !== '')
    return `${setting} names a program that is not a usable ${name}.`;
  if (refusals.length > 0)
    return `The ${name} on this machine cannot encode H.264 video and AAC sound, or does not run.`;
  return `Parley needs ${name}, and it is not on this machine.`;
}

function places(name: ToolName, env: NodeJS.ProcessEnv): string[] {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  const onPath = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const installed = sourcePath(
    `.tools/ffmpeg/node_modules/@${name}-installer/${process.platform}-${process.arch}`,
  );
  return [sourcePath('resources/ffmpeg'), ...onPath, installed]
    .map((folder) => join(folder, file))
    .filter((path) => existsSync(path));
}

/** The tool, or why it is of no use. */
async function check(name: ToolName, path: string): Promise<Tool | string> {
  try {
    const version = new RegExp(`^${name} version (\\S+)`).exec(
      await print(path, ['-version']),
    )?.[1];
    if (version === undefined) return 'does not introduce itself';
    if (name === 'ffprobe') return { path, version };
    const listed = await print(path, ['-hide_banner', '-encoders']);
    const missing = NEEDED_ENCODERS.filter(
      (each) => !new RegExp(`^ [VA]\\S+ ${each} `, 'm').test(listed),
    );
    return missing.length === 0 ? { path, version } : `lacks ${missing.join(', ')}`;
  } catch (error) {
    return error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
  }
}

function print(path: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(
      path,
      args,
      { timeout: CHECK_TIME_LIMIT_MS, killSignal: 'SIGKILL', windowsHide: true },
      (error, stdout) => {
        if (error === null) resolve(stdout);
        else reject(new Error(`does not run: ${error.message}`, { cause: error }));
      },
    );
  });
}
