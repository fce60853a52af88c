// How two takes are looked at. Never kept: what is compared is a question of the moment.
import { createStore } from 'zustand/vanilla';
import type { Take, TakeId } from '#core/contract/project-types.ts';
import { projectStore } from '../../state/project-store.ts';
import {
  chooseTake,
  NO_CHOICE,
  resolvePair,
  type TakeChoice,
  type TakePair,
} from './compare-choice.ts';

export const COMPARE_MODES = ['toggle', 'wipe', 'side', 'difference'] as const;
export type CompareMode = (typeof COMPARE_MODES)[number];
export type Side = 'left' | 'right';

export interface CompareState {
  readonly choice: TakeChoice;
  readonly mode: CompareMode;
  /** Of the toggle: the take on screen. */
  readonly side: Side;
}

export const compareStore = createStore<CompareState>(() => ({
  choice: NO_CHOICE,
  mode: 'wipe',
  side: 'right',
}));

/** Of the wipe: how much of the width shows the left take, 0..1. Apart, because a drag changes it often. */
export const wipeStore = createStore<{ readonly share: number }>(() => ({ share: 0.5 }));

/** The takes that are compared now. */
export function comparedTakes(): TakePair {
  return resolvePair(projectStore.getState().takes, compareStore.getState().choice);
}

/** The take whose seams and figures are shown. */
export function reviewedTake(): Take | null {
  return comparedTakes().right;
}

export function chooseSide(takeId: TakeId, side: Side): void {
  const { takes } = projectStore.getState();
  compareStore.setState(({ choice }) => ({ choice: chooseTake(takes, choice, takeId, side) }));
}

/** Left becomes right. */
export function swapTakes(): void {
  const { left } = comparedTakes();
  if (left !== null) chooseSide(left.id, 'right');
}

export function setMode(mode: CompareMode): void {
  compareStore.setState({ mode });
}

export function setWipe(share: number): void {
  wipeStore.setState({ share: Math.min(Math.max(share, 0), 1) });
}

/** A key held longer than this is let go to come back, not to change sides. */
const HOLD_MS = 300;

interface Held extends Pick<CompareState, 'mode' | 'side'> {
  readonly atMs: number;
}

let held: Held | null = null;

/** Shows the other take whole, at once. @param nowMs on the clock of `performance.now` */
export function pressToggle(nowMs: number): void {
  const { mode, side } = compareStore.getState();
  held = { mode, side, atMs: nowMs };
  const isOther = mode === 'toggle' && side === 'left';
  compareStore.setState({ mode: 'toggle', side: isOther ? 'right' : 'left' });
}

/** A tap stays on the other take; after a long press everything is as before. */
export function releaseToggle(nowMs: number): void {
  if (held !== null && nowMs - held.atMs >= HOLD_MS)
    compareStore.setState({ mode: held.mode, side: held.side });
  held = null;
}
