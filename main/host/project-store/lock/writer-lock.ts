// One writer per project. The lock is a small file beside the project that names its owner, so that
// the second opener can say who has the project. Looking at the lock and taking it happen inside a
// write transaction of the database: the system frees that one when a process dies, so two openers
// never take over the same stale lock, and a kill never leaves a lock that nobody can take.
import { randomUUID } from 'node:crypto';
import {
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { parseJson } from '../tables/parse-json.ts';
import { livenessOf, ownIdentity } from './process-identity.ts';

/** A lock of another machine that was not touched for this long belongs to nobody. */
const ABANDONED_MS = 120_000;
/** How often a living writer touches its lock. */
const TOUCH_MS = 30_000;

const lockSchema = z.strictObject({
  token: z.string().max(100),
  pid: z.number().int().positive(),
  startTime: z.string().max(100).nullable(),
  bootId: z.string().max(100).nullable(),
  host: z.string().max(300),
  /** Who: shown to the second opener. */
  owner: z.string().max(300),
  program: z.string().max(300),
  /** The project file that the lock was made for; a copied lock stands beside another one. */
  fileId: z.string().max(100),
});
type LockRecord = z.infer<typeof lockSchema>;

/** Who opens a project. */
export interface Opener {
  /** For people, e.g. the name of the user. */
  readonly owner: string;
  /** E.g. `parley render`. */
  readonly program: string;
}

/** Who holds a project. */
export interface LockHolder extends Opener {
  readonly pid: number;
  readonly host: string;
}

/** Milliseconds since 1970. Injected, so that tests can age a lock. */
export type Clock = () => number;

export const lockPathOf = (projectPath: string): string => `${projectPath}-lock`;

function readLock(path: string): LockRecord | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  const result = lockSchema.safeParse(parseJson(text));
  // Locks are renamed into place whole; anything else was not written by a Parley that lives.
  return result.success ? result.data : null;
}

const fileIdOf = (projectPath: string): string =>
  statSync(projectPath, { bigint: true }).ino.toString();

function isHeld(lock: LockRecord, lockPath: string, projectPath: string, clock: Clock): boolean {
  if (lock.fileId !== fileIdOf(projectPath)) return false;
  switch (livenessOf(lock)) {
    case 'alive':
      return true;
    case 'dead':
      return false;
    case 'unknown':
      return clock() - statSync(lockPath).mtimeMs < ABANDONED_MS;
  }
}

/** Drafts live only inside a write transaction, so inside ours every draft is of a killed process. */
function removeDrafts(lockPath: string): void {
  const prefix = `${basename(lockPath)}.`;
  for (const name of readdirSync(dirname(lockPath))) {
    if (name.startsWith(prefix)) rmSync(join(dirname(lockPath), name), { force: true });
  }
}

export class WriterLock {
  private readonly path: string;
  private readonly record: LockRecord;
  private readonly clock: Clock;
  private readonly timer: NodeJS.Timeout;

  private constructor(path: string, record: LockRecord, clock: Clock) {
    this.path = path;
    this.record = record;
    this.clock = clock;
    this.timer = setInterval(() => this.touch(), TOUCH_MS);
    this.timer.unref();
  }

  /**
   * Takes the lock of a project, or says who has it. The caller holds a write transaction on the
   * project's database meanwhile. Throws system errors when the folder cannot be written.
   */
  static acquire(projectPath: string, opener: Opener, clock: Clock): WriterLock | LockHolder {
    const path = lockPathOf(projectPath);
    const present = readLock(path);
    if (present !== null && isHeld(present, path, projectPath, clock)) {
      const { owner, program, pid, host } = present;
      return { owner, program, pid, host };
    }
    removeDrafts(path);
    const token = randomUUID();
    const { owner, program } = opener;
    const record = { token, owner, program, fileId: fileIdOf(projectPath), ...ownIdentity() };
    const lock = new WriterLock(path, record, clock);
    lock.place();
    return lock;
  }

  private place(): void {
    const draft = `${this.path}.${this.record.token}`;
    try {
      writeFileSync(draft, JSON.stringify(this.record), { flag: 'wx' });
      renameSync(draft, this.path);
    } catch (error) {
      clearInterval(this.timer);
      rmSync(draft, { force: true });
      throw error;
    }
  }

  private touch(): void {
    const seconds = this.clock() / 1000;
    if (readLock(this.path)?.token === this.record.token) utimesSync(this.path, seconds, seconds);
  }

  /**
   * True while the lock is ours. A lock that somebody deleted is put back. Call inside a write
   * transaction on the database.
   */
  isOurs(): boolean {
    const present = readLock(this.path);
    if (present === null) this.place();
    return present === null || present.token === this.record.token;
  }

  release(): void {
    clearInterval(this.timer);
    if (readLock(this.path)?.token === this.record.token) rmSync(this.path, { force: true });
  }
}
