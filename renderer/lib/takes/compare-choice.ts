// Which two takes are compared: what the user chose, until a newer take arrives.
import type { Take, TakeId } from '#core/contract/project-types.ts';

export interface TakeChoice {
  readonly leftId: TakeId | null;
  /** The take that is looked at: its seams and figures are shown. */
  readonly rightId: TakeId | null;
  /** Highest number of a take when the choice was made; a newer take replaces the right one. */
  readonly newestNumber: number;
}

export interface TakePair {
  /** Null while there is only one take. */
  readonly left: Take | null;
  /** Null while there is none. */
  readonly right: Take | null;
}

export const NO_CHOICE: TakeChoice = { leftId: null, rightId: null, newestNumber: 0 };

/** Newest first, as lists show them. */
export function newestFirst(takes: readonly Take[]): readonly Take[] {
  return takes.toSorted((a, b) => b.number - a.number);
}

export function resolvePair(takes: readonly Take[], choice: TakeChoice): TakePair {
  const ordered = newestFirst(takes);
  if (ordered.length === 0) return { left: null, right: null };
  const find = (id: TakeId | null): Take | null => takes.find((take) => take.id === id) ?? null;
  const isOutdated = choice.newestNumber > 0 && ordered[0].number > choice.newestNumber;
  const right = isOutdated ? ordered[0] : (find(choice.rightId) ?? ordered[0]);
  const wanted = find(isOutdated ? choice.rightId : choice.leftId);
  const others = ordered.filter((take) => take !== right);
  const left = wanted === null || wanted === right ? (others.at(0) ?? null) : wanted;
  return { left, right };
}

/** Puts a take on one side; the take that is there already changes sides. */
export function chooseTake(
  takes: readonly Take[],
  choice: TakeChoice,
  takeId: TakeId,
  side: 'left' | 'right',
): TakeChoice {
  const { left, right } = resolvePair(takes, choice);
  const [here, there] = side === 'right' ? [right, left] : [left, right];
  const other = there?.id === takeId ? (here?.id ?? null) : (there?.id ?? null);
  return {
    leftId: side === 'left' ? takeId : other,
    rightId: side === 'right' ? takeId : other,
    newestNumber: Math.max(0, ...takes.map((take) => take.number)),
  };
}
