import { resolve } from 'node:path';
import { onePositional, parseCommandLine, type Command } from '../command.ts';
import { runOf } from '../run-of.ts';

export const analyzeCommand: Command = {
  name: 'analyze',
  usage: 'analyze <project>',
  summary: 'find faces and speaking turns, and propose who speaks which voice',
  async run(args, { host, reporter, signal, cwd }) {
    const { positionals } = parseCommandLine(this, args, {});
    const project = resolve(cwd, onePositional(this, positionals, 'project file'));
    const analysis = await host.analyzeProject(project, runOf(reporter, signal));
    reporter.done({ ...analysis }, [
      ...analysis.people.map((person, index) => {
        const voice = person.voice === null ? 'listens' : `speaks "${person.voice}"`;
        return `${index + 1}. ${person.name} ${voice} (confidence ${person.confidence.toFixed(2)})`;
      }),
    ]);
  },
};
