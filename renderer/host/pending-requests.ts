// Requests of a window that wait for the host, whatever carries them.
import { AppError, fromWireError } from '#core/errors/app-error.ts';
import type { CallName, Input, Output, SubscriptionName } from '#core/contract/contract.ts';
import type { Request, Response } from '#core/contract/wire.ts';

interface PendingCall {
  readonly type: 'call';
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: Error) => void;
}
interface OpenSubscription {
  readonly type: 'subscribe';
  readonly name: string;
  readonly input: unknown;
  readonly onEvent: (event: unknown) => void;
  readonly onError: (error: Error) => void;
}

export class PendingRequests {
  private readonly post: (request: Request) => void;
  private readonly pending = new Map<number, PendingCall | OpenSubscription>();
  private nextId = 1;

  /** @param post sends a message when there is a connection; called again for subscriptions after a loss */
  constructor(post: (request: Request) => void) {
    this.post = post;
  }

  call<N extends CallName>(
    name: N,
    input: Input<N>,
    signal: AbortSignal | undefined,
  ): Promise<Output<N>> {
    if (signal?.aborted) return Promise.reject(signal.reason as Error);
    const id = this.nextId++;
    return new Promise<Output<N>>((resolve, reject) => {
      const onAbort = (): void => {
        if (!this.pending.delete(id)) return;
        this.post({ type: 'cancel', id });
        reject(signal?.reason as Error);
      };
      const settle = (): void => signal?.removeEventListener('abort', onAbort);
      this.pending.set(id, {
        type: 'call',
        resolve: (output) => {
          settle();
          resolve(output as Output<N>);
        },
        reject: (error) => {
          settle();
          reject(error);
        },
      });
      signal?.addEventListener('abort', onAbort, { once: true });
      this.post({ type: 'call', id, name, input });
    });
  }

  subscribe<N extends SubscriptionName>(
    name: N,
    input: Input<N>,
    onEvent: (event: Output<N>) => void,
    onError: (error: Error) => void = () => undefined,
  ): () => void {
    const id = this.nextId++;
    this.pending.set(id, {
      type: 'subscribe',
      name,
      input,
      onEvent: (event) => onEvent(event as Output<N>),
      onError,
    });
    this.post({ type: 'subscribe', id, name, input });
    return () => {
      if (this.pending.delete(id)) this.post({ type: 'cancel', id });
    };
  }

  receive(response: Response): void {
    const pending = this.pending.get(response.id);
    if (pending === undefined) return;
    if (response.type === 'event') {
      if (pending.type === 'subscribe') pending.onEvent(response.event);
      return;
    }
    this.pending.delete(response.id);
    if (response.type === 'error') {
      const error = fromWireError(response.error);
      if (pending.type === 'call') pending.reject(error);
      else pending.onError(error);
    } else if (pending.type === 'call') pending.resolve(response.output);
  }

  /** The host cannot be reached: calls fail, subscriptions wait for it to come back. */
  lose(): void {
    for (const [id, pending] of [...this.pending]) {
      if (pending.type !== 'call') continue;
      this.pending.delete(id);
      pending.reject(hostGone());
    }
  }

  /** The host is back: every subscription starts over. */
  resume(): void {
    for (const [id, pending] of this.pending) {
      if (pending.type !== 'subscribe') continue;
      this.post({ type: 'subscribe', id, name: pending.name, input: pending.input });
    }
  }
}

export function hostGone(): AppError {
  return new AppError({
    category: 'device-failed',
    code: 'host-gone',
    message: 'Parley cannot be reached.',
    hint: 'It goes on by itself as soon as the program runs again.',
  });
}
