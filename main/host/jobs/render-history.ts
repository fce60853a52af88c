// How fast this machine has rendered and written films: what every estimate is made from.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { errorCode } from '#main/media/disk/disk-error.ts';
import { ensureFolder } from '#main/media/disk/ensure-folder.ts';
import { writeWhole } from '#main/media/disk/part-file.ts';
import { rangeOf, type SecondsRange } from './time-left.ts';

/** `render`, or the preset of a delivery. */
export type WorkKind = string;

interface Work {
  readonly frames: number;
  readonly size: readonly [width: number, height: number];
}

const KEPT_SAMPLES = 40;
const figure = z.number().positive().max(1e9);
const historySchema = z.record(
  z.string().max(40),
  z.array(z.strictObject({ secondsPerMegapixel: figure, bytesPerMegapixel: figure })).max(200),
);
type History = z.infer<typeof historySchema>;

export class RenderHistory {
  private readonly folder: string;
  private history: History;
  private writing: Promise<unknown> = Promise.resolve();

  constructor(folder: string) {
    this.folder = folder;
    this.history = read(pathIn(folder));
  }

  /** Notes a finished piece of work. Too short ones say nothing. */
  add(kind: WorkKind, work: Work, seconds: number, bytes: number): void {
    const megapixels = megapixelsOf(work);
    if (work.frames < 10 || seconds <= 0 || bytes <= 0) return;
    const sample = {
      secondsPerMegapixel: seconds / megapixels,
      bytesPerMegapixel: bytes / megapixels,
    };
    const samples = [...(this.history[kind] ?? []), sample].slice(-KEPT_SAMPLES);
    this.history = { ...this.history, [kind]: samples };
    this.writing = this.writing.then(() => this.write()).catch(() => undefined);
  }

  /** Null before any such work was done here. */
  secondsFor(kind: WorkKind, work: Work): SecondsRange | null {
    const samples = this.history[kind] ?? [];
    if (samples.length === 0) return null;
    if (work.frames === 0) return { low: 0, high: 0 };
    return scaled(
      samples.map((each) => each.secondsPerMegapixel),
      megapixelsOf(work),
    );
  }

  /** Null before any such work was done here. */
  bytesFor(kind: WorkKind, work: Work): SecondsRange | null {
    const samples = this.history[kind] ?? [];
    if (samples.length === 0) return null;
    return scaled(
      samples.map((each) => each.bytesPerMegapixel),
      megapixelsOf(work),
    );
  }

  /** Resolves when all is written. */
  async settle(): Promise<void> {
    await this.writing;
  }

  private async write(): Promise<void> {
    await ensureFolder(this.folder);
    await writeWhole(pathIn(this.folder), Buffer.from(JSON.stringify(this.history)));
  }
}

/** One sample says as much as its like: a film differs from another by a third. */
function scaled(samples: readonly number[], amount: number): SecondsRange {
  if (samples.length >= 3) {
    const { low, high } = rangeOf(samples, 1);
    return { low: low * amount, high: high * amount };
  }
  const mean = samples.reduce((sum, each) => sum + each, 0) / samples.length;
  return { low: mean * amount * 0.75, high: mean * amount * 1.33 };
}

function megapixelsOf({ frames, size: [width, height] }: Work): number {
  return (frames * width * height) / 1e6;
}

function pathIn(folder: string): string {
  return join(folder, 'render-history.json');
}

/** A history that cannot be read is begun again: it only makes estimates. */
function read(path: string): History {
  try {
    const parsed = historySchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? parsed.data : {};
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || error instanceof SyntaxError) return {};
    throw error;
  }
}
