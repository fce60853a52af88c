import type { Action } from './action.ts';

export const keysActions: readonly Action[] = [];
