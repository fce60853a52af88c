import { expect, test } from 'vitest';
import { madeUpTake } from '../../../test/fakes/made-up-take.ts';
import { differencesOf } from './take-facts.ts';

const SEED = { label: 'Seed', valueOf: ({ seed }: { readonly seed: number }) => String(seed) };
const SIZE = {
  label: 'Size',
  valueOf: ({ size }: { readonly size: readonly number[] }) => size.join('×'),
};

test('settings of the film first, then what the project held; equal things by name only', () => {
  const left = madeUpTake(1, {
    seed: 7,
    facts: [
      { label: 'Ben’s curve', value: '3 keys' },
      { label: 'Voices', value: '2' },
    ],
  });
  const right = madeUpTake(2, {
    facts: [
      { label: 'Voices', value: '2' },
      { label: 'Ben’s curve', value: '7 keys' },
    ],
  });
  expect(differencesOf(left, right, [SEED, SIZE])).toEqual({
    differing: [
      { label: 'Seed', left: '7', right: '42' },
      { label: 'Ben’s curve', left: '3 keys', right: '7 keys' },
    ],
    equal: ['Size', 'Voices'],
  });
});

test('a fact that one take lacks differs; a fact the film says itself is not said twice', () => {
  const left = madeUpTake(1, { facts: [{ label: 'seed', value: '42' }] });
  const right = madeUpTake(2, { facts: [{ label: 'Eva’s curve', value: '1 key' }] });
  expect(differencesOf(left, right, [SEED]).differing).toEqual([
    { label: 'Eva’s curve', left: null, right: '1 key' },
  ]);
});
