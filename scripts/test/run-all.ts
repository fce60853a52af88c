// `npm test`: types, lint, builds and format first, then every test, then one plain line of counts.
// Each of these checks counts as one test. Arguments go to vitest.

import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runCheck } from './run-check.ts';
import { type TestCounts, countsPath, noTests } from './test-counts.ts';

const ROOT = resolve(import.meta.dirname, '..', '..');
const MODULES = join(ROOT, 'node_modules');

const CHECKS: readonly { name: string; program: string; args: readonly string[] }[] = [
  { name: 'types of core', program: 'typescript/bin/tsc', args: ['-p', 'tsconfig.core.json'] },
  { name: 'types', program: 'typescript/bin/tsc', args: ['-p', 'tsconfig.json'] },
  {
    name: 'types of the window',
    program: 'typescript/bin/tsc',
    args: ['-p', 'tsconfig.renderer.json'],
  },
  {
    name: 'lint',
    program: 'eslint/bin/eslint.js',
    args: [
      '.',
      '--max-warnings',
      '0',
      '--cache',
      '--cache-location',
      'node_modules/.cache/eslint/',
    ],
  },
  { name: 'build of the window', program: 'vite/bin/vite.js', args: ['build'] },
  {
    name: 'build of the desktop program',
    program: 'vite/bin/vite.js',
    args: ['build', '--config', 'vite-main.config.ts'],
  },
  {
    name: 'build of the preload script',
    program: 'vite/bin/vite.js',
    args: ['build', '--config', 'vite-main.config.ts', '--mode', 'preload'],
  },
  { name: 'format', program: 'prettier/bin/prettier.cjs', args: ['--check', '.', '--cache'] },
];

async function main(): Promise<number> {
  const total = noTests();
  for (const check of CHECKS) {
    const passed = await runCheck(check.name, join(MODULES, check.program), check.args, ROOT);
    if (passed) total.passed++;
    else total.failed++;
  }
  const tests = await runVitest(process.argv.slice(2));
  total.passed += tests.passed;
  total.failed += tests.failed;
  total.skipped += tests.skipped;
  for (const line of tests.skips) console.log(`skipped: ${line}`);
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return total.failed > 0 || tests.exitCode !== 0 ? 1 : 0;
}

/** The counts come from our reporter's file; a run that wrote none counts as one failure. */
async function runVitest(args: readonly string[]): Promise<TestCounts & { exitCode: number }> {
  rmSync(countsPath(ROOT), { force: true });
  const reporters = ['--reporter=default', '--reporter=./scripts/test/counting-reporter.ts'];
  const ok = await runCheck(
    'tests',
    join(MODULES, 'vitest/vitest.mjs'),
    ['run', ...reporters, ...args],
    ROOT,
    { live: true },
  );
  const counts = readCounts();
  if (!ok && counts.failed === 0) counts.failed = 1;
  return { ...counts, exitCode: ok ? 0 : 1 };
}

function readCounts(): TestCounts {
  try {
    return JSON.parse(readFileSync(countsPath(ROOT), 'utf8')) as TestCounts;
  } catch (error) {
    console.error(`The test run left no counts: ${String(error)}`);
    return { ...noTests(), failed: 1 };
  }
}

process.exitCode = await main();
