// People and who speaks what.
import type { Row, Rows } from './row.ts';
import type { Walk } from './walk.ts';

const NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8] as const;

const assignments = ({ host }: Walk) =>
  host.document.assignments.map(({ voiceId, personId, source }) => [voiceId, personId, source]);

const numbered = (verb: string, row: (number: number) => Row): Rows =>
  Object.fromEntries(NUMBERS.map((number) => [`people.${verb}${number}`, row(number)]));

/** Draws people where the picture shows the wall, until there are so many. */
const peopleUpTo = async ({ host, page }: Walk, count: number): Promise<void> => {
  for (let known = host.document.people.length; known < count; known++)
    await host.drawPerson([20 + known * 90, 30, 80, 100]);
  await page
    .locator('.person-chip')
    .nth(count - 1)
    .waitFor();
};

/** The first voice is selected, and spoken by the person of that number, or by nobody. */
const voiceSpokenBy = async (walk: Walk, number: number | null): Promise<void> => {
  const { host } = walk;
  const voiceId = host.document.voices[0].id;
  const personId = number === null ? null : host.document.people[number - 1].id;
  await walk.onPage('assign');
  await host.edit('assignVoice', { voiceId, personId });
  await walk.selectVoice(0);
};

const ofPerson = (changes: Row['changes'], before?: Row['before']): Row => ({
  before: async (walk) => {
    await walk.onPage('assign');
    await walk.selectPerson(0);
    await before?.(walk);
  },
  changes,
});

const overlay = (name: 'showBindings' | 'showFaces' | 'showSkeleton' | 'showOnionSkin'): Row => ({
  before: (walk) => walk.onPage('assign'),
  changes: async (walk) => (await walk.view())[name],
});

const people = ({ host }: Walk) => host.document.people;

/** While the proposals of the beginning still stand. */
export const PROPOSAL_ROWS: Rows = {
  'people.acceptAll': {
    before: (walk) => walk.onPage('assign'),
    changes: assignments,
    after: ({ host }) => host.undo(),
  },
  'people.findWhoSpeaks': {
    before: async ({ host }) => {
      for (const { id } of host.document.voices)
        await host.edit('clearAssignments', { voiceId: id });
    },
    changes: assignments,
  },
};

export const PEOPLE_ROWS: Rows = {
  'people.silent': ofPerson(people),
  'people.showBindings': overlay('showBindings'),
  'people.showFaces': overlay('showFaces'),
  'people.showSkeleton': overlay('showSkeleton'),
  'people.showOnionSkin': overlay('showOnionSkin'),
  'people.draw': { before: (walk) => walk.onPage('assign'), changes: 'picture' },
  'people.landmarks': ofPerson('picture'),
  'people.rename': ofPerson('renaming'),
  ...numbered('assign', (number) => ({
    before: async (walk) => {
      await peopleUpTo(walk, number);
      await voiceSpokenBy(walk, null);
    },
    changes: ({ host }) => {
      const { assignments: all, people: them, voices } = host.document;
      const own = all.find(({ voiceId }) => voiceId === voices[0].id);
      return them.findIndex(({ id }) => id === own?.personId) + 1;
    },
    into: number,
  })),
  'people.assignNobody': { before: (walk) => voiceSpokenBy(walk, 1), changes: assignments },
  ...numbered('solo', (number) => ({
    before: (walk) => voiceSpokenBy(walk, number),
    changes: 'on',
    after: (walk) => walk.press(`Shift+Digit${number}`),
  })),
  'people.remove': ofPerson(people),
};
