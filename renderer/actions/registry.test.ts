import { describe, expect, it } from 'vitest';
import { ENGLISH, i18n } from '../lib/i18n/i18n.ts';
import { ACTIONS } from './registry.ts';

function pathsOf(texts: object, path = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${path}${key}`] : pathsOf(value as object, `${path}${key}.`),
  );
}

describe('the action registry', () => {
  it('has each action once, in its group', () => {
    const ids = ACTIONS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ACTIONS.filter(({ id, group }) => !id.startsWith(`${group}.`))).toEqual([]);
  });

  it('has a title for each action', () => {
    const without = ACTIONS.filter(({ id }) => !i18n.exists(`actions:${id}`));
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  it('gives each action a place: a menu or a key', () => {
    expect(ACTIONS.filter(({ menu, keys }) => menu === null && keys.length === 0)).toEqual([]);
  });

  it('has no title that no action has', () => {
    const ids = new Set(ACTIONS.map(({ id }) => id));
    // Titles of the moment.
    const others =
      /^(edit\.(undo|redo)Of|people\.\w+(Of|To)|transport\.pause|takes\.(unstar|renderAllNow))$/;
    const unused = pathsOf(ENGLISH['actions']).filter((key) => !ids.has(key) && !others.test(key));
    expect(unused).toEqual([]);
  });
});
