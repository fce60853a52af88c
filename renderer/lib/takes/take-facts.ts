// What differs between two takes: settings of the film, then what the project held.
import type { Take } from '#core/contract/project-types.ts';

export interface TakeFact {
  readonly label: string;
  /** Null: the take knows nothing of it. */
  readonly left: string | null;
  readonly right: string | null;
}

export interface TakeDifferences {
  readonly differing: readonly TakeFact[];
  /** Labels of what both have in common. */
  readonly equal: readonly string[];
}

/** A property of the film itself, in the words of the window. */
export interface FilmFact {
  readonly label: string;
  readonly valueOf: (take: Take) => string;
}

export function differencesOf(
  left: Take,
  right: Take,
  filmFacts: readonly FilmFact[],
): TakeDifferences {
  const own = filmFacts.map(({ label, valueOf }) => ({
    label,
    left: valueOf(left),
    right: valueOf(right),
  }));
  const known = new Set(own.map(({ label }) => label.toLowerCase()));
  const held = factsOf(left, right).filter(({ label }) => !known.has(label.toLowerCase()));
  const all = [...own, ...held];
  return {
    differing: all.filter((fact) => fact.left !== fact.right),
    equal: all.filter((fact) => fact.left === fact.right).map(({ label }) => label),
  };
}

/** In the order of the left take; what only the right one has comes last. */
function factsOf(left: Take, right: Take): readonly TakeFact[] {
  const labels = new Set([...left.facts, ...right.facts].map(({ label }) => label));
  const valueIn = (take: Take, wanted: string): string | null =>
    take.facts.find(({ label }) => label === wanted)?.value ?? null;
  return [...labels].map((label) => ({
    label,
    left: valueIn(left, label),
    right: valueIn(right, label),
  }));
}
