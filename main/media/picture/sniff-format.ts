// What a picture file is, from its first bytes: names and extensions lie.

export type PictureFormat = 'png' | 'jpeg' | 'webp' | 'avif' | 'gif';

/** `other`: a picture format that we know of and do not read. */
export type SniffedFormat = PictureFormat | 'svg' | 'heic' | 'other' | null;

/** The format of `bytes`; null when they are no picture at all. */
export function sniffPictureFormat(bytes: Uint8Array): SniffedFormat {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024));
  const text = head.toString('latin1');
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (text.startsWith('GIF87a') || text.startsWith('GIF89a')) return 'gif';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'webp';
  if (text.slice(4, 8) === 'ftyp') return sniffBrands(text);
  if (
    /^(BM.{4}\0{4}|II\*\0|MM\0\*|8BPS|\0\0\x01\0|\xff\x0a|\0{3}\x0cJXL |\0{3}\x0cjP {2})/s.test(
      text,
    )
  )
    return 'other';
  return /<svg[\s>]/i.test(text) ? 'svg' : null;
}

function sniffBrands(text: string): SniffedFormat {
  const size = text.charCodeAt(2) * 256 + text.charCodeAt(3);
  const brands = text.slice(8, Math.min(size, text.length));
  if (/avif|avis/.test(brands)) return 'avif';
  return /heic|heix|hevc|heim|heis|mif1|msf1/.test(brands) ? 'heic' : null;
}
