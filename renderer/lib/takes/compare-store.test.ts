import { beforeEach, expect, test } from 'vitest';
import { madeUpTake } from '../../../test/fakes/made-up-take.ts';
import { NO_PROJECT, projectStore } from '../../state/project-store.ts';
import { NO_CHOICE } from './compare-choice.ts';
import {
  chooseSide,
  comparedTakes,
  compareStore,
  pressToggle,
  releaseToggle,
  setWipe,
  swapTakes,
  wipeStore,
} from './compare-store.ts';

const takes = [madeUpTake(1), madeUpTake(2), madeUpTake(3)];

beforeEach(() => {
  projectStore.setState({ ...NO_PROJECT, takes });
  compareStore.setState({ choice: NO_CHOICE, mode: 'wipe', side: 'right' });
});

const shown = () => {
  const { mode, side } = compareStore.getState();
  return `${mode} ${side}`;
};

test('a tap changes sides and stays', () => {
  pressToggle(0);
  releaseToggle(80);
  expect(shown()).toBe('toggle left');
  pressToggle(1000);
  releaseToggle(1080);
  expect(shown()).toBe('toggle right');
});

test('while held the other take is shown whole, then everything is as before', () => {
  pressToggle(0);
  expect(shown()).toBe('toggle left');
  releaseToggle(900);
  expect(shown()).toBe('wipe right');
});

test('letting go without a press changes nothing', () => {
  releaseToggle(5000);
  expect(shown()).toBe('wipe right');
});

test('takes change sides', () => {
  chooseSide(takes[0].id, 'left');
  swapTakes();
  expect(comparedTakes().left?.number).toBe(3);
  expect(comparedTakes().right?.number).toBe(1);
});

test('the wipe stays inside the picture', () => {
  setWipe(-0.2);
  expect(wipeStore.getState().share).toBe(0);
  setWipe(1.4);
  expect(wipeStore.getState().share).toBe(1);
});
