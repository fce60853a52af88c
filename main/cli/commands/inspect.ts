import { resolve } from 'node:path';
import { onePositional, parseCommandLine, type Command } from '../command.ts';

export const inspectCommand: Command = {
  name: 'inspect',
  usage: 'inspect <project>',
  summary: 'print the whole project as JSON',
  async run(args, { host, reporter, cwd }) {
    const { positionals } = parseCommandLine(this, args, {});
    const project = resolve(cwd, onePositional(this, positionals, 'project file'));
    const inspection = await host.inspectProject(project);
    reporter.done({ ...inspection }, [JSON.stringify(inspection, null, 2)]);
  },
};
