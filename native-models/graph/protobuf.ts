// The wire format of Protocol Buffers, as far as writing a model needs it.

const VARINT = 0;
const LENGTH_DELIMITED = 2;
const FIXED32 = 5;

/** Writes the fields of one message in the order of the calls. */
export class ProtobufMessage {
  private readonly parts: Uint8Array[] = [];

  /** A 64-bit integer; negative values take ten bytes, as the format demands. */
  integer(field: number, value: number | bigint): this {
    this.parts.push(varint(tag(field, VARINT)), varint(BigInt.asUintN(64, BigInt(value))));
    return this;
  }

  float(field: number, value: number): this {
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setFloat32(0, value, true);
    this.parts.push(varint(tag(field, FIXED32)), bytes);
    return this;
  }

  bytes(field: number, value: Uint8Array): this {
    this.parts.push(varint(tag(field, LENGTH_DELIMITED)), varint(BigInt(value.length)), value);
    return this;
  }

  text(field: number, value: string): this {
    return this.bytes(field, new TextEncoder().encode(value));
  }

  message(field: number, value: ProtobufMessage): this {
    return this.bytes(field, value.encode());
  }

  encode(): Uint8Array {
    const encoded = new Uint8Array(this.parts.reduce((sum, part) => sum + part.length, 0));
    let position = 0;
    for (const part of this.parts) {
      encoded.set(part, position);
      position += part.length;
    }
    return encoded;
  }
}

function tag(field: number, wireType: number): bigint {
  return BigInt(field * 8 + wireType);
}

function varint(value: bigint): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 0x7fn) {
    bytes.push(Number(rest & 0x7fn) | 0x80);
    rest >>= 7n;
  }
  bytes.push(Number(rest));
  return Uint8Array.from(bytes);
}
