// Three and four people in one picture work like two: the sample pictures and their dialogues.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parley } from '../support/parley.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const SAMPLE = fileURLToPath(new URL('../../resources/sample/', import.meta.url));
/** Measuring takes a second per three seconds of face; once is enough. */
const MEASURED_COUNT = 4;
const LETTERS = ['a', 'b', 'c', 'd'];

interface MeasuredPerson {
  readonly lipOwn: number;
  readonly lipOwnViseme: number;
  readonly lipOthers: readonly { readonly r: number }[];
  readonly silentRatio: number;
}

describe.each([3, 4])('%i people', (count) => {
  it("each speak their own voice and nobody else's", async () => {
    const folder = temporaryFolder();
    const letters = LETTERS.slice(0, count);
    const voices = letters.flatMap((letter) => [
      '--voice',
      join(SAMPLE, `interview${count}-voice-${letter}.flac`),
    ]);
    const image = join(SAMPLE, `interview${count}.png`);
    await parley(['new', 'many.parley', '--image', image, ...voices, '--size', '640x360'], folder);
    const analysis = await parley(['analyze', 'many.parley'], folder);
    const people = analysis['people'] as { name: string; voice: string }[];
    expect(people.map(({ name }) => name)).toEqual(['A', 'B', 'C', 'D'].slice(0, count));
    expect(people.map(({ voice }) => voice)).toEqual(
      letters.map((letter) => `interview${count}-voice-${letter}`),
    );
    await parley(['render', 'many.parley'], folder);
    expect(existsSync(join(folder, 'many.mp4'))).toBe(true);
    if (count < MEASURED_COUNT) return;
    const measured = await parley(['measure', 'many.mp4', '--project', 'many.parley'], folder);
    for (const person of measured['people'] as MeasuredPerson[]) {
      expect(person.lipOwn).toBeGreaterThan(0.4);
      expect(person.lipOwnViseme).toBeGreaterThan(0.7);
      expect(person.silentRatio).toBeLessThan(0.35);
      for (const { r } of person.lipOthers) expect(r).toBeLessThanOrEqual(0.15);
    }
  }, 240_000);
});
