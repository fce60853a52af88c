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

/** What a chunk is known by, without its record. */
export interface ChunkVersion {
  readonly renderId: string;
  readonly index: number;
  readonly key: string;
  readonly isReady: boolean;
}

interface StoredChunk {
  readonly render_id: string;
  readonly chunk_index: number;
  readonly key: string;
  readonly state: string;
  readonly used: number;
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

/** Several versions of a chunk may stand side by side: one per key. */
export class ChunkJournal {
  private readonly database: Database;
  private readonly write: StoreTransaction;

  constructor(database: Database, write: StoreTransaction) {
    this.database = database;
    this.write = write;
  }

  private select(condition: string, ...values: (string | number)[]): ChunkRecord[] {
    return this.database
      .prepare(`SELECT * FROM chunks WHERE ${condition} ORDER BY render_id, chunk_index, used, key`)
      .all(...values)
      .map((stored) => readRecord(stored as StoredChunk))
      .filter((record) => record !== null);
  }

  private nextUse(): number {
    return Number(this.database.prepare('SELECT max(used) FROM chunks').pluck().get() ?? 0) + 1;
  }

  /** Adds or replaces the version (renderId, index, key). False when the project is read-only. */
  putChunk(chunk: ChunkRecord): boolean {
    const record = chunkRecordSchema.parse(chunk);
    const { renderId, index, key, state } = record;
    const json = canonicalJson(record);
    return this.write(() => {
      this.database
        .prepare(
          `INSERT OR REPLACE INTO chunks (render_id, chunk_index, key, state, used, json, crc)
           VALUES (?, ?, ?, ?, ?, ?, ?)`,
        )
        .run(
          renderId,
          index,
          key,
          state,
          this.nextUse(),
          json,
          checksum(renderId, index, key, json),
        );
    });
  }

  /** The version of a chunk that was used last. */
  getChunk(renderId: string, index: number): ChunkRecord | null {
    return this.select('render_id = ? AND chunk_index = ?', renderId, index).at(-1) ?? null;
  }

  /** A ready chunk with this key, of whatever render: same key, same bytes. */
  findReady(key: string): ChunkRecord | null {
    return this.select('key = ?', key).find((chunk) => chunk.state === 'ready') ?? null;
  }

  /** All versions of all chunks of a render by index, the last used one last; without a render, of all. */
  list(renderId?: string): ChunkRecord[] {
    return renderId === undefined ? this.select('1') : this.select('render_id = ?', renderId);
  }

  /** Which versions there are, without reading them: an hour's in a few milliseconds. */
  listVersions(): ChunkVersion[] {
    return this.database
      .prepare('SELECT render_id, chunk_index, key, state FROM chunks INDEXED BY chunks_by_key')
      .all()
      .map((row) => {
        const { render_id, chunk_index, key, state } = row as StoredChunk;
        return { renderId: render_id, index: chunk_index, key, isReady: state === 'ready' };
      });
  }

  /** Records by last use, the oldest first. */
  listByUse(): ChunkRecord[] {
    return this.database
      .prepare('SELECT * FROM chunks ORDER BY used, render_id, chunk_index, key')
      .all()
      .map((stored) => readRecord(stored as StoredChunk))
      .filter((record) => record !== null);
  }

  /** Marks versions as used now, so that they are kept longest. */
  markUsed(keys: readonly string[]): boolean {
    return this.write(() => {
      this.database
        .prepare('UPDATE chunks SET used = ? WHERE key IN (SELECT value FROM json_each(?))')
        .run(this.nextUse(), JSON.stringify(keys));
    });
  }

  /** Drops versions by key, and damaged ones. */
  remove(keys: readonly string[]): boolean {
    return this.write(() => {
      const gone = new Set(keys);
      const remove = this.database.prepare(
        'DELETE FROM chunks WHERE render_id = ? AND chunk_index = ? AND key = ?',
      );
      for (const stored of this.database.prepare('SELECT * FROM chunks').all() as StoredChunk[]) {
        if (gone.has(stored.key) || readRecord(stored) === null) {
          remove.run(stored.render_id, stored.chunk_index, stored.key);
        }
      }
    });
  }
}
