// Opens .safetensors files in place. Only the header is read; tensors stay on disk.

import { open, realpath } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

import { AppError } from '#core/errors/app-error.ts';
import { LENGTH_BYTES, parseSafetensorsHeader, readHeaderLength } from './safetensors-header.ts';
import type { SafetensorsHeader } from './safetensors-header.ts';

export interface SafetensorsFile extends SafetensorsHeader {
  /** Real path, symbolic links resolved (the inference library refuses links that leave the folder). */
  readonly path: string;
}

/**
 * Reads and checks the header of `path`.
 * Throws AppError `weights-missing` (model-missing) or `weights-damaged` (bad-input).
 */
export async function openSafetensors(path: string): Promise<SafetensorsFile> {
  const real = await resolvePath(path);
  return withFile(real, async (file) => {
    const stat = await file.stat();
    if (!stat.isFile()) throw missing(path, null);
    const { size } = stat;
    const headerBytes = readHeaderLength(
      await readExactly(file, 0, Math.min(LENGTH_BYTES, size)),
      size,
    );
    const header = await readExactly(file, LENGTH_BYTES, headerBytes);
    return { path: real, ...parseSafetensorsHeader(header, size) };
  });
}

/** Raw little-endian bytes of one tensor. Throws AppError `tensor-missing` (bad-input). */
export async function readTensor(file: SafetensorsFile, name: string): Promise<Uint8Array> {
  const entry = file.tensors.get(name);
  if (entry === undefined) {
    throw new AppError({
      category: 'bad-input',
      code: 'tensor-missing',
      message: `The weight file holds no tensor named ${name}.`,
      hint: 'Choose the weight file that belongs to this model.',
    });
  }
  return withFile(file.path, (handle) => readExactly(handle, entry.offset, entry.length));
}

async function resolvePath(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (cause) {
    throw missing(path, cause);
  }
}

async function withFile<T>(path: string, use: (file: FileHandle) => Promise<T>): Promise<T> {
  let file: FileHandle;
  try {
    file = await open(path, 'r');
  } catch (cause) {
    throw missing(path, cause);
  }
  try {
    return await use(file);
  } finally {
    await file.close();
  }
}

async function readExactly(file: FileHandle, offset: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(bytes, filled, length - filled, offset + filled);
    if (bytesRead === 0) {
      throw new AppError({
        category: 'bad-input',
        code: 'weights-damaged',
        message: 'The weight file became shorter while it was read.',
        hint: 'Get the file again from where it was published.',
      });
    }
    filled += bytesRead;
  }
  return bytes;
}

function missing(path: string, cause: unknown): AppError {
  return new AppError({
    category: 'model-missing',
    code: 'weights-missing',
    message: `The weight file ${path} cannot be opened.`,
    hint: 'Install Parley again, or check that the file is there and readable.',
    cause,
  });
}
