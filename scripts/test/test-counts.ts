// What the counting reporter hands to run-all: a small file below node_modules/.cache.

import { join } from 'node:path';

export interface TestCounts {
  passed: number;
  failed: number;
  skipped: number;
  /** One line per skipped test: its name and the reason. */
  skips: string[];
}

export function noTests(): TestCounts {
  return { passed: 0, failed: 0, skipped: 0, skips: [] };
}

export function countsPath(root: string): string {
  return join(root, 'node_modules', '.cache', 'parley-test-counts.json');
}
