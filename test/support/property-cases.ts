// Property tests meet the same cases on every run, so that a change is judged by what it changed.
// PARLEY_PROPERTY_SEED and PARLEY_PROPERTY_RUNS look for new ones.
import fc from 'fast-check';

const { PARLEY_PROPERTY_SEED = '1', PARLEY_PROPERTY_RUNS } = process.env;

fc.configureGlobal({
  seed: Number(PARLEY_PROPERTY_SEED),
  ...(PARLEY_PROPERTY_RUNS === undefined ? {} : { numRuns: Number(PARLEY_PROPERTY_RUNS) }),
});
