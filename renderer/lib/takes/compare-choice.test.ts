import { expect, test } from 'vitest';
import { madeUpTake } from '../../../test/fakes/made-up-take.ts';
import { chooseTake, NO_CHOICE, resolvePair, type TakePair } from './compare-choice.ts';

const [one, two, three] = [1, 2, 3].map((number) => madeUpTake(number));
const numbers = ({ left, right }: TakePair): readonly (number | undefined)[] => [
  left?.number,
  right?.number,
];

test('without a choice the newest take is compared with the one before', () => {
  expect(numbers(resolvePair([], NO_CHOICE))).toEqual([undefined, undefined]);
  expect(numbers(resolvePair([one], NO_CHOICE))).toEqual([undefined, 1]);
  expect(numbers(resolvePair([two, one, three], NO_CHOICE))).toEqual([2, 3]);
});

test('a take goes to the side that is chosen, and sides change when it is there already', () => {
  const takes = [one, two, three];
  const left = chooseTake(takes, NO_CHOICE, one.id, 'left');
  expect(numbers(resolvePair(takes, left))).toEqual([1, 3]);
  const swapped = chooseTake(takes, left, one.id, 'right');
  expect(numbers(resolvePair(takes, swapped))).toEqual([3, 1]);
  const both = chooseTake(takes, swapped, two.id, 'right');
  expect(numbers(resolvePair(takes, both))).toEqual([3, 2]);
  expect(numbers(resolvePair(takes, chooseTake(takes, both, two.id, 'right')))).toEqual([3, 2]);
});

test('a new take is shown at once, beside the one that was looked at', () => {
  const choice = chooseTake([one, two], NO_CHOICE, one.id, 'right');
  expect(numbers(resolvePair([one, two], choice))).toEqual([2, 1]);
  expect(numbers(resolvePair([one, two, three], choice))).toEqual([1, 3]);
});

test('a removed take gives its side to another one', () => {
  const choice = chooseTake([one, two, three], NO_CHOICE, one.id, 'right');
  expect(numbers(resolvePair([two, three], choice))).toEqual([2, 3]);
  expect(numbers(resolvePair([three], choice))).toEqual([undefined, 3]);
});
