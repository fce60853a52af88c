import { resolve } from 'node:path';
import { parseTime } from '#core/time/timecode.ts';
import {
  onePositional,
  parseCommandLine,
  parseWhole,
  usageError,
  type Command,
} from '../command.ts';

export const assignCommand: Command = {
  name: 'assign',
  usage:
    'assign <project> --voice 1 --person 2 [--from T] [--to T]  |  --voice 1 --nobody  |  --person 2 --silent | --speaking',
  summary: 'say who speaks a voice, or that a person stays silent',
  async run(args, { host, reporter, cwd }) {
    const { values, positionals } = parseCommandLine(this, args, {
      voice: { type: 'string' },
      person: { type: 'string' },
      nobody: { type: 'boolean' },
      silent: { type: 'boolean' },
      speaking: { type: 'boolean' },
      from: { type: 'string' },
      to: { type: 'string' },
    });
    const project = resolve(cwd, onePositional(this, positionals, 'project file'));
    const number = (text: string | undefined, option: string) =>
      text === undefined ? null : parseWhole(text, option, 1, 99);
    const person = number(values.person, '--person');
    const voice = number(values.voice, '--voice');
    const lines: string[] = [];
    if (values.silent === true || values.speaking === true) {
      if (person === null) throw usageError('--silent and --speaking need --person.');
      lines.push(await host.setPersonSilent(project, person, values.silent === true));
    }
    if (voice !== null) {
      if (person === null && values.nobody !== true) {
        throw usageError('--voice needs --person or --nobody.', `Usage: parley ${this.usage}`);
      }
      const range = {
        startTick: values.from === undefined ? 0 : parseTime(values.from),
        endTick: values.to === undefined ? null : parseTime(values.to),
      };
      const target = values.nobody === true ? null : person;
      lines.push(await host.assignVoice(project, voice, target, range));
    }
    if (lines.length === 0) throw usageError('Nothing to do.', `Usage: parley ${this.usage}`);
    reporter.done({ project, changes: lines }, lines);
  },
};
