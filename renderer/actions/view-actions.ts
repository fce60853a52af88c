import type { Action } from './action.ts';

export const viewActions: readonly Action[] = [];
