import type { Interval } from '../speech/speaking-score.ts';

/** Lips open before a voice is heard and shut after it: this long around speech is neither. */
export const LIP_MARGIN_SECONDS = 0.2;

/** 1 for frames whose middle lies inside an interval. // [frames] */
export function maskInside(
  intervals: readonly Interval[],
  frames: number,
  framesPerSecond: number,
): Uint8Array {
  return Uint8Array.from({ length: frames }, (_, frame) => {
    const seconds = (frame + 0.5) / framesPerSecond;
    return intervals.some(([start, end]) => seconds >= start && seconds < end) ? 1 : 0;
  });
}

/** 1 for frames that keep at least `marginSeconds` away from every interval. // [frames] */
export function maskOutside(
  intervals: readonly Interval[],
  frames: number,
  framesPerSecond: number,
  marginSeconds: number,
): Uint8Array {
  const widened = intervals.map(
    ([start, end]) => [start - marginSeconds, end + marginSeconds] as const,
  );
  return maskInside(widened, frames, framesPerSecond).map((inside) => 1 - inside);
}
