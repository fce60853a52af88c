// Messages between a window and the host, and how typed arrays travel where only text can.
import { z } from 'zod';
import type { WireError } from '../errors/app-error.ts';

/** From a window. Ids are the window's own. */
export const requestSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('call'),
    id: z.number().int().min(0),
    name: z.string().max(64),
    input: z.unknown(),
  }),
  z.strictObject({
    type: z.literal('subscribe'),
    id: z.number().int().min(0),
    name: z.string().max(64),
    input: z.unknown(),
  }),
  /** Gives up a call or ends a subscription. */
  z.strictObject({ type: z.literal('cancel'), id: z.number().int().min(0) }),
]);
export type Request = z.infer<typeof requestSchema>;

export type Response =
  | { readonly type: 'answer'; readonly id: number; readonly output: unknown }
  | { readonly type: 'event'; readonly id: number; readonly event: unknown }
  | { readonly type: 'error'; readonly id: number; readonly error: WireError };

const ARRAYS = { Float32Array, Int16Array, Uint8Array, Int8Array } as const;
type ArrayName = keyof typeof ARRAYS;
const TAG = '$array';

function nameOf(value: unknown): ArrayName | null {
  for (const name of Object.keys(ARRAYS) as ArrayName[]) {
    if (value instanceof ARRAYS[name]) return name;
  }
  return null;
}

/** JSON text in which typed arrays are base64 of their little-endian bytes. */
export function encodeWire(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) => {
    const name = nameOf(each);
    if (name === null) return each;
    const { buffer, byteOffset, byteLength } = each as Float32Array;
    return { [TAG]: name, data: toBase64(new Uint8Array(buffer, byteOffset, byteLength)) };
  });
}

/** Throws a SyntaxError when `text` is no JSON. */
export function decodeWire(text: string): unknown {
  return JSON.parse(text, (_key, each: unknown) => {
    if (typeof each !== 'object' || each === null || !(TAG in each) || !('data' in each)) {
      return each;
    }
    const name = each[TAG] as ArrayName;
    if (!Object.hasOwn(ARRAYS, name) || typeof each.data !== 'string') return each;
    const bytes = fromBase64(each.data);
    const size = ARRAYS[name].BYTES_PER_ELEMENT;
    return new ARRAYS[name](bytes.buffer, 0, Math.floor(bytes.byteLength / size));
  });
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Uint8Array(128).map((_, code) =>
  Math.max(0, DIGITS.indexOf(String.fromCharCode(code))),
);

function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [a, b, c] = [bytes[at], bytes[at + 1] ?? 0, bytes[at + 2] ?? 0];
    const left = bytes.length - at;
    parts.push(
      DIGITS[a >> 2] +
        DIGITS[((a & 3) << 4) | (b >> 4)] +
        (left > 1 ? DIGITS[((b & 15) << 2) | (c >> 6)] : '=') +
        (left > 2 ? DIGITS[c & 63] : '='),
    );
  }
  return parts.join('');
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const padding = text.endsWith('==') ? 2 : Number(text.endsWith('='));
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  for (let at = 0, out = 0; at < text.length; at += 4) {
    const [a, b, c, d] = [0, 1, 2, 3].map((i) => VALUES[text.charCodeAt(at + i) & 127]);
    if (out < bytes.length) bytes[out++] = (a << 2) | (b >> 4);
    if (out < bytes.length) bytes[out++] = ((b & 15) << 4) | (c >> 2);
    if (out < bytes.length) bytes[out++] = ((c & 3) << 6) | d;
  }
  return bytes;
}
