// XMP in an MP4: one top-level `uuid` box (Adobe XMP specification part 3, 1.1.7), legal anywhere.

const XMP_UUID = Buffer.from('be7acfcb97a942e89c71999491e3afac', 'hex');

/** The box to append to a finished MP4. */
export function toXmpBox(xmp: string): Uint8Array {
  const body = Buffer.from(xmp, 'utf8');
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + XMP_UUID.length + body.length, 0);
  head.write('uuid', 4, 'latin1');
  return Buffer.concat([head, XMP_UUID, body]);
}
