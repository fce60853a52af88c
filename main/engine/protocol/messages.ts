// The messages that cross the pipe between host and engine.

import type { WireError } from '#core/errors/app-error.ts';
import type { EngineMethod } from './methods.ts';

export type HostMessage =
  | {
      readonly type: 'request';
      readonly id: number;
      readonly method: EngineMethod;
      readonly input: unknown;
    }
  | { readonly type: 'cancel'; readonly id: number };

export type EngineMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'event'; readonly id: number; readonly event: unknown }
  | { readonly type: 'done'; readonly id: number; readonly output: unknown }
  | { readonly type: 'failed'; readonly id: number; readonly error: WireError };
