// media:// - files behind media links, whole or in part, for our own page only.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { LinkedFile } from '#main/host/studio/media-links.ts';
import { parseRange } from '#main/transport/byte-range.ts';
import { PAGE_ORIGIN } from './schemes.ts';

const HEADERS = {
  'Access-Control-Allow-Origin': PAGE_ORIGIN,
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
  'Accept-Ranges': 'bytes',
};

export async function answerMedia(
  request: Request,
  resolveLink: (token: string) => LinkedFile | null,
): Promise<Response> {
  const token = new URL(request.url).pathname.slice(1);
  const file = resolveLink(token);
  const facts = file && (await stat(file.path).catch(() => null));
  if (file === null || facts?.isFile() !== true) {
    return new Response('There is no such file.', { status: 404, headers: HEADERS });
  }
  const range = parseRange(request.headers.get('range'), facts.size);
  if (range === 'unsatisfiable') {
    const headers = { ...HEADERS, 'Content-Range': `bytes */${facts.size}` };
    return new Response(null, { status: 416, headers });
  }
  const { first, last } = range ?? { first: 0, last: facts.size - 1 };
  const headers = {
    ...HEADERS,
    'Content-Type': file.contentType,
    'Content-Length': String(last - first + 1),
    ...(range === null ? {} : { 'Content-Range': `bytes ${first}-${last}/${facts.size}` }),
  };
  const body =
    facts.size === 0
      ? null
      : Readable.toWeb(createReadStream(file.path, { start: first, end: last }));
  return new Response(body as ReadableStream | null, {
    status: range === null ? 200 : 206,
    headers,
  });
}
