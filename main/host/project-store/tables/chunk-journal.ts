// The render journal: which chunks exist, under which key, in which file. It is written after the
// file is safe on disk, so a chunk that is `ready` here is there.
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { canonicalJson } from '#core/json/canonical-json.ts';
import { checksum } from './checksum.ts';
import { parseJson } from './parse-json.ts';
import type { StoreTransaction } from './store-transaction.ts';

const frame = z.number().int().min(0);
/** Plain names, at most one folder deep: a journal never points outside the data folder. */
const fileSchema = z
  .string()
  .max(255)
  .regex(/^([A-Za-z0-9_-][A-Za-z0-9._-]*\/)?[A-Za-z0-9_-][A-Za-z0-9._-]*$/);

export const chunkRecordSchema = z
  .strictObject({
    /** Names the settings of the render that the chunk belongs to. */
    renderId: z.string().min(1).max(200),
    index: frame,
    firstFrame: frame,
    /** Inclusive. */
    lastFrame: frame,
    /** Hash of everything that can change the chunk's pixels. */
    key: z.string().regex(/^[0-9a-f]{8,128}$/),
    state: z.enum(['rendering', 'ready', 'failed']),
    /** Inside the data folder. Null until the chunk is ready. */
    file: fileSchema.nullable(),
    bytes: frame.nullable(),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable(),
    /** State that the next chunk starts from; JSON. */
    carry: z.json().nullable(),
  })
  .refine(
    (chunk) =>
      chunk.state !== 'ready' ||
      (chunk.file !== null && chunk.bytes !== null && chunk.sha256 !== null),
    'a ready chunk has a file, its size and its hash',
  );

export type ChunkRecord = z.infer<typeof chunkRecordSchema>;

interface StoredChunk {
  readonly render_id: string;
  readonly chunk_index: number;
  readonly key: string;
  readonly json: string;
  readonly crc: number;
}

/** The record, or null when it is damaged: then the chunk is rendered again. */
function readRecord(stored: StoredChunk): ChunkRecord | null {
  const { render_id, chunk_index, key, json, crc } = stored;
  if (checksum(render_id, chunk_index, key, json) !== crc) return null;
  const result = chunkRecordSchema.safeParse(parseJson(json));
  if (!result.success) return null;
  const record = result.data;
  const same = record.renderId === render_id && record.index === chunk_index && record.key === key;
  return same ? record : null;
}

export class ChunkJournal {
  private readonly database: Database;
  private readonly write: StoreTransaction;

  constructor(database: Database, write: StoreTransaction) {
    this.database = database;
    this.write = write;
  }

  private select(condition: string, ...values: (string | number)[]): ChunkRecord[] {
    return this.database
      .prepare(`SELECT * FROM chunks WHERE ${condition} ORDER BY render_id, chunk_index`)
      .all(...values)
      .map((stored) => readRecord(stored as StoredChunk))
      .filter((record) => record !== null);
  }

  /** Adds or replaces the record of (renderId, index). False when the project is read-only. */
  putChunk(chunk: ChunkRecord): boolean {
    const record = chunkRecordSchema.parse(chunk);
    const { renderId, index, key } = record;
    const json = canonicalJson(record);
    return this.write(() => {
      this.database
        .prepare(
          'INSERT OR REPLACE INTO chunks (render_id, chunk_index, key, json, crc) VALUES (?, ?, ?, ?, ?)',
        )
        .run(renderId, index, key, json, checksum(renderId, index, key, json));
    });
  }

  getChunk(renderId: string, index: number): ChunkRecord | null {
    return this.select('render_id = ? AND chunk_index = ?', renderId, index)[0] ?? null;
  }

  /** A ready chunk with this key, of whatever render: same key, same bytes. */
  findReady(key: string): ChunkRecord | null {
    return this.select('key = ?', key).find((chunk) => chunk.state === 'ready') ?? null;
  }

  /** All chunks of a render by index; without a render, of all. */
  list(renderId?: string): ChunkRecord[] {
    return renderId === undefined ? this.select('1') : this.select('render_id = ?', renderId);
  }

  /**
   * Drops the chunks of a render whose keys are not among `keys`, and damaged ones.
   * Returns the files that no chunk refers to any more, for the caller to delete.
   */
  removeStale(renderId: string, keys: readonly string[]): string[] {
    const before = new Set(this.list().map((chunk) => chunk.file));
    this.write(() => {
      const kept = new Set(keys);
      const rows = this.database.prepare('SELECT * FROM chunks WHERE render_id = ?').all(renderId);
      const remove = this.database.prepare(
        'DELETE FROM chunks WHERE render_id = ? AND chunk_index = ?',
      );
      for (const stored of rows as StoredChunk[]) {
        if (readRecord(stored) === null || !kept.has(stored.key)) {
          remove.run(renderId, stored.chunk_index);
        }
      }
    });
    for (const chunk of this.list()) before.delete(chunk.file);
    return [...before].filter((file) => file !== null).sort();
  }
}
