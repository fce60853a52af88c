import { resolve } from 'node:path';
import type { Interpolation } from '#core/project/document.ts';
import { parseTime } from '#core/time/timecode.ts';
import {
  onePositional,
  parseCommandLine,
  parseWhole,
  usageError,
  type Command,
} from '../command.ts';

export const scoreCommand: Command = {
  name: 'score',
  usage:
    'score <project> --person 1 --set 00:00:02.000=-1[:hold|linear|bezier] ... [--clear T ...]   (value "auto" ends an override)',
  summary: 'force how much a person speaks, key by key',
  async run(args, { host, reporter, cwd }) {
    const { values, positionals } = parseCommandLine(this, args, {
      person: { type: 'string' },
      set: { type: 'string', multiple: true },
      clear: { type: 'string', multiple: true },
    });
    const project = resolve(cwd, onePositional(this, positionals, 'project file'));
    if (values.person === undefined) throw usageError('--person is missing.');
    const person = parseWhole(values.person, '--person', 1, 99);
    const set = (values.set ?? []).map(parseKey);
    const clear = (values.clear ?? []).map(parseTime);
    if (set.length + clear.length === 0) {
      throw usageError('Nothing to set.', `Usage: parley ${this.usage}`);
    }
    const label = await host.setScoreKeys(project, person, set, clear);
    reporter.done({ project, changes: [label] }, [label]);
  },
};

interface ParsedKey {
  readonly tick: number;
  readonly value: number | null;
  readonly interpolation: Interpolation;
}

const KEY = /^(.+?)=(auto|[+-]?\d*\.?\d+)(?::(hold|linear|bezier))?$/;

/** A key from `00:00:02.000=-1:hold`; `hold` when no interpolation is given. */
export function parseKey(text: string): ParsedKey {
  const match = KEY.exec(text);
  if (!match) {
    throw usageError(`"${text}" is not a score key.`, 'Write it as 00:00:02.000=-1:hold.');
  }
  const value = match[2] === 'auto' ? null : Number(match[2]);
  if (value !== null && Math.abs(value) > 1) {
    throw usageError(`A speaking score lies in [-1, 1]; ${match[2]} does not.`);
  }
  const interpolation = (match.at(3) ?? 'hold') as Interpolation;
  return { tick: parseTime(match[1]), value, interpolation };
}
