import type { Action } from './action.ts';

export const rangeActions: readonly Action[] = [];
