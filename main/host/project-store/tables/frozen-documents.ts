// Documents as they were when a job started: kept under their hash for as long as a job or a take
// was made from them.
import { createHash } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';
import type { Database } from 'better-sqlite3';
import { canonicalJson } from '#core/json/canonical-json.ts';
import { documentSchema, type ProjectDocument } from '#core/project/document.ts';
import { checksum } from './checksum.ts';
import { parseJson } from './parse-json.ts';
import type { StoreTransaction } from './store-transaction.ts';

/** 100 000 keys take about 30 MB; a hostile file stops here. */
const DOCUMENT_BYTES_LIMIT = 256 << 20;

export class FrozenDocuments {
  private readonly database: Database;
  private readonly write: StoreTransaction;

  constructor(database: Database, write: StoreTransaction) {
    this.database = database;
    this.write = write;
  }

  /** Keeps a document and returns its hash. */
  put(document: ProjectDocument): string {
    const json = canonicalJson(document);
    const hash = createHash('sha256').update(json).digest('hex');
    const value = deflateSync(json);
    this.write(() => {
      this.database
        .prepare('INSERT OR IGNORE INTO frozen_documents (hash, value, crc) VALUES (?, ?, ?)')
        .run(hash, value, checksum(hash, value));
    });
    return hash;
  }

  /** Null when it is not there or damaged. */
  get(hash: string): ProjectDocument | null {
    const stored = this.database
      .prepare('SELECT value, crc FROM frozen_documents WHERE hash = ?')
      .get(hash) as { value: Uint8Array; crc: number } | undefined;
    if (stored === undefined || checksum(hash, stored.value) !== stored.crc) return null;
    const json = inflateSync(stored.value, { maxOutputLength: DOCUMENT_BYTES_LIMIT });
    const result = documentSchema.safeParse(parseJson(json.toString('utf8')));
    return result.success ? result.data : null;
  }

  /** Forgets all but these. */
  keepOnly(hashes: readonly string[]): boolean {
    return this.write(() => {
      this.database
        .prepare('DELETE FROM frozen_documents WHERE hash NOT IN (SELECT value FROM json_each(?))')
        .run(JSON.stringify(hashes));
    });
  }
}
