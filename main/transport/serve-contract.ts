// Answers a window's messages: name checked, input parsed, limits kept. Nothing that a page sends can
// do more than fail its own request, and nothing that cannot be sent back brings the host down.
import { z } from 'zod';
import { CONTRACT, isProcedureName, type ProcedureName } from '#core/contract/contract.ts';
import { requestSchema, type Request, type Response } from '#core/contract/wire.ts';
import { AppError, toWireError } from '#core/errors/app-error.ts';

type AnyHandler = (input: unknown, ...rest: unknown[]) => unknown;
type Asked = Exclude<Request, { type: 'cancel' }>;

/** Handlers by procedure name; how each is called follows from its verb. */
export type ContractHandlers = Readonly<Record<ProcedureName, unknown>>;

export interface Carrier {
  /** Sends one message to the window. May throw when the message cannot be carried. */
  send(message: Response): void;
}

/** What one window may have open at a time. */
export const OPEN_LIMITS = { call: 64, subscribe: 64 } as const;

/** A call or subscription of the window that is not over. */
interface Open {
  readonly id: number;
  readonly type: Asked['type'];
  readonly controller: AbortController;
}

export class ContractServer {
  private readonly handlers: ContractHandlers;
  private readonly carrier: Carrier;
  private readonly open = new Map<number, Open>();

  constructor(handlers: ContractHandlers, carrier: Carrier) {
    this.handlers = handlers;
    this.carrier = carrier;
  }

  /** Takes one message of the window, whatever it is. */
  receive(message: unknown): void {
    const parsed = requestSchema.safeParse(message);
    if (!parsed.success) {
      const id = z.object({ id: z.number().int().min(0) }).safeParse(message).data?.id;
      // The answer would end a request that is in order.
      if (id === undefined || this.open.has(id)) return;
      this.refuse(id, malformed('This is no message of the contract.'));
      return;
    }
    const request = parsed.data;
    if (request.type === 'cancel') this.open.get(request.id)?.controller.abort(cancelled());
    else if (!this.open.has(request.id)) void this.answer(request);
  }

  /**
   * Gives up everything that the window has asked for, without a word: the ids may already be those of
   * a page that was loaded in its place.
   */
  close(): void {
    const open = [...this.open.values()];
    this.open.clear();
    for (const { controller } of open) controller.abort(cancelled());
  }

  private async answer(request: Asked): Promise<void> {
    const { id, type } = request;
    if (this.countOpen(type) >= OPEN_LIMITS[type]) {
      this.refuse(id, tooMuch());
      return;
    }
    const open: Open = { id, type, controller: new AbortController() };
    this.open.set(id, open);
    try {
      const input = this.check(request);
      const handler = this.handlers[request.name as ProcedureName] as AnyHandler;
      if (type === 'call') await this.call(open, handler, input);
      else await this.follow(open, handler, input);
    } catch (error) {
      if (this.open.get(id) === open) this.refuse(id, error);
    } finally {
      if (this.open.get(id) === open) this.open.delete(id);
    }
  }

  private async call(open: Open, handler: AnyHandler, input: unknown): Promise<void> {
    const { id, controller } = open;
    const output = await handler(input, controller.signal);
    if (this.open.get(id) === open) this.carrier.send({ type: 'answer', id, output });
  }

  private async follow({ id, controller }: Open, handler: AnyHandler, input: unknown) {
    const { signal } = controller;
    const emit = (event: unknown): void => {
      if (signal.aborted) return;
      try {
        this.carrier.send({ type: 'event', id, event });
      } catch (error) {
        // Whoever made the change goes on; only this window stops hearing of it.
        controller.abort(error);
      }
    };
    try {
      await handler(input, emit, signal);
      await ended(signal);
      signal.throwIfAborted();
    } finally {
      // A handler that failed half-way still follows something.
      controller.abort(cancelled());
    }
  }

  /** A call may go on after it was cancelled; a subscription is over as soon as it is. */
  private countOpen(type: Asked['type']): number {
    let count = 0;
    for (const each of this.open.values()) {
      const isOver = type === 'subscribe' && each.controller.signal.aborted;
      if (each.type === type && !isOver) count++;
    }
    return count;
  }

  /** @returns the parsed input. Throws AppError `bad-request` */
  private check({ name, type, input }: Asked): unknown {
    if (!isProcedureName(name)) throw malformed(`There is no procedure "${name}".`);
    const procedure = CONTRACT[name];
    if ((procedure.verb === 'subscription') !== (type === 'subscribe')) {
      throw malformed(`"${name}" cannot be asked for like this.`);
    }
    const parsed = procedure.input.safeParse(input);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    const place = issue?.path.map(String).join('.') ?? '';
    throw malformed(`"${name}" cannot take this input (${place}: ${issue?.message ?? ''}).`);
  }

  private refuse(id: number, error: unknown): void {
    try {
      this.carrier.send({ type: 'error', id, error: toWireError(error) });
    } catch {
      // A window that cannot even be told that is gone; its carrier closes by itself.
    }
  }
}

function ended(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

function malformed(message: string): AppError {
  return new AppError({ category: 'usage', code: 'bad-request', message });
}

function tooMuch(): AppError {
  return new AppError({
    category: 'usage',
    code: 'too-many-requests',
    message: 'This window asks for too much at once.',
    hint: 'Wait a moment, or load the page again.',
  });
}

function cancelled(): AppError {
  return new AppError({ category: 'cancelled', code: 'cancelled', message: 'Cancelled.' });
}
