// What a demo folder holds, so that a second run goes on instead of starting over.

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { measurementSchema } from '#main/host/report/report-data.ts';
import { writeWhole } from '#main/media/disk/part-file.ts';
import type { DemoOptions } from './demo-options.ts';
import { ensureFolder } from '#main/media/disk/ensure-folder.ts';

const recordSchema = z.object({
  takes: z.array(
    z.object({
      /** Hash of everything the film is made from. */
      inputs: z.string(),
      /** File name of the project without its ending. */
      name: z.string().regex(/^[a-z0-9-]+$/),
      /** Figures of the film with this hash; null when it was not measured. */
      measured: z.object({ filmSha256: z.string(), figures: measurementSchema }).nullable(),
    }),
  ),
});

export type DemoRecord = z.infer<typeof recordSchema>;
export type Take = DemoRecord['takes'][number];

const recordPath = (folder: string): string => join(folder, 'demo.json');

/** An unreadable record is an empty one: projects are then made under new names. */
export async function readRecord(folder: string): Promise<DemoRecord> {
  try {
    return recordSchema.parse(JSON.parse(await readFile(recordPath(folder), 'utf8')));
  } catch {
    return { takes: [] };
  }
}

/** @throws AppError of a folder that cannot be made or written */
export async function writeRecord(folder: string, record: DemoRecord): Promise<void> {
  await ensureFolder(folder);
  await writeWhole(recordPath(folder), Buffer.from(`${JSON.stringify(record, null, 2)}\n`));
}

/**
 * The take of these inputs, new or from an earlier run. Other inputs never touch its project:
 * a person may have edited it.
 * @param isTaken whether a project of this name exists
 */
export function takeOf(
  record: DemoRecord,
  inputs: string,
  isTaken: (name: string) => boolean,
): Take {
  const earlier = record.takes.find((take) => take.inputs === inputs);
  if (earlier !== undefined) return earlier;
  const used = new Set(record.takes.map(({ name }) => name));
  for (let number = 1; ; number++) {
    const name = number === 1 ? 'interview' : `interview-${number}`;
    if (!used.has(name) && !isTaken(name)) return { inputs, name, measured: null };
  }
}

/** Hash of the contents of all inputs and of the options that change the film. */
export async function hashInputs(options: DemoOptions): Promise<string> {
  const hash = createHash('sha256');
  const { names, size, seed, image, voices, plate, mattes } = options;
  hash.update(JSON.stringify({ names, size, seed, voices: voices.length, mattes: mattes.length }));
  for (const path of [image, ...voices, ...(plate === null ? [] : [plate]), ...mattes]) {
    hash.update(await hashFile(path));
  }
  return hash.digest('hex');
}

export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const block of createReadStream(path)) hash.update(block as Buffer);
  return hash.digest('hex');
}
