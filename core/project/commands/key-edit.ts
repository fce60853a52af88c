// Keys of people's timelines as commands change them: addressed by person and tick, never scanned.
import { z } from 'zod';
import { AppError } from '#core/errors/app-error.ts';
import type { Person } from '../document.ts';
import type { DocumentEdit, KeyKind } from '../document-edit.ts';
import type { IdSource } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import type { Rows } from '../rows.ts';

export const tickInput = z.number().int().min(0).max(LIMITS.ticks);

/** Fields of an edit of keys: first keys are taken away, then keys are set. */
export const keyEditFields = <K extends z.ZodType>(key: K) => ({
  /** A key that stands at the same tick is replaced. */
  set: z.array(key).max(LIMITS.scoreKeys).default([]),
  /** Ticks of keys to take away. */
  remove: z.array(tickInput).max(LIMITS.scoreKeys).default([]),
});

/** A key to set. */
interface NewKey {
  readonly tick: number;
  /** The tick of the key that moves here; it keeps its id, and nothing is left behind. */
  readonly from?: number | undefined;
}

const CODES = { scoreKey: 'no-score-key-there', poseKey: 'no-pose-key-there' } as const;
const NOUNS = { scoreKey: 'score key', poseKey: 'pose key' } as const;

export interface KeyWriter<K extends KeyKind, I extends NewKey> {
  readonly edit: DocumentEdit;
  readonly kind: K;
  readonly newId: IdSource;
  /** Makes the whole row of an input. */
  readonly row: (input: I, id: string, person: Person) => Rows[K];
}

/**
 * Writes one person's keys. Must run at most once per person and kind in one command.
 * Throws AppError `no-score-key-there` or `no-pose-key-there` for a `remove` or `from` without key.
 */
export function writeKeys<K extends KeyKind, I extends NewKey>(
  { edit, kind, newId, row }: KeyWriter<K, I>,
  person: Person,
  set: readonly I[],
  remove: readonly number[],
): void {
  const taken = new Map<number, Rows[K]>();
  const take = (tick: number): void => {
    const key = edit.originalKeyAt(kind, person.id, tick);
    if (key === null) {
      throw new AppError({
        category: 'usage',
        code: CODES[kind],
        message: `${person.name} has no ${NOUNS[kind]} at tick ${tick}.`,
      });
    }
    edit.swap(kind, key, null);
    taken.set(tick, key);
  };
  remove.forEach(take);
  for (const { from } of set) if (from !== undefined && !taken.has(from)) take(from);

  const placed = new Map<number, Rows[K]>();
  const moved = new Set<number>();
  for (const input of set) {
    const standing =
      placed.get(input.tick) ??
      (taken.has(input.tick) ? null : edit.originalKeyAt(kind, person.id, input.tick));
    let source: Rows[K] | null = null;
    if (input.from !== undefined && !moved.has(input.from)) {
      source = taken.get(input.from) ?? null;
      moved.add(input.from);
      if (standing !== null) edit.swap(kind, standing, null);
    }
    const id = source?.id ?? standing?.id ?? newId();
    const fresh = row(input, id, person);
    edit.swap(kind, source ?? standing, fresh);
    placed.set(input.tick, fresh);
  }
}
