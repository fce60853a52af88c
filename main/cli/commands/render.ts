import { resolve } from 'node:path';
import { parseTime } from '#core/time/timecode.ts';
import { parseCommandLine, parseWhole, usageError, type Command } from '../command.ts';
import { runOf } from '../run-of.ts';
import { parseSize } from './new.ts';

const MAX_SEED = 0xffff_ffff;

export const renderCommand: Command = {
  name: 'render',
  usage:
    'render <project...> [--generator draft] [--range in..out] [--size 832x480] [--seed n] [--out file.mp4]',
  summary: 'render the film; goes on where an earlier run was stopped',
  async run(args, { host, reporter, signal, cwd }) {
    const { values, positionals } = parseCommandLine(this, args, {
      generator: { type: 'string', default: 'draft' },
      range: { type: 'string' },
      size: { type: 'string' },
      seed: { type: 'string' },
      out: { type: 'string' },
    });
    if (positionals.length === 0)
      throw usageError('project file is missing.', `Usage: parley ${this.usage}`);
    if (values.out !== undefined && positionals.length > 1) {
      throw usageError('--out names one film, but several projects were given.');
    }
    if (values.generator !== 'draft') {
      throw usageError(
        `The generator "${values.generator}" is not in this version.`,
        'The built-in generator is called "draft".',
      );
    }
    const films = [];
    for (const project of positionals) {
      const film = await host.renderProject(
        {
          projectPath: resolve(cwd, project),
          range: values.range === undefined ? null : parseRange(values.range),
          size: values.size === undefined ? null : parseSize(values.size),
          seed: values.seed === undefined ? null : parseWhole(values.seed, '--seed', 0, MAX_SEED),
          outPath: values.out === undefined ? null : resolve(cwd, values.out),
        },
        runOf(reporter, signal),
      );
      films.push(film);
    }
    reporter.done(
      { films },
      films.map(
        (film) =>
          `${film.path}: ${film.frames} frames, ${film.chunksRendered} chunk(s) rendered, ${film.chunksReused} reused.`,
      ),
    );
  },
};

/** In and out point in ticks from `in..out`; either may be left out. */
export function parseRange(text: string): { inTick: number | null; outTick: number | null } {
  const parts = text.split('..');
  if (parts.length !== 2)
    throw usageError(`"${text}" is not a range.`, 'Write it as 00:00:02..00:00:05.');
  const [inTick, outTick] = parts.map((part) => (part === '' ? null : parseTime(part)));
  return { inTick, outTick };
}
