import { expect, test } from 'vitest';
import { toPanFilter } from './pan-filter.ts';
import { weighChannels } from './mono-weights.ts';

test.each([
  ['equal channels are averaged', [4, 4, 4, 4], [0.5, 0.5]],
  ['independent channels are averaged', [4, 0, 0, 4], [0.5, 0.5]],
  ['a channel without sound does not count', [4, 0, 0, 0], [1, 0]],
  ['bleed 30 dB down does not count', [4, 0.1, 0.1, 0.004], [1, 0]],
  ['opposite polarity is undone', [4, -4, -4, 4], [0.5, -0.5]],
  ['silence keeps a plain mean', [0, 0, 0, 0], [0.5, 0.5]],
])('%s', (_, products, weights) => {
  expect(weighChannels(products, 2)).toEqual(weights);
});

test('the loudest channel gives the polarity', () => {
  expect(weighChannels([1, -2, -2, 9], 2)).toEqual([-0.5, 0.5]);
});

test('weights in the words of the filter', () => {
  expect(toPanFilter([0.5, -0.5])).toContain('pan=mono|c0=0.500000*c0-0.500000*c1');
});
