// The host as a window sees it, whatever carries the messages.
import type { CallName, Input, Output, SubscriptionName } from '#core/contract/contract.ts';
import type { FileToken } from '#core/contract/project-types.ts';

export interface CallOptions {
  readonly signal?: AbortSignal;
}

export interface HostClient {
  /** @throws AppError as the host threw it; `host-gone` when the host cannot be reached */
  call<N extends CallName>(name: N, input: Input<N>, options?: CallOptions): Promise<Output<N>>;

  /**
   * Calls `onEvent` with the state of the moment and with every change. After a lost connection it
   * starts over by itself, beginning with the state of the moment again.
   * @returns ends the subscription
   */
  subscribe<N extends SubscriptionName>(
    name: N,
    input: Input<N>,
    onEvent: (event: Output<N>) => void,
    onError?: (error: Error) => void,
  ): () => void;

  /** Hands a file of the user over to the host: by path in Electron, by upload in a browser. */
  admitFile(file: File, onProgress?: (share: number) => void): Promise<FileToken>;

  /** Turns a link of the host into an address that the page can load. */
  addressOf(url: string): string;

  /** `connected`, or `lost` while the host cannot be reached. */
  onConnection(listener: (state: 'connected' | 'lost') => void): () => void;
}
