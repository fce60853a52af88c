import type { Action } from './action.ts';

export const peopleActions: readonly Action[] = [];
