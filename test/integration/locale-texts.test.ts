// Every text of the window stands in a locale file: what is asked for is there, and what is there is
// asked for.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readAskedKeys, type AskedKey } from '../support/locale-keys.ts';

const LOCALES = resolve(import.meta.dirname, '..', '..', 'renderer', 'locales', 'en');

type Texts = { readonly [key: string]: string | Texts };

/** `area:path` -> English. */
function flatten(texts: Texts, path: string): [key: string, english: string][] {
  return Object.entries(texts).flatMap(([key, value]) => {
    const own = path.endsWith(':') ? `${path}${key}` : `${path}.${key}`;
    return typeof value === 'string' ? [[own, value]] : flatten(value, own);
  });
}

const english = new Map(
  readdirSync(LOCALES).flatMap((name) =>
    flatten(
      JSON.parse(readFileSync(join(LOCALES, name), 'utf8')) as Texts,
      name.replace('.json', ':'),
    ),
  ),
);

const withoutPlural = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '');
const keys = new Set([...english.keys()].map(withoutPlural));

/** Ids of actions are their keys; `actions` in the registry are tested where the registry is. */
const ANY_ACTION = 'actions:*';
/** Verdicts that no figure can get: `judge` has no upper limit for the one, no lower for the other. */
const IMPOSSIBLE = new Set(['review:flag.lipOwn.high', 'review:flag.silentRatio.low']);

describe('the texts of the window', () => {
  let asked: readonly AskedKey[];

  beforeAll(() => {
    asked = readAskedKeys();
  }, 120_000);

  it('are all there', () => {
    expect(asked.length).toBeGreaterThan(400);
    const missing = asked.filter(
      ({ key }) => !keys.has(key) && !IMPOSSIBLE.has(key) && key !== ANY_ACTION,
    );
    expect(missing).toEqual([]);
  });

  it('are all used', () => {
    const used = new Set(asked.map(({ key }) => key));
    const unused = [...keys].filter((key) => !used.has(key) && !key.startsWith('actions:'));
    expect(unused).toEqual([]);
  });

  it('are all written', () => {
    const empty = [...english].filter(([, text]) => text.trim() === '');
    expect(empty).toEqual([]);
  });

  it('count with words for one and for many', () => {
    const counting = [...english.keys()].filter((key) => withoutPlural(key) !== key);
    const halves = counting.filter(
      (key) =>
        !english.has(`${withoutPlural(key)}_one`) || !english.has(`${withoutPlural(key)}_other`),
    );
    expect(halves).toEqual([]);
  });
});
