import { expect, test } from 'vitest';
import { RecentMap } from './recent-map.ts';

test('forgets what was not asked for the longest', () => {
  const map = new RecentMap<string, number>(2);
  map.set('a', 1);
  map.set('b', 2);
  expect(map.get('a')).toBe(1);
  map.set('c', 3);
  expect([map.get('a'), map.get('b'), map.get('c')]).toEqual([1, undefined, 3]);
  expect(map.has('a')).toBe(true);
  map.delete('a');
  expect(map.has('a')).toBe(false);
});
