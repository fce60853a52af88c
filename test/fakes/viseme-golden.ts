// What the training code computed for makeUpSound(); written by training/viseme/make_golden.py.

import { readFileSync } from 'node:fs';

export interface VisemeGolden {
  /** Frames at 100 Hz that `bands`, `levels` and `features` describe. */
  readonly frames: readonly number[];
  readonly bands: readonly (readonly number[])[];
  readonly levels: readonly number[];
  readonly reference: readonly number[];
  readonly features: readonly (readonly number[])[];
  /** Mouth shapes of all frames at 25 Hz. // [T][6] */
  readonly shapes: readonly (readonly number[])[];
}

export function readVisemeGolden(): VisemeGolden {
  const url = new URL('../golden/viseme.json', import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8')) as VisemeGolden;
}
