import { describe, expect, it } from 'vitest';

import { ProtobufMessage } from './protobuf.ts';

const hex = (message: ProtobufMessage): string => Buffer.from(message.encode()).toString('hex');

describe('protobuf', () => {
  // The examples of the encoding chapter of the Protocol Buffers documentation.
  it('writes the documented examples', () => {
    expect(hex(new ProtobufMessage().integer(1, 150))).toBe('089601');
    expect(hex(new ProtobufMessage().text(2, 'testing'))).toBe('120774657374696e67');
    expect(hex(new ProtobufMessage().message(3, new ProtobufMessage().integer(1, 150)))).toBe(
      '1a03089601',
    );
  });

  it('writes negative, large and fractional numbers', () => {
    expect(hex(new ProtobufMessage().integer(1, -2))).toBe('08feffffffffffffffff01');
    expect(hex(new ProtobufMessage().integer(16, 2 ** 40))).toBe('8001808080808020');
    expect(hex(new ProtobufMessage().float(1, 1.5))).toBe('0d0000c03f');
  });
});
