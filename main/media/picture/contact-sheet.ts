// Many frames on one page, with captions: how a film is judged at a glance.
import sharp from 'sharp';
import type { OverlayOptions } from 'sharp';
import { writeWhole } from '../disk/part-file.ts';
import { LINE_UNITS, strokeText } from './stroke-font.ts';

export interface ContactTile {
  readonly width: number;
  readonly height: number;
  /** sRGB // [H, W, 3] */
  readonly data: Uint8Array;
  /** Under the tile; ASCII letters, digits and common signs. */
  readonly caption?: string;
}

export interface ContactSheetOptions {
  readonly columns: number;
  /** Every tile is scaled to this width; its height follows its aspect. */
  readonly tileWidth: number;
  /** Above the tiles. */
  readonly title?: string;
}

const PAPER = { r: 24, g: 25, b: 28 };
const INK = '#e8e6e1';
const GAP_PX = 12;
const CAPTION_UNIT_PX = 1.6;
const TITLE_UNIT_PX = 2.4;
const STROKE_UNITS = 0.95;

interface Layout {
  readonly width: number;
  readonly height: number;
  readonly rowTops: readonly number[];
  readonly tileHeights: readonly number[];
}

/** Height of a tile on the sheet. */
function scaledHeight(tile: ContactTile, tileWidth: number): number {
  return Math.max(1, Math.round((tile.height * tileWidth) / tile.width));
}

function layOut(tiles: readonly ContactTile[], options: ContactSheetOptions): Layout {
  const { columns, tileWidth } = options;
  const tileHeights = tiles.map((tile) => scaledHeight(tile, tileWidth));
  const rowTops: number[] = [];
  let top = GAP_PX;
  if (options.title !== undefined) top += Math.ceil(LINE_UNITS * TITLE_UNIT_PX) + GAP_PX;
  for (let first = 0; first < tiles.length; first += columns) {
    const row = tiles.slice(first, first + columns);
    const hasCaption = row.some(({ caption }) => caption !== undefined);
    rowTops.push(top);
    top += Math.max(...tileHeights.slice(first, first + columns)) + GAP_PX;
    if (hasCaption) top += Math.ceil(LINE_UNITS * CAPTION_UNIT_PX) + GAP_PX / 2;
  }
  const used = Math.min(columns, tiles.length);
  return { width: used * (tileWidth + GAP_PX) + GAP_PX, height: top, rowTops, tileHeights };
}

/**
 * Writes `tiles`, row by row, as a PNG. The file appears whole or not at all.
 * @throws AppError as `writeWhole`
 * @throws RangeError without tiles or columns
 */
export async function composeContactSheet(
  path: string,
  tiles: readonly ContactTile[],
  options: ContactSheetOptions,
): Promise<void> {
  const { columns, tileWidth } = options;
  if (tiles.length === 0 || columns < 1) throw new RangeError('A contact sheet needs tiles.');
  const layout = layOut(tiles, options);
  const texts: string[] = [];
  if (options.title !== undefined) {
    texts.push(strokeText(options.title, GAP_PX, GAP_PX, TITLE_UNIT_PX).svg);
  }
  const overlays: OverlayOptions[] = [];
  for (const [i, tile] of tiles.entries()) {
    const left = GAP_PX + (i % columns) * (tileWidth + GAP_PX);
    const top = layout.rowTops[Math.floor(i / columns)];
    const height = layout.tileHeights[i];
    const input = await sharp(tile.data, {
      raw: { width: tile.width, height: tile.height, channels: 3 },
    })
      .resize(tileWidth, height, { fit: 'fill' })
      .raw()
      .toBuffer();
    overlays.push({ input, raw: { width: tileWidth, height, channels: 3 }, left, top });
    if (tile.caption !== undefined) {
      texts.push(strokeText(tile.caption, left, top + height + GAP_PX / 2, CAPTION_UNIT_PX).svg);
    }
  }
  const { width, height } = layout;
  const style = `fill="none" stroke="${INK}" stroke-width="${STROKE_UNITS}" stroke-linecap="round" stroke-linejoin="round"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><g ${style}>${texts.join('')}</g></svg>`;
  const png = await sharp({ create: { width, height, channels: 3, background: PAPER } })
    .composite([...overlays, { input: Buffer.from(svg), left: 0, top: 0 }])
    .png({ compressionLevel: 8 })
    .toBuffer();
  await writeWhole(path, png);
}
