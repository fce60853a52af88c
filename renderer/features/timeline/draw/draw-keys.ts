// Key glyphs: square holds, diamond is linear, circle is smooth. Nothing is made per key: glyphs of
// one kind are one path, and where keys stand closer than glyphs they become marks.
import { lowerBound } from '#core/project/row-order.ts';
import { penX, shownTicks, type Pen } from './pen.ts';

export type GlyphShape = 'hold' | 'linear' | 'bezier';

export interface DrawnKey {
  readonly id: string;
  readonly tick: number;
}

const RADIUS_PX = 4.5;
const SELECTED_RADIUS_PX = 5.5;
const HOVER_RADIUS_PX = 12;
/** Mean distance of keys below which they are marks. */
export const GLYPH_FROM_PX = 7;
/** Marks stand at least this far apart. */
const MARK_PX = 3;

/** Indexes of keys on screen, and one to either side. */
export function shownKeys(
  pen: Pen,
  keys: readonly { readonly tick: number }[],
): readonly [from: number, to: number] {
  const [firstTick, endTick] = shownTicks(pen);
  const marginTicks = HOVER_RADIUS_PX * pen.scale.ticksPerPixel;
  const from = lowerBound(keys, ({ tick }) => tick < firstTick - marginTicks);
  const to = lowerBound(keys, ({ tick }) => tick <= endTick + marginTicks);
  return [Math.max(0, from - 1), Math.min(keys.length, to + 1)];
}

export function areDense(pen: Pen, from: number, to: number): boolean {
  return to - from > pen.widthPx / GLYPH_FROM_PX;
}

export interface KeyGlyphs<K extends DrawnKey> {
  readonly keys: readonly K[];
  readonly color: string;
  readonly selectedIds: ReadonlySet<string>;
  readonly shapeOf: (key: K) => GlyphShape;
  /** Null: this key has no glyph. */
  readonly yOf: (key: K) => number | null;
}

/** Glyphs of the keys [from, to). */
export function drawKeyGlyphs<K extends DrawnKey>(
  pen: Pen,
  glyphs: KeyGlyphs<K>,
  from: number,
  to: number,
): void {
  if (areDense(pen, from, to)) {
    drawMarks(pen, glyphs, from, to);
    return;
  }
  const plain = new Map<GlyphShape, Path2D>();
  const selected = new Map<GlyphShape, Path2D>();
  for (let i = from; i < to; i++) {
    const key = glyphs.keys[i];
    const y = glyphs.yOf(key);
    if (y === null) continue;
    const isSelected = glyphs.selectedIds.has(key.id);
    const shape = glyphs.shapeOf(key);
    const paths = isSelected ? selected : plain;
    let path = paths.get(shape);
    if (path === undefined) paths.set(shape, (path = new Path2D()));
    traceGlyph(path, shape, penX(pen, key.tick), y, isSelected ? SELECTED_RADIUS_PX : RADIUS_PX);
  }
  const { context, palette } = pen;
  context.strokeStyle = glyphs.color;
  for (const [paths, fill, linePx] of [
    [plain, palette.bg1, 2],
    [selected, palette.text1, 2.5],
  ] as const) {
    context.fillStyle = fill;
    context.lineWidth = linePx;
    for (const path of paths.values()) {
      context.fill(path);
      context.stroke(path);
    }
  }
}

function traceGlyph(path: Path2D, shape: GlyphShape, x: number, y: number, radius: number): void {
  if (shape === 'hold') {
    path.rect(x - radius + 0.5, y - radius + 0.5, 2 * radius - 1, 2 * radius - 1);
  } else if (shape === 'linear') {
    const reach = radius + 0.7;
    path.moveTo(x, y - reach);
    path.lineTo(x + reach, y);
    path.lineTo(x, y + reach);
    path.lineTo(x - reach, y);
    path.closePath();
  } else {
    path.moveTo(x + radius, y);
    path.arc(x, y, radius, 0, 2 * Math.PI);
  }
}

/** Keys closer than glyphs: one mark per three pixels, found by search and not by looking at all. */
function drawMarks<K extends DrawnKey>(
  pen: Pen,
  glyphs: KeyGlyphs<K>,
  from: number,
  to: number,
): void {
  const { context, palette, scale } = pen;
  const stepTicks = MARK_PX * scale.ticksPerPixel;
  const chosen = new Path2D();
  context.beginPath();
  for (let i = from; i < to;) {
    const key = glyphs.keys[i];
    const y = glyphs.yOf(key);
    const x = penX(pen, key.tick);
    if (y !== null) {
      const path = glyphs.selectedIds.has(key.id) ? chosen : context;
      path.rect(x - 1, y - 1.5, 2, 3);
    }
    const limit = key.tick + stepTicks;
    const [low, high] = [i + 1, Math.min(to, i + 64)];
    if (high <= low) break;
    // Usually the next mark is near: look there before searching the rest.
    i = glyphs.keys[high - 1].tick >= limit ? searchFrom(glyphs.keys, low, high, limit) : high;
  }
  context.fillStyle = glyphs.color;
  context.fill();
  context.fillStyle = palette.text1;
  context.fill(chosen);
}

function searchFrom(keys: readonly DrawnKey[], low: number, high: number, tick: number): number {
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keys[middle].tick < tick) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The disc under the pointer, 24 px: as large as what can be hit. */
export function drawHoverDisc({ context, palette }: Pen, x: number, y: number): void {
  context.fillStyle = palette.text1;
  context.globalAlpha = 0.09;
  context.beginPath();
  context.arc(x, y, HOVER_RADIUS_PX, 0, 2 * Math.PI);
  context.fill();
  context.globalAlpha = 1;
}

export function drawFocusRing({ context, palette }: Pen, x: number, y: number): void {
  context.strokeStyle = palette.focus;
  context.lineWidth = 2;
  context.beginPath();
  context.roundRect(x - 10, y - 10, 20, 20, 4);
  context.stroke();
}
