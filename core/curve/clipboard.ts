// Copied keys and where they may go (the rules of Theatre.js): keys of one lane go to every lane
// that is chosen, keys of several lanes go to lanes that match; what matches nothing goes nowhere,
// and the caller is told why.
import type { PersonId } from '../project/ids.ts';
import { isValueKey, type CurveKey, type ValueKey } from './curve-key.ts';
import type { KeyEdit } from './key-edit.ts';
import { placeKeys, type CurveSurroundings } from './place-keys.ts';

/** Keys of one person, ticks from the first copied key of all lanes. */
interface CopiedLane {
  readonly personId: PersonId;
  readonly keys: readonly ValueKey[];
}

export interface KeyClipboard {
  /** In the order of people in the picture. */
  readonly lanes: readonly CopiedLane[];
  readonly count: number;
}

export interface CurveLane {
  readonly personId: PersonId;
  readonly keys: readonly CurveKey[];
}

export interface SelectedLane extends CurveLane {
  /** Ticks of the selected keys. */
  readonly ticks: ReadonlySet<number>;
}

export interface TargetLane extends CurveLane {
  readonly surroundings: CurveSurroundings;
}

export interface PersonKeyEdit extends KeyEdit {
  readonly personId: PersonId;
}

export type Paste =
  | { readonly kind: 'edits'; readonly edits: readonly PersonKeyEdit[]; readonly count: number }
  | { readonly kind: 'nothing'; readonly reason: 'empty' | 'no-target' | 'no-match' };

/** Copies the selected keys. Releases are not copied: pasting makes its own ends. */
export function copyKeys(lanes: readonly SelectedLane[]): KeyClipboard {
  const copied = lanes.flatMap(({ personId, keys, ticks }) => {
    const own = keys.filter(isValueKey).filter(({ tick }) => ticks.has(tick));
    return own.length === 0 ? [] : [{ personId, keys: own }];
  });
  const origin = Math.min(...copied.map(({ keys }) => keys[0].tick));
  return {
    lanes: copied.map(({ personId, keys }) => ({
      personId,
      keys: keys.map((key) => ({ ...key, tick: key.tick - origin })),
    })),
    count: copied.reduce((sum, { keys }) => sum + keys.length, 0),
  };
}

/** Which copied lane goes to which target: by being one, by person, or by number and order. */
function matchLanes(
  lanes: readonly CopiedLane[],
  targets: readonly TargetLane[],
): (CopiedLane | undefined)[] {
  if (lanes.length === 1) return targets.map(() => lanes[0]);
  const byPerson = targets.map((target) =>
    lanes.find(({ personId }) => personId === target.personId),
  );
  if (byPerson.filter((lane) => lane !== undefined).length === lanes.length) return byPerson;
  return lanes.length === targets.length ? [...lanes] : [];
}

/**
 * Pastes at a tick onto the chosen people, in the order of people in the picture. Pasted keys
 * replace what lies under them.
 */
export function pasteKeys(
  { lanes }: KeyClipboard,
  targets: readonly TargetLane[],
  tick: number,
): Paste {
  if (lanes.length === 0) return { kind: 'nothing', reason: 'empty' };
  if (targets.length === 0) return { kind: 'nothing', reason: 'no-target' };
  const matches = matchLanes(lanes, targets);
  let count = 0;
  const edits = targets.flatMap(({ personId, keys, surroundings }, index) => {
    const lane = matches[index];
    if (lane === undefined) return [];
    count += lane.keys.length;
    const run = lane.keys.map((key) => ({ ...key, tick: key.tick + Math.round(tick) }));
    return [{ personId, ...placeKeys(keys, run, surroundings) }];
  });
  if (edits.length === 0) return { kind: 'nothing', reason: 'no-match' };
  return { kind: 'edits', edits, count };
}
