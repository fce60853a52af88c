import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../migrations/migrations.ts';
import { HistoryTable, type HistoryLimits } from './history-table.ts';

/** A history after pushes of labels of one letter; the changes of each are `[]`. */
function historyOf(labels: string, limits: HistoryLimits) {
  const database = new Database(':memory:');
  migrate(database);
  const history = new HistoryTable(database, limits);
  let span = { first: 1, last: 0 };
  for (const label of labels) span = history.push('name', label, [], span);
  return { history, span, database };
}

test('old steps are forgotten by number and by size, the newest one never', () => {
  expect(historyOf('abcde', { steps: 3, bytes: 1e6 }).span).toEqual({ first: 3, last: 5 });
  expect(historyOf('abcde', { steps: 9, bytes: 5 }).span).toEqual({ first: 4, last: 5 });
  expect(historyOf('abcde', { steps: 9, bytes: 0 }).span).toEqual({ first: 5, last: 5 });
});

test('what is left is whole and can be walked', () => {
  const { history, span } = historyOf('abcde', { steps: 3, bytes: 1e6 });
  const walked: string[] = [];
  for (let step = history.next('undo'); step !== null; step = history.next('undo')) {
    walked.push(step.label);
    history.mark('undo');
  }
  expect(walked).toEqual(['e', 'd', 'c']);
  history.mark('redo');
  expect(history.isWhole(span)).toBe(true);
  const next = history.push('name', 'x', [], span);
  expect(next).toEqual({ first: 3, last: 4 });
  expect(history.isWhole(next)).toBe(true);
  expect(history.nextLabel('redo')).toBeNull();
});

test.each([
  ['a changed label', `UPDATE history SET label = 'z' WHERE seq = 2`],
  ['a missing step', 'DELETE FROM history WHERE seq = 2'],
  ['a missing last step', 'DELETE FROM history WHERE seq = 3'],
])('%s is noticed', (_what, sql) => {
  const { history, span, database } = historyOf('abc', { steps: 9, bytes: 1e6 });
  expect(history.isWhole(span)).toBe(true);
  database.exec(sql);
  expect(history.isWhole(span)).toBe(false);
});
