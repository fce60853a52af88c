import { expect, test } from 'vitest';
import { boxAfterKey, boxBetween, firstBox } from './drawn-box.ts';

const PICTURE = { width: 1000, height: 500 };

test('a box may be drawn from any corner, and ends at the picture', () => {
  expect(boxBetween([100, 80], [160, 200], PICTURE)).toEqual([100, 80, 60, 120]);
  expect(boxBetween([160, 200], [100, 80], PICTURE)).toEqual([100, 80, 60, 120]);
  expect(boxBetween([900, 400], [2000, -50], PICTURE)).toEqual([900, 0, 100, 400]);
});

test('arrows move the box, with Shift they change its size, never out of the picture', () => {
  const box = firstBox(PICTURE);
  expect(box).toEqual([440, 175, 120, 150]);
  expect(boxAfterKey(box, 'ArrowLeft', false, PICTURE)).toEqual([430, 175, 120, 150]);
  expect(boxAfterKey(box, 'ArrowDown', true, PICTURE)).toEqual([440, 175, 120, 160]);
  expect(boxAfterKey(box, 'Enter', false, PICTURE)).toBeNull();
  let moved = box;
  for (let i = 0; i < 100; i++) moved = boxAfterKey(moved, 'ArrowRight', false, PICTURE) ?? moved;
  expect(moved).toEqual([880, 175, 120, 150]);
  for (let i = 0; i < 100; i++) moved = boxAfterKey(moved, 'ArrowUp', true, PICTURE) ?? moved;
  expect(moved[3]).toBeGreaterThan(0);
});
