// The host over HTTP and a WebSocket: a page in a browser.
import { z } from 'zod';
import { fileTokenSchema, type FileToken } from '#core/contract/project-types.ts';
import { decodeWire, encodeWire, type Request, type Response } from '#core/contract/wire.ts';
import { AppError, EXIT_CODES, fromWireError, type ErrorCategory } from '#core/errors/app-error.ts';
import type { HostClient } from './host-client.ts';
import { hostGone, PendingRequests } from './pending-requests.ts';

const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 4000;

const answerSchema = z.object({ token: fileTokenSchema });
const refusalSchema = z.object({
  category: z.string().refine((name): name is ErrorCategory => Object.hasOwn(EXIT_CODES, name)),
  code: z.string(),
  message: z.string(),
  hint: z.string().nullable(),
});

/** Trades the token of the opened address for a session. Throws AppError `not-let-in`. */
async function openSession(): Promise<void> {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (token === null) return;
  const answer = await fetch('session', { method: 'POST', body: token });
  if (!answer.ok) throw notLetIn();
  // The address bar and the history keep no secret.
  history.replaceState(null, '', location.pathname);
}

export async function connectByHttp(): Promise<HostClient> {
  await openSession();
  const listeners = new Set<(state: 'connected' | 'lost') => void>();
  let socket: WebSocket | null = null;
  let retryMs = FIRST_RETRY_MS;
  const requests = new PendingRequests((request: Request) => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(encodeWire(request));
    else if (request.type === 'call')
      requests.receive({ type: 'error', id: request.id, error: { ...errorFields() } });
  });
  const open = (onFirst?: { resolve: () => void; reject: (error: Error) => void }): void => {
    const next = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/contract`);
    next.onopen = () => {
      socket = next;
      retryMs = FIRST_RETRY_MS;
      requests.resume();
      for (const listener of listeners) listener('connected');
      onFirst?.resolve();
    };
    next.onmessage = ({ data }: MessageEvent<string>) =>
      requests.receive(decodeWire(data) as Response);
    next.onclose = () => {
      if (socket === null && onFirst !== undefined) {
        onFirst.reject(notLetIn());
        return;
      }
      if (socket === next) {
        socket = null;
        requests.lose();
        for (const listener of listeners) listener('lost');
      }
      setTimeout(open, retryMs);
      retryMs = Math.min(LONGEST_RETRY_MS, retryMs * 2);
    };
  };
  await new Promise<void>((resolve, reject) => open({ resolve, reject }));
  return {
    call: (name, input, options) => requests.call(name, input, options?.signal),
    subscribe: (name, input, onEvent, onError) => requests.subscribe(name, input, onEvent, onError),
    admitFile: upload,
    addressOf: (url) => new URL(url, location.origin).href,
    onConnection(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** By XMLHttpRequest: fetch tells nothing of how much has been sent. */
function upload(file: File, onProgress?: (share: number) => void): Promise<FileToken> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const body: unknown = JSON.parse(request.responseText || 'null');
      const answer = answerSchema.safeParse(body);
      if (answer.success) resolve(answer.data.token);
      else {
        const refusal = refusalSchema.safeParse(body);
        reject(refusal.success ? fromWireError(refusal.data) : hostGone());
      }
    };
    request.onerror = () => reject(hostGone());
    request.open('PUT', `files?name=${encodeURIComponent(file.name)}`);
    request.send(file);
  });
}

function errorFields() {
  const { category, code, message, hint } = hostGone();
  return { category, code, message, hint };
}

function notLetIn(): AppError {
  return new AppError({
    category: 'usage',
    code: 'not-let-in',
    message: 'This page needs the address that Parley has printed.',
    hint: 'Open that address again; it is good for as long as the program runs.',
  });
}
