import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      '{core,main,native-models,renderer,scripts}/**/*.test.ts',
      'test/{integration,golden,faults,e2e}/**/*.test.ts',
    ],
    setupFiles: ['test/support/property-cases.ts'],
    // Tests spawn engines and encoders of their own; two files at a time fill two cores.
    maxWorkers: 2,
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A busy machine takes its time; what never comes is a failure all the same.
    expect: { poll: { timeout: 30_000 } },
    reporters: ['default'],
  },
});
