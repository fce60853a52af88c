// The host's side of the engine process: starts it, asks it, stops it, survives its death.

import { AppError, fromWireError } from '#core/errors/app-error.ts';
import type { EngineMessage } from '#main/engine/protocol/messages.ts';
import type { EngineMethod, EngineMethods } from '#main/engine/protocol/methods.ts';
import { forkEngine, type EngineProcess, type StartEngine } from './engine-process.ts';

/** A cancelled request that has not answered by then costs the engine its life. */
const CANCEL_GRACE_MS = 1500;
const STDERR_LIMIT = 4096;

export interface CallOptions<M extends EngineMethod> {
  readonly signal?: AbortSignal | undefined;
  readonly onEvent?: ((event: EngineMethods[M]['event']) => void) | undefined;
}

interface Pending {
  readonly method: EngineMethod;
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly onEvent: (event: unknown) => void;
}

export interface EngineLoad {
  /** Of the calls that have not been answered, oldest first. */
  readonly methods: readonly EngineMethod[];
  /** A process has been started that has not said yet that it is ready. */
  readonly isStarting: boolean;
  /** How often the process died while it was needed. */
  readonly crashes: number;
}

/** One engine process, started by the first call and restarted by the next call after it died. */
export class EngineClient {
  private readonly startEngine: StartEngine;
  private child: EngineProcess | null = null;
  private isReady = false;
  private readonly pending = new Map<number, Pending>();
  private nextId = 1;
  private stderrTail = '';
  private crashes = 0;
  private isClosing = false;
  private readonly observers = new Set<(load: EngineLoad) => void>();

  /** @param startEngine how the process is made; Electron has a way of its own */
  constructor(startEngine: StartEngine = forkEngine) {
    this.startEngine = startEngine;
  }

  /**
   * Calls a method of the engine.
   * @throws AppError `cancelled`, `engine-stopped` (device-failed), or what the engine reports
   */
  call<M extends EngineMethod>(
    method: M,
    input: EngineMethods[M]['input'],
    options: CallOptions<M> = {},
  ): Promise<EngineMethods[M]['output']> {
    const { signal, onEvent } = options;
    if (signal?.aborted) return Promise.reject(cancelledError());
    const child = this.running();
    const id = this.nextId++;
    return new Promise<EngineMethods[M]['output']>((resolve, reject) => {
      let graceTimer: NodeJS.Timeout | undefined;
      const cancel = () => {
        child.send({ type: 'cancel', id });
        graceTimer = setTimeout(() => child.kill(), CANCEL_GRACE_MS);
      };
      const settle = () => {
        clearTimeout(graceTimer);
        signal?.removeEventListener('abort', cancel);
        this.pending.delete(id);
        this.tell();
      };
      this.pending.set(id, {
        method,
        resolve: (output) => {
          settle();
          resolve(output as EngineMethods[M]['output']);
        },
        reject: (error) => {
          settle();
          reject(signal?.aborted ? cancelledError() : error);
        },
        onEvent: (event) => onEvent?.(event as EngineMethods[M]['event']),
      });
      signal?.addEventListener('abort', cancel, { once: true });
      child.send({ type: 'request', id, method, input });
      this.tell();
    });
  }

  /** Process id of the running engine, for memory measurements; null when none runs. */
  get pid(): number | null {
    return this.child?.pid ?? null;
  }

  /** Calls `observer` whenever work begins or ends, and when the process dies. */
  observe(observer: (load: EngineLoad) => void): () => void {
    this.observers.add(observer);
    return () => this.observers.delete(observer);
  }

  /** Starts the process before it is needed. */
  wake(): void {
    this.running();
    this.tell();
  }

  private tell(): void {
    const load = {
      methods: [...this.pending.values()].map(({ method }) => method),
      isStarting: this.child !== null && !this.isReady,
      crashes: this.crashes,
    };
    for (const observer of this.observers) observer(load);
  }

  /** Ends the engine and waits until it is gone. */
  async close(): Promise<void> {
    const child = this.child;
    if (!child) return;
    this.isClosing = true;
    const gone = new Promise<void>((resolve) => child.onExit(() => resolve()));
    child.release();
    const timer = setTimeout(() => child.kill(), CANCEL_GRACE_MS);
    await gone;
    clearTimeout(timer);
    this.isClosing = false;
  }

  private running(): EngineProcess {
    if (this.child) return this.child;
    this.stderrTail = '';
    this.isReady = false;
    const child = this.startEngine();
    child.onErrorText((text) => {
      this.stderrTail = (this.stderrTail + text).slice(-STDERR_LIMIT);
    });
    child.onMessage((message) => this.receive(message));
    child.onExit((reason) => this.childGone(child, reason));
    this.child = child;
    return child;
  }

  private receive(message: EngineMessage): void {
    if (message.type === 'ready') {
      this.isReady = true;
      this.tell();
      return;
    }
    const pending = this.pending.get(message.id);
    if (!pending) return;
    switch (message.type) {
      case 'event':
        pending.onEvent(message.event);
        return;
      case 'done':
        pending.resolve(message.output);
        return;
      case 'failed':
        pending.reject(fromWireError(message.error));
    }
  }

  private childGone(child: EngineProcess, reason: string): void {
    if (this.child !== child) return;
    this.child = null;
    if (!this.isClosing) this.crashes++;
    const error = new AppError({
      category: 'device-failed',
      code: 'engine-stopped',
      message: `The engine process stopped unexpectedly (${reason}).`,
      hint: 'Run the same command again: finished chunks are kept. If it happens again, run "parley doctor".',
      cause: this.stderrTail,
    });
    for (const pending of [...this.pending.values()]) pending.reject(error);
    this.tell();
  }
}

export function cancelledError(): AppError {
  return new AppError({
    category: 'cancelled',
    code: 'cancelled',
    message: 'Cancelled.',
    hint: 'Run the same command again to go on: finished chunks are kept.',
  });
}
