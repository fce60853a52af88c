// A project may come from anywhere: its version, its tables and its structure are checked before use.
import Database from 'better-sqlite3';
import { AppError } from '#core/errors/app-error.ts';
import { migrate, NEWEST_VERSION } from '../migrations/migrations.ts';
import { APPLICATION_ID } from './inspect-file.ts';
import { damaged, notAProject } from './sqlite-errors.ts';

interface SchemaObject {
  readonly type: string;
  readonly name: string;
  readonly sql: string | null;
}

function schemaOf(database: Database.Database): SchemaObject[] {
  return database
    .prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name')
    .all() as SchemaObject[];
}

/** The tables that a project of this version has: those that its migrations make. */
function expectedSchema(version: number): SchemaObject[] {
  const model = new Database(':memory:');
  try {
    migrate(model, version);
    return schemaOf(model);
  } finally {
    model.close();
  }
}

function checkSchema(database: Database.Database, path: string, version: number): void {
  const expected = new Map(expectedSchema(version).map((object) => [object.name, object]));
  for (const { type, name, sql } of schemaOf(database)) {
    const model = expected.get(name);
    if (model?.type !== type || model.sql !== sql) {
      throw new AppError(damaged(path, `it holds a ${type} that Parley does not make ("${name}")`));
    }
    expected.delete(name);
  }
  const [missing] = expected.keys();
  if (missing !== undefined) throw new AppError(damaged(path, `its table "${missing}" is missing`));
}

function check(database: Database.Database, path: string): number {
  database.pragma('trusted_schema = OFF');
  database.pragma('cell_size_check = ON');
  database.pragma('foreign_keys = ON');
  if (database.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    throw new AppError(notAProject(path, 'it is a database of another program'));
  }
  const version = Number(database.pragma('user_version', { simple: true }));
  if (version > NEWEST_VERSION) {
    throw new AppError({
      category: 'bad-input',
      code: 'project-from-the-future',
      message: `"${path}" has project version ${version}, this Parley reads up to version ${NEWEST_VERSION}.`,
      hint: 'Open it with a newer Parley.',
    });
  }
  if (version < 1) throw new AppError(damaged(path, `its version is ${version}`));
  checkSchema(database, path, version);
  const verdict = database.pragma('quick_check(1)', { simple: true });
  if (verdict !== 'ok') {
    throw new AppError({ ...damaged(path, 'its structure is broken'), cause: verdict });
  }
  return version;
}

/**
 * Checks a freshly opened database and returns its version.
 * Throws AppError `not-a-project`, `project-from-the-future` or `project-damaged`.
 */
export function checkDatabase(database: Database.Database, path: string): number {
  try {
    return check(database, path);
  } catch (error) {
    // The statements above run on every whole database; SQLite's plain error means a broken one.
    if (!(error instanceof Database.SqliteError) || error.code !== 'SQLITE_ERROR') throw error;
    throw new AppError({ ...damaged(path, 'its tables are broken'), cause: error });
  }
}
