// Places that an editor should look at: two people talk at once, or one mouth has two voices.
import type { Person, ProjectDocument } from '#core/project/document.ts';
import type { PersonId } from '#core/project/ids.ts';
import { effectiveScores, spokenStretches, stretchScoreAt } from './effective-scores.ts';

export interface Overlap {
  readonly kind: 'both-talk' | 'two-voices';
  /** Two who talk, or the one with two voices. */
  readonly personIds: readonly PersonId[];
  readonly firstFrame: number;
  readonly endFrame: number;
  /** Who goes on talking behind it; null: nobody, or both. */
  readonly goesOn: PersonId | null;
}

/** Frames looked at between two pauses. */
const SLICE_FRAMES = 4096;
/** A shorter overlap is a breath. */
const LEAST_FRAMES = 5;
const MOST_FOUND = 50;

interface Open {
  readonly kind: Overlap['kind'];
  readonly people: readonly Person[];
  readonly firstFrame: number;
}

/** Yields after every slice, so that the caller can let others work. Returns at most 50 places. */
export function* findOverlaps(
  document: ProjectDocument,
  scores: readonly Float32Array[],
  frames: number,
): Generator<undefined, readonly Overlap[]> {
  const found: Overlap[] = [];
  const open = new Map<string, Open>();
  const close = (name: string, endFrame: number, talkersAfter: readonly Person[]): void => {
    const place = open.get(name);
    open.delete(name);
    if (place === undefined || endFrame - place.firstFrame < LEAST_FRAMES) return;
    const goesOn = place.people.filter((person) => talkersAfter.includes(person));
    found.push({
      kind: place.kind,
      personIds: place.people.map(({ id }) => id),
      firstFrame: place.firstFrame,
      endFrame,
      goesOn: goesOn.length === 1 ? goesOn[0].id : null,
    });
  };
  const { people } = document;
  const stretches = people.map((person) =>
    person.silent ? [] : spokenStretches(document, person),
  );
  for (let first = 0; first < frames && found.length < MOST_FOUND; first += SLICE_FRAMES) {
    const count = Math.min(SLICE_FRAMES, frames - first);
    const levels = people.map((person) =>
      effectiveScores(document, scores, person, { firstFrame: first, count, step: 1 }),
    );
    for (let i = 0; i < count; i++) {
      const talkers = people.filter((_, p) => levels[p][i] > 0);
      const present = new Map<string, Omit<Open, 'firstFrame'>>();
      if (talkers.length > 1)
        present.set(`talk ${talkers.map(({ id }) => id).join()}`, {
          kind: 'both-talk',
          people: talkers,
        });
      people.forEach((person, p) => {
        if (stretches[p].length < 2) return;
        const sounding = stretches[p].filter((s) => stretchScoreAt(s, scores, first + i) > 0);
        if (sounding.length > 1)
          present.set(`voices ${person.id}`, { kind: 'two-voices', people: [person] });
      });
      for (const name of [...open.keys()]) if (!present.has(name)) close(name, first + i, talkers);
      for (const [name, place] of present)
        if (!open.has(name)) open.set(name, { ...place, firstFrame: first + i });
    }
    yield;
  }
  for (const name of [...open.keys()]) close(name, frames, []);
  return found.sort((a, b) => a.firstFrame - b.firstFrame).slice(0, MOST_FOUND);
}
