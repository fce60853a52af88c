import type { Action } from './action.ts';

export const editActions: readonly Action[] = [];
