import { resolve } from 'node:path';
import { onePositional, parseCommandLine, type Command } from '../command.ts';
import { runOf } from '../run-of.ts';

export const measureCommand: Command = {
  name: 'measure',
  usage: 'measure <film> [--project p] [--reference film]',
  summary: 'find the faces in a film again and say how well the lips follow the voices',
  async run(args, { host, reporter, signal, cwd }) {
    const { values, positionals } = parseCommandLine(this, args, {
      project: { type: 'string' },
      reference: { type: 'string' },
    });
    const film = resolve(cwd, onePositional(this, positionals, 'film'));
    const measured = await host.measureFilm(
      {
        filmPath: film,
        projectPath: values.project === undefined ? null : resolve(cwd, values.project),
        referencePath: values.reference === undefined ? null : resolve(cwd, values.reference),
      },
      runOf(reporter, signal),
    );
    reporter.done({ ...measured }, [JSON.stringify(measured, null, 2)]);
  },
};
