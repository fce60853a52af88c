// The part of a take that a delivery asks for.
import type { ExportSettings } from '#core/contract/project-types.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { FrameRange } from '#core/render/chunk-plan.ts';
import { ticksToFrame, ticksToFrameCount } from '#core/time/ticks.ts';
import type { TakeRecord } from '../project-store/tables/take-record.ts';

/** Frames counted in the take's film. Throws AppError `empty-range`. */
export function rangeInTake(
  { firstFrame, frames, rate, name }: Pick<TakeRecord, 'firstFrame' | 'frames' | 'rate' | 'name'>,
  range: ExportSettings['range'],
): FrameRange {
  const inTick = range?.inTick ?? null;
  const outTick = range?.outTick ?? null;
  const first = inTick === null ? 0 : Math.max(0, ticksToFrame(inTick, rate) - firstFrame);
  const end =
    outTick === null ? frames : Math.min(frames, ticksToFrameCount(outTick, rate) - firstFrame);
  if (first < end) return { first, end };
  throw new AppError({
    category: 'usage',
    code: 'empty-range',
    message: `"${name}" shows nothing between In and Out.`,
    hint: 'Move In and Out, or deliver all of it.',
  });
}
