import type { Action } from './action.ts';

export const transportActions: readonly Action[] = [];
