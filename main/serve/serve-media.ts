// Files behind media links, whole or in part.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { parseRange } from '#main/transport/byte-range.ts';
import { answerStatus } from './answer.ts';

export interface ServedFile {
  readonly path: string;
  readonly contentType: string;
  readonly downloadName: string | null;
}

/** @param file null: the link leads nowhere */
export async function serveMedia(
  request: IncomingMessage,
  response: ServerResponse,
  file: ServedFile | null,
): Promise<void> {
  const facts = file && (await stat(file.path).catch(() => null));
  if (file === null || facts?.isFile() !== true) {
    answerStatus(response, 404, 'There is no such file.');
    return;
  }
  const range = parseRange(request.headers.range, facts.size);
  const headers = {
    'Content-Type': file.contentType,
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'private, max-age=3600',
    ...(file.downloadName === null
      ? {}
      : {
          'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.downloadName)}`,
        }),
  };
  if (range === 'unsatisfiable') {
    response.writeHead(416, { 'Content-Range': `bytes */${facts.size}` }).end();
    return;
  }
  const { first, last } = range ?? { first: 0, last: facts.size - 1 };
  const partial = { 'Content-Range': `bytes ${first}-${last}/${facts.size}` };
  response.writeHead(range === null ? 200 : 206, {
    ...headers,
    ...(range === null ? {} : partial),
    'Content-Length': last - first + 1,
  });
  if (request.method === 'HEAD' || facts.size === 0) {
    response.end();
    return;
  }
  // A page that stops reading breaks the pipe; that is its right.
  await pipeline(createReadStream(file.path, { start: first, end: last }), response).catch(
    (error: unknown) => {
      if (!response.destroyed) throw error;
    },
  );
}
