// A window without a page inside the desktop program: the contract over messages that are cloned, as
// Electron clones them, and media by the desktop program's own protocol.
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { FileToken } from '#core/contract/project-types.ts';
import type { Request as WireRequest, Response as WireResponse } from '#core/contract/wire.ts';
import { MEDIA_ORIGIN } from '#main/electron/schemes.ts';
import { answerMedia } from '#main/electron/serve-media.ts';
import type { Studio } from '#main/host/studio/create-studio.ts';
import { serveMessagePort } from '#main/transport/message-port.ts';
import { ContractClient } from './contract-client.ts';

export class PortClient extends ContractClient {
  private readonly studio: Studio;
  private readonly port: MessagePort;

  constructor(studio: Studio) {
    super();
    this.studio = studio;
    const { port1, port2 } = new MessageChannel();
    serveMessagePort(studio.procedures, {
      postMessage: (message) => port1.postMessage(message),
      onMessage: (listener) => port1.on('message', listener),
      onClose: (listener) => port1.on('close', listener),
    });
    this.port = port2;
    port2.on('message', (message: WireResponse) => this.receive(message));
  }

  admit(path: string): Promise<FileToken> {
    return Promise.resolve(this.studio.admitFile(path, { isUpload: false }));
  }

  get(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    const address = `${MEDIA_ORIGIN}/${url.replace(/^media\//, '')}`;
    return answerMedia(new Request(address, { headers }), (token) =>
      this.studio.resolveLink(token),
    );
  }

  close(): void {
    this.port.close();
  }

  protected send(message: WireRequest): void {
    this.port.postMessage(message);
  }
}
