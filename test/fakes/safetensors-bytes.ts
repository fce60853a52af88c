// Writes weight files for tests: what training code would have published.

/** A tensor of a test weight file, float32. */
export interface FakeTensor {
  readonly shape: readonly number[];
  readonly values: readonly number[];
}

/** Bytes of a .safetensors file with these tensors back to back. */
export function encodeSafetensors(tensors: Readonly<Record<string, FakeTensor>>): Uint8Array {
  const header: Record<string, unknown> = {};
  let offset = 0;
  for (const [name, { shape, values }] of Object.entries(tensors)) {
    header[name] = { dtype: 'F32', shape, data_offsets: [offset, offset + values.length * 4] };
    offset += values.length * 4;
  }
  const data = new Uint8Array(
    Float32Array.from(Object.values(tensors).flatMap(({ values }) => values)).buffer,
  );
  return joinSafetensors(JSON.stringify(header), data);
}

/** A file from a header text, right or wrong, and its data. */
export function joinSafetensors(headerText: string, data: Uint8Array): Uint8Array {
  const header = new TextEncoder().encode(headerText);
  const file = new Uint8Array(8 + header.length + data.length);
  new DataView(file.buffer).setBigUint64(0, BigInt(header.length), true);
  file.set(header, 8);
  file.set(data, 8 + header.length);
  return file;
}
