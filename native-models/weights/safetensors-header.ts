// The header of a .safetensors file: which tensor lies where. Checked before a byte is believed.

import { AppError } from '#core/errors/app-error.ts';
import { parseStrictJson } from './strict-json.ts';
import type { JsonValue } from './strict-json.ts';

/** Bytes per element of every dtype of the format. */
export const SAFETENSORS_DTYPES = {
  BOOL: 1,
  U8: 1,
  I8: 1,
  F8_E4M3: 1,
  F8_E5M2: 1,
  U16: 2,
  I16: 2,
  F16: 2,
  BF16: 2,
  U32: 4,
  I32: 4,
  F32: 4,
  U64: 8,
  I64: 8,
  F64: 8,
} as const;

export type SafetensorsDtype = keyof typeof SAFETENSORS_DTYPES;

export interface TensorEntry {
  readonly name: string;
  readonly dtype: SafetensorsDtype;
  readonly shape: readonly number[];
  /** First byte, counted from the start of the file. */
  readonly offset: number;
  /** Bytes. */
  readonly length: number;
}

export interface SafetensorsHeader {
  readonly tensors: ReadonlyMap<string, TensorEntry>;
  readonly metadata: ReadonlyMap<string, string>;
}

/** The format's own limit on the JSON header. */
export const MAX_HEADER_BYTES = 100_000_000;
/** Bytes of the header length that opens the file. */
export const LENGTH_BYTES = 8;

const MAX_RANK = 16;

/**
 * Reads the length field. `opening` is the first 8 bytes of the file, little endian.
 * Throws AppError `weights-damaged` when the header is too long or does not fit into the file.
 */
export function readHeaderLength(opening: Uint8Array, fileBytes: number): number {
  if (opening.length < LENGTH_BYTES) fail('it is too short to be a safetensors file');
  const view = new DataView(opening.buffer, opening.byteOffset, opening.byteLength);
  const length = view.getBigUint64(0, true);
  if (length > BigInt(MAX_HEADER_BYTES)) fail('its header is longer than the format allows');
  if (length > BigInt(fileBytes - LENGTH_BYTES)) fail('its header is cut off');
  return Number(length);
}

/**
 * Reads and checks the JSON header: known dtypes, shape times dtype fills each range exactly, and
 * the ranges cover the data without overlap, hole or rest. Throws AppError `weights-damaged`.
 */
export function parseSafetensorsHeader(header: Uint8Array, fileBytes: number): SafetensorsHeader {
  const root = readJson(header);
  if (!(root instanceof Map)) fail('its header is not an object');
  const dataStart = LENGTH_BYTES + header.length;
  const tensors = new Map<string, TensorEntry>();
  let metadata: ReadonlyMap<string, string> = new Map();
  for (const [name, value] of root) {
    if (name === '__metadata__') metadata = readMetadata(value);
    else tensors.set(name, readEntry(name, value, dataStart));
  }
  checkCoverage([...tensors.values()], dataStart, fileBytes);
  return { tensors, metadata };
}

function readJson(header: Uint8Array): JsonValue {
  if (header[0] !== 0x7b) fail('its header does not start with an object');
  try {
    return parseStrictJson(new TextDecoder('utf-8', { fatal: true }).decode(header));
  } catch (error) {
    fail(error instanceof AppError ? error.message : 'its header is not UTF-8');
  }
}

function readMetadata(value: JsonValue): ReadonlyMap<string, string> {
  if (!(value instanceof Map)) fail('its metadata is not an object');
  const metadata = new Map<string, string>();
  for (const [key, text] of value) {
    if (typeof text !== 'string') fail('its metadata holds something other than text');
    metadata.set(key, text);
  }
  return metadata;
}

function readEntry(name: string, value: JsonValue, dataStart: number): TensorEntry {
  const label = JSON.stringify(name.slice(0, 80));
  if (!(value instanceof Map) || value.size !== 3)
    fail(`tensor ${label} is not described by dtype, shape and data_offsets`);
  const dtype = value.get('dtype');
  if (typeof dtype !== 'string' || !Object.hasOwn(SAFETENSORS_DTYPES, dtype))
    fail(`tensor ${label} has an unknown dtype`);
  const shape = readSizes(value.get('shape'));
  if (shape === null || shape.length > MAX_RANK) fail(`tensor ${label} has no valid shape`);
  const range = readSizes(value.get('data_offsets'));
  if (range?.length !== 2 || range[1] < range[0]) fail(`tensor ${label} has no valid data_offsets`);
  const [begin, end] = range;
  const known = dtype as SafetensorsDtype;
  const bytes = shape.reduce((product, size) => product * size, SAFETENSORS_DTYPES[known]);
  if (bytes !== end - begin) fail(`tensor ${label} does not fill its range`);
  return { name, dtype: known, shape, offset: dataStart + begin, length: end - begin };
}

function readSizes(value: JsonValue | undefined): number[] | null {
  if (!Array.isArray(value)) return null;
  const sizes: number[] = [];
  for (const size of value) {
    if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) return null;
    sizes.push(size);
  }
  return sizes;
}

function checkCoverage(tensors: TensorEntry[], dataStart: number, fileBytes: number): void {
  tensors.sort((a, b) => a.offset - b.offset || a.length - b.length);
  let covered = dataStart;
  for (const { name, offset, length } of tensors) {
    const label = JSON.stringify(name.slice(0, 80));
    if (offset < covered) fail(`tensor ${label} overlaps another`);
    if (offset > covered) fail(`there is a hole before tensor ${label}`);
    covered = offset + length;
  }
  if (covered > fileBytes) fail('its data is cut off');
  if (covered < fileBytes) fail('something follows its data');
}

function fail(reason: string): never {
  throw new AppError({
    category: 'bad-input',
    code: 'weights-damaged',
    message: `The weight file cannot be used: ${reason}.`,
    hint: 'Get the file again from where it was published.',
  });
}
