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
const ARRAY_NAMES = Object.keys(ARRAYS) as ArrayName[];
const TAG = '$array';
const PROTO = '__proto__';

/** JSON text in which typed arrays are base64 of their little-endian bytes. */
export function encodeWire(value: unknown): string {
  return JSON.stringify(withTags(value));
}

/**
 * The value with tags in place of typed arrays; whatever holds none is the very same object. A walk
 * by hand: asking a replacer for every number of ten thousand keys takes ten times as long.
 */
function withTags(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (ArrayBuffer.isView(value)) return tagOf(value);
  if (Array.isArray(value)) {
    let copy: unknown[] | null = null;
    for (let i = 0; i < value.length; i++) {
      const each: unknown = value[i];
      const tagged = withTags(each);
      if (tagged !== each) (copy ??= value.slice())[i] = tagged;
    }
    return copy ?? value;
  }
  let copy: Record<string, unknown> | null = null;
  for (const key of Object.keys(value)) {
    const each = (value as Record<string, unknown>)[key];
    if (typeof each !== 'object' || each === null) continue;
    const tagged = withTags(each);
    if (tagged !== each) (copy ??= { ...value } as Record<string, unknown>)[key] = tagged;
  }
  return copy ?? value;
}

function tagOf(view: ArrayBufferView): unknown {
  const name = ARRAY_NAMES.find((each) => view instanceof ARRAYS[each]);
  if (name === undefined) return view;
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  return { [TAG]: name, data: toBase64(bytes) };
}

/** @throws SyntaxError when `text` is no JSON, or an array in it no base64 */
export function decodeWire(text: string): unknown {
  const value: unknown = JSON.parse(text);
  return text.includes(TAG) ? withArrays(value) : value;
}

/** Puts arrays in the place of their tags; the value is this function's own. */
function withArrays(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const fields = value as Record<string, unknown>;
  for (const key of Object.keys(fields)) {
    const each = fields[key];
    if (typeof each !== 'object' || each === null || key === PROTO) continue;
    const whole = withArrays(each);
    if (whole !== each) fields[key] = whole;
  }
  if (!Object.hasOwn(fields, TAG) || typeof fields['data'] !== 'string') return value;
  const name = fields[TAG] as ArrayName;
  if (!Object.hasOwn(ARRAYS, name)) return value;
  const bytes = fromBase64(fields['data']);
  const size = ARRAYS[name].BYTES_PER_ELEMENT;
  return new ARRAYS[name](bytes.buffer, 0, Math.floor(bytes.byteLength / size));
}

/** Characters that are made into text at once; more arguments than that do not fit a call. */
const TEXT_PART = 8192;

// Node and browsers have them; they are a part of neither language nor types of core.
declare function btoa(bytes: string): string;
declare function atob(text: string): string;

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += TEXT_PART)
    text += textOf(bytes.subarray(at, at + TEXT_PART));
  return btoa(text);
}

function textOf(codes: Uint8Array): string {
  return Reflect.apply<undefined, number[], string>(
    String.fromCharCode,
    undefined,
    codes as unknown as number[],
  );
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = bytesOf(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

function bytesOf(base64: string): string {
  try {
    return atob(base64);
  } catch {
    throw new SyntaxError('An array of a message is not base64.');
  }
}
