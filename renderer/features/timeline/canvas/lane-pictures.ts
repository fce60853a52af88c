// Lanes while the wheel turns: drawn once per doubling of the scale into pictures that the next steps
// only move and squeeze, so that a step costs as much as a few pictures, whatever the lanes hold. When
// the gesture rests the lanes are drawn as they are.
import { drawBitmap } from '../draw/draw-bitmap.ts';
import { shownTicks, type Band, type Pen } from '../draw/pen.ts';

/** Columns of a picture; one is about a pixel wide when it is shown. */
const COLUMNS = 512;
/** Of one lane; a picture of a high one takes about 200 KiB, of a low one 50. */
const MAX_KEPT = 96;
const MAX_LANES = 64;
/** How many doublings away a picture may stand in for another. */
const FARTHEST = 3;
const LEVEL_KEYS = 2 ** 32;

interface Picture {
  readonly bitmap: ImageBitmap;
  readonly startTick: number;
  readonly columnTicks: number;
  /** Something was not known yet when it was drawn. */
  readonly isLacking: boolean;
}

interface LanePictures {
  /** What it is drawn from: with anything else all pictures are wrong. */
  readonly inputs: readonly unknown[];
  readonly pictures: Map<number, Picture>;
}

export interface PicturedLane {
  readonly key: string;
  readonly inputs: readonly unknown[];
  readonly band: Band;
  /** Draws without words, at any scale. */
  draw(pen: Pen, band: Band): void;
}

export class LanePicturesCache {
  private readonly lanes = new Map<string, LanePictures>();
  /** Pictures that may still be drawn now. */
  private left = 0;

  /** @param count pictures that the next drawing may make, apart from those that nothing stands in for */
  allow(count: number): void {
    this.left = count;
  }

  /** Shows a lane by its pictures. */
  show(pen: Pen, lane: PicturedLane): void {
    const { pictures } = this.lane(lane);
    const [firstTick, endTick] = shownTicks(pen);
    const level = Math.round(Math.log2(pen.scale.ticksPerPixel));
    const pictureTicks = COLUMNS * 2 ** level;
    const last = Math.floor(endTick / pictureTicks);
    for (let index = Math.floor(firstTick / pictureTicks); index <= last; index++) {
      const left = Math.round((index * pictureTicks - firstTick) / pen.scale.ticksPerPixel);
      const right = Math.round(((index + 1) * pictureTicks - firstTick) / pen.scale.ticksPerPixel);
      for (const picture of this.find(pen, lane, pictures, level, index)) {
        const columnPx = picture.columnTicks / pen.scale.ticksPerPixel;
        const x = (picture.startTick - firstTick) / pen.scale.ticksPerPixel;
        paste(pen, lane.band, picture.bitmap, x, columnPx, left, right);
      }
    }
  }

  private lane({ key, inputs }: PicturedLane): LanePictures {
    const known = this.lanes.get(key);
    const isSame =
      known?.inputs.length === inputs.length &&
      known.inputs.every((each, index) => each === inputs[index]);
    if (isSame) return known;
    const lane: LanePictures = { inputs, pictures: new Map() };
    this.drop(key);
    this.lanes.set(key, lane);
    for (const oldest of this.lanes.keys()) if (this.lanes.size > MAX_LANES) this.drop(oldest);
    return lane;
  }

  /** Memory of bitmaps is given back at once, not when the collector comes round. */
  private drop(key: string): void {
    for (const { bitmap } of this.lanes.get(key)?.pictures.values() ?? []) bitmap.close();
    this.lanes.delete(key);
  }

  dispose(): void {
    for (const key of this.lanes.keys()) this.drop(key);
  }

  /** The picture of a stretch, or those that stand in for it. */
  private find(
    pen: Pen,
    lane: PicturedLane,
    pictures: Map<number, Picture>,
    level: number,
    index: number,
  ): readonly Picture[] {
    const own = pictures.get(level * LEVEL_KEYS + index);
    if (own !== undefined && (!own.isLacking || this.left <= 0)) return [own];
    const others = this.left > 0 ? [] : standIns(pictures, level, index);
    if (others.length > 0) return others;
    this.left--;
    const picture = drawPicture(pen, lane, level, index);
    const key = level * LEVEL_KEYS + index;
    own?.bitmap.close();
    pictures.delete(key);
    pictures.set(key, picture);
    for (const [oldest, { bitmap }] of pictures) {
      if (pictures.size <= MAX_KEPT) break;
      bitmap.close();
      pictures.delete(oldest);
    }
    return [picture];
  }
}

/** The coarser picture around, or the finer ones that make up all of it. */
function standIns(
  pictures: ReadonlyMap<number, Picture>,
  level: number,
  index: number,
): readonly Picture[] {
  for (let away = 1; away <= FARTHEST; away++) {
    const count = 2 ** away;
    const coarser = pictures.get((level + away) * LEVEL_KEYS + Math.floor(index / count));
    if (coarser !== undefined) return [coarser];
    const finer: Picture[] = [];
    for (let i = 0; i < count; i++) {
      const each = pictures.get((level - away) * LEVEL_KEYS + index * count + i);
      if (each === undefined) break;
      finer.push(each);
    }
    if (finer.length === count) return finer;
  }
  return [];
}

function drawPicture(pen: Pen, lane: PicturedLane, level: number, index: number): Picture {
  const { heightPx } = lane.band;
  const columnTicks = 2 ** level;
  const startTick = index * COLUMNS * columnTicks;
  const lack = { isAny: false };
  const scale = { startTick, ticksPerPixel: columnTicks };
  const bitmap = drawBitmap(COLUMNS, heightPx, (context) => {
    const own: Pen = { ...pen, context, scale, widthPx: COLUMNS, heightPx, lack };
    lane.draw(own, { topPx: 0, heightPx });
  });
  return { bitmap, startTick, columnTicks, isLacking: lack.isAny };
}

/** Shows of a picture what lies between two whole pixels, so that pictures meet without a seam. */
function paste(
  { context, widthPx }: Pen,
  { topPx, heightPx }: Band,
  bitmap: ImageBitmap,
  x: number,
  columnPx: number,
  left: number,
  right: number,
): void {
  const from = Math.max(0, left, Math.round(x));
  const to = Math.min(widthPx, right, Math.round(x + COLUMNS * columnPx));
  if (to <= from) return;
  const source = Math.min(COLUMNS, Math.max(0, (from - x) / columnPx));
  const width = Math.min(COLUMNS - source, (to - from) / columnPx);
  context.drawImage(bitmap, source, 0, width, bitmap.height, from, topPx, to - from, heightPx);
}
