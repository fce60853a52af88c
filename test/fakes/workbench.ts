// A document and commands on it, for tests of commands.
import type { CommandInput, CommandName } from '#core/project/commands/registry.ts';
import { EMPTY_DOCUMENT, type ProjectDocument } from '#core/project/document.ts';
import { planCommand } from '#core/project/plan-command.ts';
import { countingIds, fakeFace, fakeImage, fakeVoice } from './fake-project.ts';

/** A document and a way to run commands on it. */
export function workbench() {
  const newId = countingIds();
  const bench = {
    document: EMPTY_DOCUMENT,
    run: <N extends CommandName>(name: N, input: CommandInput<N>): string => {
      const planned = planCommand(bench.document, name, input, newId);
      bench.document = planned.document;
      return planned.label;
    },
  };
  return bench;
}

/** Two people, two voices of ten seconds. */
export function interview() {
  const bench = workbench();
  bench.run('createScene', { picture: fakeImage() });
  bench.run('addVoice', { name: 'anna', media: fakeVoice('a.wav') });
  bench.run('addVoice', { name: 'ben', media: fakeVoice('b.wav') });
  bench.run('recordFaces', { faces: [fakeFace(800), fakeFace(200)] });
  return bench;
}

export const stretches = (document: ProjectDocument) =>
  document.assignments.map(({ startTick, endTick, personId, source }) => {
    const person = document.people.find(({ id }) => id === personId);
    return `${startTick}-${endTick ?? 'end'} ${person?.name ?? 'nobody'} ${source}`;
  });
