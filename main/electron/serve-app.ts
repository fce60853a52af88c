// app:// - the built window, out of a fixed set of files.
import { contentSecurityPolicy, PAGE_HEADERS } from '#main/transport/content-security.ts';
import type { PageFile } from '#main/transport/read-page.ts';
import { MEDIA_ORIGIN } from './schemes.ts';

export function answerApp(request: Request, page: ReadonlyMap<string, PageFile>): Response {
  const { pathname } = new URL(request.url);
  const file = page.get(pathname);
  const headers = {
    ...PAGE_HEADERS,
    'Content-Security-Policy': contentSecurityPolicy({ media: [MEDIA_ORIGIN] }),
  };
  if (file === undefined || request.method !== 'GET') {
    return new Response('There is no such page.', { status: 404, headers });
  }
  return new Response(new Uint8Array(file.bytes), {
    headers: { ...headers, 'Content-Type': file.contentType },
  });
}
