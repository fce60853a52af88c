import { resolve } from 'node:path';
import { formatTime } from '#core/time/timecode.ts';
import { runOf } from '../run-of.ts';
import {
  onePositional,
  parseCommandLine,
  parseWhole,
  usageError,
  type Command,
} from '../command.ts';

const MAX_SEED = 0xffff_ffff;

export const newCommand: Command = {
  name: 'new',
  usage:
    'new <project> --image P --voice A [--voice B ...] [--name N ...] [--size WxH] [--seed n] [--plate P] [--matte M ...]',
  summary: 'make a project from a picture and one voice per person',
  async run(args, { host, reporter, signal, cwd }) {
    const { values, positionals } = parseCommandLine(this, args, {
      image: { type: 'string' },
      voice: { type: 'string', multiple: true },
      name: { type: 'string', multiple: true },
      size: { type: 'string' },
      seed: { type: 'string' },
      plate: { type: 'string' },
      matte: { type: 'string', multiple: true },
    });
    const project = onePositional(this, positionals, 'project file');
    if (values.image === undefined)
      throw usageError('--image is missing.', `Usage: parley ${this.usage}`);
    const inCwd = (path: string) => resolve(cwd, path);
    const created = await host.createProject(
      {
        projectPath: inCwd(project),
        picturePath: inCwd(values.image),
        voicePaths: (values.voice ?? []).map(inCwd),
        voiceNames: values.name ?? [],
        size: values.size === undefined ? null : parseSize(values.size),
        seed: values.seed === undefined ? null : parseWhole(values.seed, '--seed', 0, MAX_SEED),
        platePath: values.plate === undefined ? null : inCwd(values.plate),
        mattePaths: (values.matte ?? []).map(inCwd),
      },
      runOf(reporter, signal),
    );
    const [width, height] = created.size;
    reporter.done({ ...created }, [
      `Made ${created.project}: ${width}x${height}, ${created.voices} voice(s), ${formatTime(created.durationTicks)}.`,
    ]);
  },
};

/** Width and height from `832x480`. */
export function parseSize(text: string): readonly [number, number] {
  const match = /^(\d{2,5})x(\d{2,5})$/.exec(text);
  if (!match) throw usageError(`"${text}" is not a size.`, 'Write it as 1280x720.');
  return [Number(match[1]), Number(match[2])];
}
