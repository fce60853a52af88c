// From which frame on two states of a document may move differently, so that only motion behind it
// is asked for again.
import type { PoseKey, ProjectDocument, ScoreKey } from '#core/project/document.ts';
import { compareText, lowerBound } from '#core/project/row-order.ts';
import { DRAFT_LOOKAHEAD_FRAMES } from '#core/render/draft-limits.ts';
import { DRAFT_FRAME_RATE, ticksToFrame } from '#core/time/ticks.ts';

type Key = ScoreKey | PoseKey;

/** A key bends the curve from the key before the one before it on: handles follow their neighbours. */
const KEYS_BEFORE = 2;
/** A first pose key eases in before it stands. */
const EASE_FRAMES = 12;

/** Null: they move alike. */
export function firstChangedFrame(before: ProjectDocument, after: ProjectDocument): number | null {
  if (before === after) return null;
  if (hasNewGround(before, after)) return 0;
  const ticks = [
    firstAssignmentChange(before, after),
    firstKeyChange(before.scoreKeys, after.scoreKeys),
    firstKeyChange(before.poseKeys, after.poseKeys),
  ].filter((tick) => tick !== null);
  if (ticks.length === 0) return null;
  const frame = ticksToFrame(Math.min(...ticks), after.scene?.frameRate ?? DRAFT_FRAME_RATE);
  return Math.max(0, frame - DRAFT_LOOKAHEAD_FRAMES - EASE_FRAMES);
}

/** Whether anything changed that every frame stands on. Names and portraits are not. */
function hasNewGround(before: ProjectDocument, after: ProjectDocument): boolean {
  const sceneOf = ({ scene }: ProjectDocument): unknown[] => [
    scene?.seed,
    scene?.pictureId,
    scene?.frameRate.num,
    scene?.frameRate.den,
  ];
  const peopleOf = ({ people }: ProjectDocument): unknown[] =>
    people.flatMap(({ id, silent, followVoice, keepMotion, face }) => [
      id,
      silent,
      followVoice,
      keepMotion,
      face.landmarks,
      face.box.join(),
    ]);
  const voicesOf = ({ voices }: ProjectDocument): unknown[] =>
    voices.flatMap(({ id, mediaId, durationTicks, lipOffsetTicks }) => [
      id,
      mediaId,
      durationTicks,
      lipOffsetTicks,
    ]);
  return (
    !areEqual(sceneOf(before), sceneOf(after)) ||
    (before.people !== after.people && !areEqual(peopleOf(before), peopleOf(after))) ||
    (before.voices !== after.voices && !areEqual(voicesOf(before), voicesOf(after)))
  );
}

function areEqual(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, index) => isSame(value, b[index]));
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!Array.isArray(a) || !Array.isArray(b)) return false;
  return a.length === b.length && a.every((value, index) => value === b[index]);
}

function firstAssignmentChange(before: ProjectDocument, after: ProjectDocument): number | null {
  if (before.assignments === after.assignments) return null;
  const nameOf = (each: ProjectDocument['assignments'][number]): string =>
    `${each.voiceId} ${each.personId} ${each.startTick} ${each.endTick}`;
  const known = new Set(before.assignments.map(nameOf));
  const present = new Set(after.assignments.map(nameOf));
  let first: number | null = null;
  for (const each of before.assignments) {
    if (!present.has(nameOf(each))) first = Math.min(first ?? Infinity, each.startTick);
  }
  for (const each of after.assignments) {
    if (!known.has(nameOf(each))) first = Math.min(first ?? Infinity, each.startTick);
  }
  return first;
}

function firstKeyChange(before: readonly Key[], after: readonly Key[]): number | null {
  if (before === after) return null;
  const people = new Set([...peopleIn(before), ...peopleIn(after)]);
  let first: number | null = null;
  for (const personId of people) {
    const changed = firstChangeOf(keysOf(before, personId), keysOf(after, personId));
    if (changed !== null) first = Math.min(first ?? Infinity, changed);
  }
  return first;
}

/** People of keys that are ordered by person. */
function peopleIn(keys: readonly Key[]): string[] {
  const people: string[] = [];
  let index = 0;
  while (index < keys.length) {
    const { personId } = keys[index];
    people.push(personId);
    index = lowerBound(keys, (key) => compareText(key.personId, personId) <= 0);
  }
  return people;
}

function keysOf(keys: readonly Key[], personId: string): readonly Key[] {
  const first = lowerBound(keys, (key) => compareText(key.personId, personId) < 0);
  const end = lowerBound(keys, (key) => compareText(key.personId, personId) <= 0);
  return keys.slice(first, end);
}

function firstChangeOf(before: readonly Key[], after: readonly Key[]): number | null {
  let index = 0;
  const shared = Math.min(before.length, after.length);
  while (index < shared && isSameKey(before[index], after[index])) index++;
  if (index === before.length && index === after.length) return null;
  const from = index - KEYS_BEFORE;
  const rows = after.length > before.length ? after : before;
  const ticks = [before[index]?.tick, after[index]?.tick].filter((tick) => tick !== undefined);
  return from < 0 ? Math.min(rows[0].tick, ...ticks) : rows[from].tick;
}

/** Rows that came from the host are equal to rows of the overlay, but not the same. */
function isSameKey(a: Key, b: Key): boolean {
  if (a === b) return true;
  const bare = (key: Key): string => JSON.stringify({ ...key, id: null });
  return bare(a) === bare(b);
}
