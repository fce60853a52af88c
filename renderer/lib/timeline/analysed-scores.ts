// What the analysis says of each person: the score that holds where the user has drawn no curve.
import type { AnalysedScore } from '#core/curve/curve-key.ts';
import type { Assignment, Person, Voice } from '#core/project/document.ts';
import type { PersonId } from '#core/project/ids.ts';
import { buildPersonTracks } from '#core/render/person-tracks.ts';
import { shiftScores } from '#core/render/shift-scores.ts';
import { ticksToFrame, type Rational } from '#core/time/ticks.ts';
import { projectStore } from '../../state/project-store.ts';
import { filmExtent } from '../playback/film-extent.ts';

const LISTENING = -1;
/** People of the open project, and some of the one before. */
const MAX_KEPT = 16;

interface Kept {
  readonly inputs: readonly unknown[];
  readonly values: Float32Array;
}

const kept = new Map<PersonId, Kept>();

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((value, index) => value === b[index]);

/** One person's analysed score, once per frame; the very same array while nothing changes. // [T] */
export function analysedScores(personId: PersonId): Float32Array {
  const { shown, analysis } = projectStore.getState();
  const { frames, rate } = filmExtent();
  const person = shown.people.find(({ id }) => id === personId);
  const assignments = shown.assignments.filter((each) => each.personId === personId);
  const voices = shown.voices;
  const inputs = [frames, rate.num, rate.den, person?.silent, analysis.scores];
  const all = [...inputs, ...voices, 'assignments', ...assignments];
  const known = kept.get(personId);
  if (known !== undefined && isSame(known.inputs, all)) return known.values;
  const values = compute(person, assignments, voices, analysis.scores, frames, rate);
  kept.delete(personId);
  kept.set(personId, { inputs: all, values });
  for (const id of kept.keys()) if (kept.size > MAX_KEPT) kept.delete(id);
  return values;
}

function compute(
  person: Person | undefined,
  assignments: readonly Assignment[],
  voices: readonly Voice[],
  scores: readonly Float32Array[],
  frames: number,
  rate: Rational,
): Float32Array {
  if (person === undefined || scores.length < voices.length)
    return new Float32Array(frames).fill(LISTENING);
  const heard = voices.map(({ lipOffsetTicks }, index) =>
    shiftScores(scores[index], lipOffsetTicks, rate),
  );
  const { shown } = projectStore.getState();
  const alone = { ...shown, people: [person], assignments, scoreKeys: [] };
  return buildPersonTracks(alone, heard, frames, rate)[0].scores;
}

/** The analysed score by tick, as operations on curves take it. */
export function analysedAt(personId: PersonId): AnalysedScore {
  const values = analysedScores(personId);
  const { rate } = filmExtent();
  return (tick) => values[ticksToFrame(tick, rate)] ?? LISTENING;
}
