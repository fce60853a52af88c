// How to see that an action acts.
import type { PageFacts } from './page-facts.ts';
import type { Walk } from './walk.ts';

export interface Row {
  /** Brings the window where the action can be done. */
  readonly before?: (walk: Walk) => Promise<void>;
  /** What it changes, of the window or of what the host has. */
  readonly changes: keyof PageFacts | ((walk: Walk) => unknown);
  /** Only this comes of it, where any change would not do. */
  readonly into?: unknown;
  readonly after?: (walk: Walk) => Promise<void>;
}

/** By id of the action, in the order of the walk. */
export type Rows = Readonly<Record<string, Row>>;

export async function read({ changes }: Row, walk: Walk): Promise<unknown> {
  if (typeof changes === 'function') return changes(walk);
  const facts = await walk.facts();
  return facts[changes];
}
