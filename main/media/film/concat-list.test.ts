import { expect, test } from 'vitest';
import { toConcatList } from './concat-list.ts';

test('names are quoted and lengths never add up their rounding', () => {
  const chunks = Array.from({ length: 3000 }, (_, i) => ({ name: `it's ${i}.mp4`, frames: 1 }));
  const list = toConcatList(chunks, { num: 30_000, den: 1001 });
  expect(list).toContain(String.raw`file 'file:it'\''s 0.mp4'`);
  const total = [...list.matchAll(/duration (\S+)/g)].reduce((sum, [, s]) => sum + Number(s), 0);
  expect(total).toBeCloseTo((3000 * 1001) / 30_000, 5);
});

test('a line break in a name is refused', () => {
  expect(() => toConcatList([{ name: 'a\nb', frames: 1 }], { num: 25, den: 1 })).toThrow(
    RangeError,
  );
});
