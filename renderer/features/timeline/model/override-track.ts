// The user's curve of one person, one value per frame, computed block by block as it is looked at:
// ten thousand keys over hours would take too long at once.
import type { CurveKey } from '#core/curve/curve-key.ts';
import { evaluateCurve } from '#core/curve/evaluate-curve.ts';
import type { ScoreKey } from '#core/project/document.ts';
import { ticksToFrame, type Rational } from '#core/time/ticks.ts';
import { BLOCK_FRAMES, makePyramid, reduceBlock, type ScorePyramid } from './score-pyramid.ts';

export class OverrideTrack {
  readonly pyramid: ScorePyramid;
  private readonly rate: Rational;
  private readonly isDone: Uint8Array;
  private keys: readonly ScoreKey[] = [];

  constructor(frames: number, rate: Rational) {
    this.pyramid = makePyramid(new Float32Array(frames).fill(NaN));
    this.isDone = new Uint8Array(Math.ceil(frames / BLOCK_FRAMES));
    this.rate = rate;
  }

  get frameRate(): Rational {
    return this.rate;
  }

  /** Follows an edit: only blocks that it can touch are computed again. */
  setKeys(keys: readonly ScoreKey[]): void {
    const range = changedTicks(this.keys, keys);
    this.keys = keys;
    if (range === null) return;
    const toBlock = (tick: number): number =>
      Math.floor(ticksToFrame(tick, this.rate) / BLOCK_FRAMES);
    const end = range.endTick === null ? this.isDone.length : toBlock(range.endTick) + 1;
    this.isDone.fill(0, Math.max(0, toBlock(range.startTick)), end);
  }

  /**
   * Computes what is missing between two frames.
   * @param budget blocks that may be computed now
   * @returns how many were computed; more than `budget` never
   */
  prepare(firstFrame: number, endFrame: number, budget: number): number {
    const first = Math.max(0, Math.floor(firstFrame / BLOCK_FRAMES));
    const end = Math.min(this.isDone.length, Math.ceil(endFrame / BLOCK_FRAMES));
    let computed = 0;
    for (let block = first; block < end && computed < budget; block++) {
      if (this.isDone[block] === 1) continue;
      this.compute(block);
      computed++;
    }
    return computed;
  }

  isReady(firstFrame: number, endFrame: number): boolean {
    const first = Math.max(0, Math.floor(firstFrame / BLOCK_FRAMES));
    const end = Math.min(this.isDone.length, Math.ceil(endFrame / BLOCK_FRAMES));
    return this.isDone.indexOf(0, first) < 0 || this.isDone.indexOf(0, first) >= end;
  }

  private compute(block: number): void {
    const { values } = this.pyramid;
    const first = block * BLOCK_FRAMES;
    const count = Math.min(BLOCK_FRAMES, values.length - first);
    values.set(evaluateCurve(this.keys, this.rate, first, count), first);
    reduceBlock(this.pyramid, block);
    this.isDone[block] = 1;
  }
}

/** The ticks between which two curves differ; null: nowhere. Rows that did not change are shared. */
export function changedTicks<K extends CurveKey>(
  before: readonly K[],
  after: readonly K[],
): { readonly startTick: number; readonly endTick: number | null } | null {
  let same = 0;
  const shorter = Math.min(before.length, after.length);
  while (same < shorter && before[same] === after[same]) same++;
  if (same === before.length && same === after.length) return null;
  let tail = 0;
  while (tail < shorter - same && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  // A key shapes the curve from the key before it to the key behind it.
  const startTick = after[same - 1]?.tick ?? 0;
  const endTick = tail === 0 ? null : after[after.length - tail].tick;
  return { startTick, endTick };
}
