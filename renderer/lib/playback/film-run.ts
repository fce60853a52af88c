// Where the film stands while it plays, as a pure function of the audio clock, and which pieces of
// sound are due. Everything lies on a grid on which every rate has whole samples, so that pieces
// meet without gap or overlap.
import { TICKS_PER_SECOND } from '#core/time/ticks.ts';

/** The rate of the audio clock; the context is opened with it. Frames of it count whole samples. */
export const CLOCK_RATE = 48_000;
export const PLAY_RATES = [0.5, 1, 2, 4, 8] as const;

/** Eight samples: a whole number of clock frames at every rate. */
const GRID_TICKS = (TICKS_PER_SECOND / CLOCK_RATE) * 8;
/** Sound is fetched and scheduled in blocks of one second of film. */
export const BLOCK_TICKS = TICKS_PER_SECOND;

/** One stretch of playing without a change of rate, place or loop. */
export interface FilmRun {
  /** Frame of the audio clock at which `startTick` is heard. */
  readonly startFrame: number;
  readonly startTick: number;
  /** Film seconds per second; negative runs backwards. */
  readonly rate: number;
  /** What is played, end exclusive: the film, or the loop. */
  readonly firstTick: number;
  readonly endTick: number;
  readonly isLooping: boolean;
}

/** A piece of sound inside one block: heard from `fromTick` to `toTick`, which lies before it in reverse. */
export interface SoundPiece {
  readonly startFrame: number;
  readonly fromTick: number;
  readonly toTick: number;
}

/** Where planning goes on; null at the end of the film. */
export type PlanCursor = Pick<FilmRun, 'startFrame' | 'startTick'> | null;

const toGrid = (tick: number): number => Math.round(tick / GRID_TICKS) * GRID_TICKS;

/** A run on the grid, starting inside its range. */
export function createRun(run: FilmRun): FilmRun {
  const firstTick = toGrid(run.firstTick);
  const endTick = Math.max(firstTick + GRID_TICKS, toGrid(run.endTick));
  const wanted = toGrid(run.startTick);
  const isInside = run.rate > 0 ? wanted < endTick : wanted > firstTick;
  const fallback = run.rate > 0 ? firstTick : endTick;
  const startTick =
    run.isLooping && !(isInside && wanted >= firstTick && wanted <= endTick)
      ? fallback
      : Math.min(endTick, Math.max(firstTick, wanted));
  return { ...run, firstTick, endTick, startTick };
}

function framesOf(ticks: number, rate: number): number {
  return Math.round((ticks * CLOCK_RATE) / (TICKS_PER_SECOND * Math.abs(rate)));
}

/** What is heard at a time of the audio clock. Before the start it stands, at the end it stands. */
export function tickAt(run: FilmRun, clockSeconds: number): number {
  const elapsed = Math.max(0, clockSeconds - run.startFrame / CLOCK_RATE);
  const tick = run.startTick + elapsed * run.rate * TICKS_PER_SECOND;
  if (!run.isLooping) return Math.min(run.endTick, Math.max(run.firstTick, tick));
  const length = run.endTick - run.firstTick;
  const past = (tick - run.firstTick) % length;
  if (tick >= run.firstTick && tick < run.endTick) return tick;
  return run.firstTick + (past < 0 ? past + length : past);
}

/** Time of the audio clock at which the last sound has been heard; null: never. */
export function endSeconds(run: FilmRun): number | null {
  if (run.isLooping) return null;
  const left = run.rate > 0 ? run.endTick - run.startTick : run.startTick - run.firstTick;
  return (run.startFrame + framesOf(left, run.rate)) / CLOCK_RATE;
}

/** The block of film that holds the sound heard next at `tick`. */
export function blockOf(tick: number, rate: number): number {
  return rate > 0 ? Math.floor(tick / BLOCK_TICKS) : Math.ceil(tick / BLOCK_TICKS) - 1;
}

/** The next piece, and where to go on after it. */
export function nextPiece(
  run: FilmRun,
  cursor: NonNullable<PlanCursor>,
): { readonly piece: SoundPiece; readonly next: PlanCursor } | null {
  const { startFrame, startTick } = cursor;
  const isForward = run.rate > 0;
  const limit = isForward ? run.endTick : run.firstTick;
  if (startTick === limit) {
    if (!run.isLooping) return null;
    const wrapped = isForward ? run.firstTick : run.endTick;
    return nextPiece(run, { startFrame, startTick: wrapped });
  }
  const block = blockOf(startTick, run.rate);
  const border = (isForward ? block + 1 : block) * BLOCK_TICKS;
  const toTick = isForward ? Math.min(limit, border) : Math.max(limit, border);
  const next = {
    startFrame: startFrame + framesOf(Math.abs(toTick - startTick), run.rate),
    startTick: toTick,
  };
  return { piece: { startFrame, fromTick: startTick, toTick }, next };
}

/** Pieces that start before `untilFrame`. */
export function planPieces(
  run: FilmRun,
  cursor: PlanCursor,
  untilFrame: number,
): { readonly pieces: readonly SoundPiece[]; readonly cursor: PlanCursor } {
  const pieces: SoundPiece[] = [];
  let at = cursor;
  while (at !== null && at.startFrame < untilFrame) {
    const planned = nextPiece(run, at);
    if (planned === null) return { pieces, cursor: null };
    pieces.push(planned.piece);
    at = planned.next;
  }
  return { pieces, cursor: at };
}
