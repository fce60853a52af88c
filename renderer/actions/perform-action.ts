// Does an action, if it can be done now.
import { reportError } from '../state/edit.ts';
import { readContext } from './action-context.ts';
import type { Action } from './action.ts';

/** A failure becomes a toast. @returns whether the action was done */
export function performAction(action: Action): boolean {
  const context = readContext();
  if (action.isEnabled?.(context) === false) return false;
  try {
    const work = action.perform(context);
    if (work instanceof Promise) work.catch(reportError);
  } catch (error) {
    reportError(error);
  }
  return true;
}
