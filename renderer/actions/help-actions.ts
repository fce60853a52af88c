import type { Action } from './action.ts';

export const helpActions: readonly Action[] = [];
