// What tests of the contract ask of a host, whatever carries the messages.
import type { CallName, Input, Output, SubscriptionName } from '#core/contract/contract.ts';
import type { FileToken } from '#core/contract/project-types.ts';
import type { Request as WireRequest, Response as WireResponse } from '#core/contract/wire.ts';
import { fromWireError } from '#core/errors/app-error.ts';

interface Waiting {
  readonly onEvent: (event: unknown) => void;
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: Error) => void;
}

export abstract class ContractClient {
  private readonly waiting = new Map<number, Waiting>();
  private nextId = 1;

  /** Hands a file of the user over, the way of this carrier. */
  abstract admit(path: string): Promise<FileToken>;
  /** Follows a media link. */
  abstract get(url: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  abstract close(): void;
  protected abstract send(message: WireRequest): void;

  call<N extends CallName>(
    name: N,
    input: Input<N>,
    signal: AbortSignal = new AbortController().signal,
  ): Promise<Output<N>> {
    const id = this.nextId++;
    signal.addEventListener('abort', () => this.send({ type: 'cancel', id }), { once: true });
    return this.ask({ type: 'call', id, name, input }) as Promise<Output<N>>;
  }

  /** Sends a call that no window of ours would send; resolves with the answer, or rejects. */
  callAnything(type: 'call' | 'subscribe', name: string, input: unknown): Promise<unknown> {
    return this.ask({ type, id: this.nextId++, name, input });
  }

  /** Follows until `isLast` says so; resolves with that event. */
  until<N extends SubscriptionName>(
    name: N,
    input: Input<N>,
    isLast: (event: Output<N>) => boolean,
  ): Promise<Output<N>> {
    return new Promise((resolve, reject) => {
      const end = this.follow(
        name,
        input,
        (event) => {
          if (!isLast(event)) return;
          end();
          resolve(event);
        },
        reject,
      );
    });
  }

  /** Hears everything; @returns ends it */
  follow<N extends SubscriptionName>(
    name: N,
    input: Input<N>,
    onEvent: (event: Output<N>) => void,
    reject: (error: Error) => void = () => undefined,
  ): () => void {
    const id = this.nextId++;
    this.waiting.set(id, {
      onEvent: (event) => onEvent(event as Output<N>),
      resolve: () => undefined,
      reject,
    });
    this.send({ type: 'subscribe', id, name, input });
    return () => this.send({ type: 'cancel', id });
  }

  protected receive(response: WireResponse): void {
    const waiting = this.waiting.get(response.id);
    if (response.type === 'event') waiting?.onEvent(response.event);
    else {
      this.waiting.delete(response.id);
      if (response.type === 'answer') waiting?.resolve(response.output);
      else waiting?.reject(fromWireError(response.error));
    }
  }

  private ask(message: WireRequest): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.waiting.set(message.id, { onEvent: resolve, resolve, reject });
      this.send(message);
    });
  }
}
