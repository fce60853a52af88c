// The three verbs between a window and the host. Inputs are parsed at the host; outputs are typed
// only, because they come from the program itself.
import type { z } from 'zod';

declare const OUTPUT: unique symbol;

/** Carries a type without a value. */
export interface Typed<T> {
  readonly [OUTPUT]?: T;
}

export type Verb = 'query' | 'command' | 'subscription';

export interface Procedure<V extends Verb, S extends z.ZodType, O> {
  readonly verb: V;
  readonly input: S;
  readonly output: Typed<O>;
}

export function typed<T>(): Typed<T> {
  return {};
}

/** Reads; may be asked any number of times. */
export function query<S extends z.ZodType, O>(
  input: S,
  output: Typed<O>,
): Procedure<'query', S, O> {
  return { verb: 'query', input, output };
}

/** Changes something. When it answers, the change is durable. */
export function command<S extends z.ZodType, O>(
  input: S,
  output: Typed<O>,
): Procedure<'command', S, O> {
  return { verb: 'command', input, output };
}

/** Sends the state of the moment first, then every change, until it is ended. */
export function subscription<S extends z.ZodType, O>(
  input: S,
  output: Typed<O>,
): Procedure<'subscription', S, O> {
  return { verb: 'subscription', input, output };
}
