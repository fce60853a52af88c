import { resolve } from 'node:path';
import { onePositional, parseCommandLine, usageError, type Command } from '../command.ts';

export const relinkCommand: Command = {
  name: 'relink',
  usage: 'relink <project> --folder F',
  summary: 'find moved or renamed media again, by content, in a folder',
  async run(args, { host, reporter, cwd }) {
    const { values, positionals } = parseCommandLine(this, args, { folder: { type: 'string' } });
    const project = resolve(cwd, onePositional(this, positionals, 'project file'));
    if (values.folder === undefined) {
      throw usageError('--folder is missing.', `Usage: parley ${this.usage}`);
    }
    const { relinked, stillMissing, isComplete } = await host.relinkProject(
      project,
      resolve(cwd, values.folder),
    );
    if (!isComplete) {
      reporter.notice('The folder is too large to be searched whole; name the one with the media.');
    }
    reporter.done({ project, relinked, stillMissing }, [
      ...relinked.map((path) => `Found again: ${path}`),
      ...stillMissing.map((path) => `Still missing: ${path}`),
      ...(relinked.length + stillMissing.length === 0 ? ['Nothing is missing.'] : []),
    ]);
  },
};
