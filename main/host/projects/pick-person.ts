// People and voices as users count them: from 1.

import { AppError } from '#core/errors/app-error.ts';
import type { Person, ProjectDocument, Voice } from '#core/project/document.ts';

/** Person `number` from the left. Throws AppError `no-such-person`. */
export function pickPerson(document: ProjectDocument, number: number): Person {
  return pick(document.people, number, 'person', 'people', 'Run "parley analyze" first.');
}

/** Voice `number` in the order of adding. Throws AppError `no-such-voice`. */
export function pickVoice(document: ProjectDocument, number: number): Voice {
  return pick(document.voices, number, 'voice', 'voices', 'Voices are given to "parley new".');
}

function pick<T>(from: readonly T[], number: number, one: string, many: string, hint: string): T {
  const found = from.at(number - 1);
  if (number >= 1 && found !== undefined) return found;
  const count =
    from.length === 0 ? `no ${many} yet` : `${from.length} ${from.length === 1 ? one : many}`;
  throw new AppError({
    category: 'bad-input',
    code: `no-such-${one}`,
    message: `There is no ${one} ${number}: the project has ${count}.`,
    hint,
  });
}
