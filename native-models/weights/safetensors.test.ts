import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { AppError } from '#core/errors/app-error.ts';
import { encodeSafetensors, joinSafetensors } from '../../test/fakes/safetensors-bytes.ts';
import { parseSafetensorsHeader, readHeaderLength } from './safetensors-header.ts';
import { openSafetensors, readTensor } from './safetensors.ts';

const GOOD = encodeSafetensors({
  'a.weight': { shape: [2, 3], values: [1, 2, 3, 4, 5, 6] },
  'b.bias': { shape: [2], values: [-1, 0.5] },
});

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'safetensors-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function write(bytes: Uint8Array): Promise<string> {
  const path = join(folder, 'w.safetensors');
  await writeFile(path, bytes);
  return path;
}

function parse(bytes: Uint8Array): ReturnType<typeof parseSafetensorsHeader> {
  const length = readHeaderLength(bytes.subarray(0, 8), bytes.length);
  return parseSafetensorsHeader(bytes.subarray(8, 8 + length), bytes.length);
}

async function refusal(bytes: Uint8Array): Promise<AppError> {
  const error: unknown = await openSafetensors(await write(bytes)).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(AppError);
  return error as AppError;
}

const eightBytes = new Uint8Array(8);
const entry = (shape: string, offsets: string, dtype = 'F32'): string =>
  `{"dtype":"${dtype}","shape":${shape},"data_offsets":${offsets}}`;

describe('safetensors', () => {
  it('gives the place of every tensor in the file, and its bytes', async () => {
    const file = await openSafetensors(await write(GOOD));
    expect([...file.tensors.keys()]).toEqual(['a.weight', 'b.bias']);
    const { shape, dtype, offset, length } = file.tensors.get('b.bias')!;
    expect({ shape, dtype, length }).toEqual({ shape: [2], dtype: 'F32', length: 8 });
    const stored = new DataView(GOOD.buffer, offset, length);
    expect([stored.getFloat32(0, true), stored.getFloat32(4, true)]).toEqual([-1, 0.5]);
    const bytes = await readTensor(file, 'a.weight');
    expect([...new Float32Array(bytes.buffer)]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('resolves symbolic links, which the inference library would refuse', async () => {
    const target = await write(GOOD);
    const link = join(folder, 'link.safetensors');
    await symlink(target, link);
    expect((await openSafetensors(link)).path).toBe((await openSafetensors(target)).path);
  });

  it('reads metadata and accepts tensors without elements', () => {
    const file = joinSafetensors(
      `{"__metadata__":{"seed":"1"},"e":${entry('[0]', '[0,0]')}}`,
      new Uint8Array(0),
    );
    expect(parse(file).metadata.get('seed')).toBe('1');
    expect(parse(file).tensors.get('e')!.length).toBe(0);
  });

  it('names a missing file and a missing tensor', async () => {
    for (const path of [join(folder, 'none'), folder]) {
      await expect(openSafetensors(path)).rejects.toMatchObject({
        category: 'model-missing',
        code: 'weights-missing',
      });
    }
    const file = await openSafetensors(await write(GOOD));
    await expect(readTensor(file, 'c')).rejects.toMatchObject({ code: 'tensor-missing' });
  });

  it.each([
    ['an empty file', new Uint8Array(0), 'too short'],
    ['a header longer than the file', GOOD.subarray(0, 40), 'cut off'],
    [
      'a header of 2^63 bytes',
      Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 0x80, 1]),
      'longer than the format allows',
    ],
    ['cut data', GOOD.subarray(0, GOOD.length - 1), 'cut off'],
    ['trailing bytes', Uint8Array.from([...GOOD, 0]), 'follows its data'],
    ['a header that is no JSON', joinSafetensors('{"a":', eightBytes), 'missing'],
    [
      'a header that is no object',
      joinSafetensors('[]', eightBytes),
      'does not start with an object',
    ],
    ['text after the header', joinSafetensors('{} x', new Uint8Array(0)), 'follows the JSON'],
    [
      'a duplicate tensor',
      joinSafetensors(`{"a":${entry('[2]', '[0,8]')},"a":${entry('[2]', '[0,8]')}}`, eightBytes),
      'twice',
    ],
    [
      'an unknown dtype',
      joinSafetensors(`{"a":${entry('[2]', '[0,8]', 'F7')}}`, eightBytes),
      'unknown dtype',
    ],
    [
      'an inherited name as dtype',
      joinSafetensors(`{"a":${entry('[2]', '[0,8]', 'toString')}}`, eightBytes),
      'unknown dtype',
    ],
    [
      'a shape that does not fill',
      joinSafetensors(`{"a":${entry('[3]', '[0,8]')}}`, eightBytes),
      'does not fill',
    ],
    [
      'a shape that overflows',
      joinSafetensors(`{"a":${entry('[4503599627370496,4096]', '[0,8]')}}`, eightBytes),
      'does not fill',
    ],
    [
      'a negative size',
      joinSafetensors(`{"a":${entry('[-2]', '[0,8]')}}`, eightBytes),
      'no valid shape',
    ],
    [
      'a fractional offset',
      joinSafetensors(`{"a":${entry('[2]', '[0.5,8.5]')}}`, eightBytes),
      'no valid data_offsets',
    ],
    [
      'offsets backwards',
      joinSafetensors(`{"a":${entry('[2]', '[8,0]')}}`, eightBytes),
      'no valid data_offsets',
    ],
    [
      'an overlap',
      joinSafetensors(`{"a":${entry('[1]', '[0,4]')},"b":${entry('[2]', '[0,8]')}}`, eightBytes),
      'overlaps',
    ],
    ['a hole', joinSafetensors(`{"a":${entry('[1]', '[4,8]')}}`, eightBytes), 'hole'],
    [
      'a range beyond the file',
      joinSafetensors(`{"a":${entry('[4]', '[0,16]')}}`, eightBytes),
      'cut off',
    ],
    [
      'an extra key',
      joinSafetensors('{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8],"x":1}}', eightBytes),
      'not described',
    ],
    [
      'metadata that is no text',
      joinSafetensors('{"__metadata__":{"a":1}}', new Uint8Array(0)),
      'metadata',
    ],
    [
      'a header that is no UTF-8',
      joinSafetensors('{"a', new Uint8Array(0)).fill(0xff, 9),
      'not UTF-8',
    ],
  ])('refuses %s with one sentence', async (_, bytes, reason) => {
    const error = await refusal(bytes);
    expect(error).toMatchObject({ category: 'bad-input', code: 'weights-damaged' });
    expect(error.message).toContain(reason);
    expect(error.hint).not.toBeNull();
  });

  it('answers any damage with an AppError or with ranges inside the file', () => {
    const damage = fc.array(fc.tuple(fc.nat(GOOD.length - 1), fc.nat(255)), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(damage, fc.nat(GOOD.length), (changes, cut) => {
        const bytes = GOOD.slice(0, GOOD.length - (cut % 4 === 0 ? cut : 0));
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
        try {
          for (const { offset, length } of parse(bytes).tensors.values()) {
            expect(offset).toBeGreaterThanOrEqual(8);
            expect(offset + length).toBeLessThanOrEqual(bytes.length);
          }
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
