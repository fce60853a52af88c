// One value per frame, and least and greatest values per 4, 16, 64... frames, so that a line over
// ten hours costs as much to draw as one over ten seconds. NaN: no value.

export const PYRAMID_STEP = 4;
const LEVELS = 6;
/** Ranges that are reduced on their own: `PYRAMID_STEP ** LEVELS` frames. */
export const BLOCK_FRAMES = PYRAMID_STEP ** LEVELS;

export interface PyramidLevel {
  readonly low: Float32Array;
  readonly high: Float32Array;
}

export interface ScorePyramid {
  readonly values: Float32Array;
  /** `levels[i]` has one pair per `PYRAMID_STEP ** (i + 1)` frames. */
  readonly levels: readonly PyramidLevel[];
}

export function makePyramid(values: Float32Array): ScorePyramid {
  const levels = Array.from({ length: LEVELS }, (_, i) => {
    const count = Math.ceil(values.length / PYRAMID_STEP ** (i + 1));
    return { low: new Float32Array(count).fill(NaN), high: new Float32Array(count).fill(NaN) };
  });
  return { values, levels };
}

/** Reduces one block anew. */
export function reduceBlock({ values, levels }: ScorePyramid, block: number): void {
  let { low, high }: PyramidLevel = { low: values, high: values };
  let perBlock = BLOCK_FRAMES;
  for (const level of levels) {
    perBlock /= PYRAMID_STEP;
    const end = Math.min(level.low.length, (block + 1) * perBlock);
    for (let i = block * perBlock; i < end; i++) {
      let [least, greatest] = [NaN, NaN];
      const last = Math.min(low.length, (i + 1) * PYRAMID_STEP);
      for (let at = i * PYRAMID_STEP; at < last; at++) {
        if (!(low[at] >= least)) least = Number.isNaN(low[at]) ? least : low[at];
        if (!(high[at] <= greatest)) greatest = Number.isNaN(high[at]) ? greatest : high[at];
      }
      level.low[i] = least;
      level.high[i] = greatest;
    }
    ({ low, high } = level);
  }
}

export function reduceAll(pyramid: ScorePyramid): ScorePyramid {
  const blocks = Math.ceil(pyramid.values.length / BLOCK_FRAMES);
  for (let block = 0; block < blocks; block++) reduceBlock(pyramid, block);
  return pyramid;
}

/** The level with at least one pair per column; -1: the values themselves. */
export function levelOf(framesPerColumn: number): number {
  if (framesPerColumn < PYRAMID_STEP) return -1;
  const level = Math.floor(Math.log(framesPerColumn) / Math.log(PYRAMID_STEP)) - 1;
  return Math.min(LEVELS - 1, level);
}
