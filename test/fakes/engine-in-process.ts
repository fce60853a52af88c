// The real engine without its process: calls are counted, and it can forget everything at will.
import { createEngineService, type EngineService } from '#main/engine/engine-service.ts';
import type { EngineMethod, EngineMethods } from '#main/engine/protocol/methods.ts';
import type { CallOptions, EngineClient } from '#main/host/engine-client/engine-client.ts';

export class EngineInProcess {
  readonly calls: EngineMethod[] = [];
  private service: EngineService = createEngineService();

  readonly call = async <M extends EngineMethod>(
    method: M,
    input: EngineMethods[M]['input'],
    options: CallOptions<M> = {},
  ): Promise<EngineMethods[M]['output']> => {
    this.calls.push(method);
    const output = await this.service.handle(method, structuredClone(input), {
      signal: options.signal ?? new AbortController().signal,
      emit: (event) => options.onEvent?.(event as EngineMethods[M]['event']),
    });
    return structuredClone(output) as EngineMethods[M]['output'];
  };

  /** As after a crash: what was opened is not open any more. */
  restart(): void {
    this.service = createEngineService();
  }

  count(method: EngineMethod): number {
    return this.calls.filter((call) => call === method).length;
  }

  /** For whoever wants a client: only `call` is ever used. */
  get client(): EngineClient {
    return this as unknown as EngineClient;
  }
}
