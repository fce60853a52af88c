// A vitest reporter that counts: a file that does not load and an error outside tests are failures too.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node';
import { countsPath, noTests } from './test-counts.ts';

export default class CountingReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    const counts = noTests();
    counts.failed += unhandledErrors.length;
    for (const module of modules) {
      const suites = [...module.children.allSuites()];
      counts.failed += module.errors().length;
      for (const suite of suites) counts.failed += suite.errors().length;
      for (const test of module.children.allTests()) {
        const result = test.result();
        if (result.state === 'passed') counts.passed++;
        else if (result.state === 'failed') counts.failed++;
        else {
          counts.skipped++;
          counts.skips.push(`${test.fullName} (${reasonOf(test)})`);
        }
      }
    }
    const path = countsPath(process.cwd());
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(counts));
  }
}

function reasonOf(test: TestCase): string {
  const result = test.result();
  return (result.state === 'skipped' ? result.note : undefined) ?? 'its name says why';
}
