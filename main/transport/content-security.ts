// What a page of Parley may load and run, in a browser and in Electron alike.

const PRESSABLE_STYLE = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='";

/** @param media origins of media besides the page's own; @param connect where the page may speak to */
export function contentSecurityPolicy({
  media = [],
  connect = [],
}: {
  readonly media?: readonly string[];
  readonly connect?: readonly string[];
}): string {
  const self = (...more: readonly string[]): string => ["'self'", ...more].join(' ');
  return [
    "default-src 'none'",
    "script-src 'self'",
    // One rule for touch screens that React Aria adds by itself; by its hash, nothing else.
    `style-src ${self(PRESSABLE_STYLE)}`,
    // Positions of popovers and panels are set on the elements themselves.
    "style-src-attr 'unsafe-inline'",
    `img-src ${self('blob:', 'data:', ...media)}`,
    `media-src ${self('blob:', ...media)}`,
    "font-src 'self'",
    `connect-src ${self(...connect, ...media)}`,
    `worker-src ${self('blob:')}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** Headers of every answer. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
};
