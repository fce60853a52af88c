// The two schemes of the desktop program: its own page, and media by link.

export const PAGE_ORIGIN = 'app://parley';
export const MEDIA_ORIGIN = 'media://parley';

const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true };

export const SCHEMES = [
  { scheme: 'app', privileges: { ...privileges, codeCache: true } },
  { scheme: 'media', privileges: { ...privileges, corsEnabled: true } },
];
