import type { Action } from './action.ts';

export const takesActions: readonly Action[] = [];
