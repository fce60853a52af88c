import { describe, expect, it } from 'vitest';
import { decodeWire, encodeWire } from './wire.ts';

const bytesOf = (length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, index) => (index * 73) & 255);

describe('the wire', () => {
  it('carries typed arrays wherever they stand', () => {
    const message = {
      event: { scores: [Float32Array.of(-1, 0.25, 1), Float32Array.of()], at: null },
      peaks: [{ values: Int16Array.of(-32_768, 32_767) }],
      poses: Int8Array.of(-3, 4),
    };
    expect(decodeWire(encodeWire(message))).toEqual(message);
  });

  it('writes base64 of every length as others read it', () => {
    for (const length of [0, 1, 2, 3, 4, 5, 8192, 100_001]) {
      const bytes = bytesOf(length);
      const text = encodeWire({ bytes });
      const { bytes: tag } = JSON.parse(text) as { bytes: { data: string } };
      expect(tag.data).toBe(Buffer.from(bytes).toString('base64'));
      expect(decodeWire(text)).toEqual({ bytes });
    }
  });

  it('carries a part of a larger buffer as that part', () => {
    const part = Float32Array.of(1, 2, 3, 4).subarray(1, 3);
    expect(decodeWire(encodeWire(part))).toEqual(Float32Array.of(2, 3));
  });

  it('leaves the value that is sent as it was, frozen or not', () => {
    const inner = Object.freeze({ values: Float32Array.of(1) });
    const message = Object.freeze({ rows: Object.freeze([inner, null, 'text']) });
    encodeWire(message);
    expect(message.rows[0]).toBe(inner);
    expect(inner.values).toEqual(Float32Array.of(1));
  });

  it('takes nothing but its own tags for arrays', () => {
    for (const text of [
      '{"$array":"Function","data":"AAAA"}',
      '{"$array":"Float32Array","data":1}',
      '{"data":"AAAA"}',
    ]) {
      expect(decodeWire(text)).toEqual(JSON.parse(text));
    }
    const odd = decodeWire('{"__proto__":{"$array":"Uint8Array","data":"AAAA"},"a":"$array"}');
    expect(Object.getPrototypeOf(odd)).toBe(Object.prototype);
    expect(() => decodeWire('{')).toThrow(SyntaxError);
  });

  it('refuses base64 that is none', () => {
    for (const data of ['=', 'ü!'])
      expect(() => decodeWire(JSON.stringify({ $array: 'Uint8Array', data }))).toThrow(SyntaxError);
  });
});
