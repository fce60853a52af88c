// Answers a window's messages: name checked, input parsed, limits kept. Nothing that a page sends can
// do more than fail its own call.
import { z } from 'zod';
import { CONTRACT, isProcedureName, type ProcedureName } from '#core/contract/contract.ts';
import { requestSchema, type Request, type Response } from '#core/contract/wire.ts';
import { AppError, toWireError } from '#core/errors/app-error.ts';

type AnyHandler = (input: unknown, ...rest: unknown[]) => unknown;

/** Handlers by procedure name; how each is called follows from its verb. */
export type ContractHandlers = Readonly<Record<ProcedureName, unknown>>;

export interface Carrier {
  /** Sends one message to the window. */
  send(message: Response): void;
}

/** Calls and subscriptions that one window may have at a time. */
const OPEN_LIMIT = 256;

export class ContractServer {
  private readonly handlers: ContractHandlers;
  private readonly carrier: Carrier;
  private readonly open = new Map<number, AbortController>();

  constructor(handlers: ContractHandlers, carrier: Carrier) {
    this.handlers = handlers;
    this.carrier = carrier;
  }

  /** Takes one message of the window, whatever it is. */
  receive(message: unknown): void {
    const parsed = requestSchema.safeParse(message);
    if (!parsed.success) {
      const id = z.object({ id: z.number().int().min(0) }).safeParse(message).data?.id;
      if (id !== undefined) this.fail(id, malformed('This is no message of the contract.'));
      return;
    }
    const request = parsed.data;
    if (request.type === 'cancel') this.open.get(request.id)?.abort(cancelled());
    else void this.answer(request);
  }

  /** Gives up everything that the window has asked for. */
  close(): void {
    for (const controller of this.open.values()) controller.abort(cancelled());
    this.open.clear();
  }

  private async answer(request: Exclude<Request, { type: 'cancel' }>): Promise<void> {
    const { id, name, type } = request;
    if (this.open.has(id)) return;
    if (this.open.size >= OPEN_LIMIT) {
      this.fail(id, malformed('This window asks for too much at once.'));
      return;
    }
    const controller = new AbortController();
    this.open.set(id, controller);
    const { signal } = controller;
    try {
      const input = this.check(type, name, request.input);
      const handler = this.handlers[name as ProcedureName] as AnyHandler;
      if (type === 'call') {
        const output = await handler(input, signal);
        this.carrier.send({ type: 'answer', id, output });
      } else {
        const emit = (event: unknown): void => {
          if (!signal.aborted) this.carrier.send({ type: 'event', id, event });
        };
        await handler(input, emit, signal);
        await ended(signal);
      }
    } catch (error) {
      this.fail(id, error);
    } finally {
      this.open.delete(id);
    }
  }

  /** @returns the parsed input. Throws AppError `unknown-procedure`, `bad-input` */
  private check(type: 'call' | 'subscribe', name: string, input: unknown): unknown {
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

  private fail(id: number, error: unknown): void {
    this.carrier.send({ type: 'error', id, error: toWireError(error) });
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

function cancelled(): AppError {
  return new AppError({ category: 'cancelled', code: 'cancelled', message: 'Cancelled.' });
}
