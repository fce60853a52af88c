import { resolve } from 'node:path';
import { onePositional, parseCommandLine, type Command } from '../command.ts';

export const undoCommand = stepCommand('undo', 'take back the last change of a project');
export const redoCommand = stepCommand('redo', 'do again what was last taken back');

function stepCommand(direction: 'undo' | 'redo', summary: string): Command {
  return {
    name: direction,
    usage: `${direction} <project>`,
    summary,
    async run(args, { host, reporter, cwd }) {
      const { positionals } = parseCommandLine(this, args, {});
      const project = resolve(cwd, onePositional(this, positionals, 'project file'));
      const label = await host.stepHistory(project, direction);
      const done = direction === 'undo' ? 'Undone' : 'Redone';
      reporter.done({ project, changes: label === null ? [] : [label] }, [
        label === null ? `Nothing to ${direction}.` : `${done}: ${label}.`,
      ]);
    },
  };
}
