// Entry of the engine process: answers the host's requests, dies with the host.

import { toWireError } from '#core/errors/app-error.ts';
import { createEngineService } from './engine-service.ts';
import { openHostPort } from './host-port.ts';
import type { HostMessage } from './protocol/messages.ts';

const service = createEngineService();
const running = new Map<number, AbortController>();
const { send, onMessage } = openHostPort();

async function answer(message: HostMessage & { type: 'request' }): Promise<void> {
  const controller = new AbortController();
  running.set(message.id, controller);
  try {
    const output = await service.handle(message.method, message.input, {
      signal: controller.signal,
      emit: (event) => send({ type: 'event', id: message.id, event }),
    });
    send({ type: 'done', id: message.id, output });
  } catch (error) {
    send({ type: 'failed', id: message.id, error: toWireError(error) });
  } finally {
    running.delete(message.id);
  }
}

onMessage((message) => {
  if (message.type === 'cancel') running.get(message.id)?.abort();
  else void answer(message);
});
// A terminal's Ctrl-C reaches the whole group; the host decides what it means.
process.on('SIGINT', () => undefined);

send({ type: 'ready' });
