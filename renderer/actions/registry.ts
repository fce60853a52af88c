// All actions, in menu order.
import type { Action } from './action.ts';
import { editActions } from './edit-actions.ts';
import { fileActions } from './file-actions.ts';
import { helpActions } from './help-actions.ts';
import { keysActions } from './keys-actions.ts';
import { peopleActions } from './people-actions.ts';
import { rangeActions } from './range-actions.ts';
import { takesActions } from './takes-actions.ts';
import { timelineActions } from './timeline-actions.ts';
import { transportActions } from './transport-actions.ts';
import { viewActions } from './view-actions.ts';

/**
 * Of several actions with one key the first that can be done is done: what acts on a selection stands
 * before what moves the playhead.
 */
export const ACTIONS: readonly Action[] = [
  ...fileActions,
  ...editActions,
  ...viewActions,
  ...keysActions,
  ...takesActions,
  ...timelineActions,
  ...transportActions,
  ...rangeActions,
  ...peopleActions,
  ...helpActions,
];

/** @throws Error for an id that no action has */
export function actionById(id: string): Action {
  const found = ACTIONS.find((action) => action.id === id);
  if (found === undefined) throw new Error(`There is no action "${id}".`);
  return found;
}
