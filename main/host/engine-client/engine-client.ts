// The host's side of the engine process: starts it, asks it, stops it, survives its death.

import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { AppError, fromWireError } from '#core/errors/app-error.ts';
import type { EngineMessage, HostMessage } from '#main/engine/protocol/messages.ts';
import type { EngineMethod, EngineMethods } from '#main/engine/protocol/methods.ts';

const ENGINE_ENTRY = fileURLToPath(new URL('../../engine/engine.ts', import.meta.url));
/** A cancelled request that has not answered by then costs the engine its life. */
const CANCEL_GRACE_MS = 1500;
const STDERR_LIMIT = 4096;

export interface CallOptions<M extends EngineMethod> {
  readonly signal?: AbortSignal | undefined;
  readonly onEvent?: ((event: EngineMethods[M]['event']) => void) | undefined;
}

interface Pending {
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly onEvent: (event: unknown) => void;
}

/** One engine process, started by the first call and restarted by the next call after it died. */
export class EngineClient {
  private child: ChildProcess | null = null;
  private readonly pending = new Map<number, Pending>();
  private nextId = 1;
  private stderrTail = '';

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
        send(child, { type: 'cancel', id });
        graceTimer = setTimeout(() => child.kill('SIGKILL'), CANCEL_GRACE_MS);
      };
      const settle = () => {
        clearTimeout(graceTimer);
        signal?.removeEventListener('abort', cancel);
        this.pending.delete(id);
      };
      this.pending.set(id, {
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
      send(child, { type: 'request', id, method, input });
    });
  }

  /** Process id of the running engine, for memory measurements; null when none runs. */
  get pid(): number | null {
    return this.child?.pid ?? null;
  }

  /** Ends the engine and waits until it is gone. */
  async close(): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.disconnect();
    const timer = setTimeout(() => child.kill('SIGKILL'), CANCEL_GRACE_MS);
    await gone;
    clearTimeout(timer);
  }

  private running(): ChildProcess {
    if (this.child) return this.child;
    this.stderrTail = '';
    const child = fork(ENGINE_ENTRY, [], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      execArgv: [],
    });
    child.stderr?.on('data', (text: Buffer) => {
      this.stderrTail = (this.stderrTail + text.toString()).slice(-STDERR_LIMIT);
    });
    child.on('message', (message) => this.receive(message as EngineMessage));
    child.on('error', (error) => this.childGone(child, error.message));
    child.on('exit', (code, killer) => this.childGone(child, killer ?? `exit code ${code ?? '?'}`));
    this.child = child;
    return child;
  }

  private receive(message: EngineMessage): void {
    if (message.type === 'ready') return;
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

  private childGone(child: ChildProcess, reason: string): void {
    if (this.child !== child) return;
    this.child = null;
    const error = new AppError({
      category: 'device-failed',
      code: 'engine-stopped',
      message: `The engine process stopped unexpectedly (${reason}).`,
      hint: 'Run the same command again: finished chunks are kept. If it happens again, run "parley doctor".',
      cause: this.stderrTail,
    });
    for (const pending of [...this.pending.values()]) pending.reject(error);
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

function send(child: ChildProcess, message: HostMessage): void {
  // A send to a dead child fails through its exit event, which rejects what is pending.
  child.send(message, () => undefined);
}
