// Where the window was when it was closed. A damaged or missing file means a fresh window.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeWhole } from '#main/media/disk/part-file.ts';
import { MIN_HEIGHT_PX, MIN_WIDTH_PX } from './window-size.ts';

const edge = z.number().int().min(-32_768).max(32_768);
const boundsSchema = z.strictObject({
  /** Null: where the system puts it. */
  x: edge.nullable(),
  y: edge.nullable(),
  width: z.number().int().min(MIN_WIDTH_PX).max(32_768),
  height: z.number().int().min(MIN_HEIGHT_PX).max(32_768),
  isMaximized: z.boolean(),
});
export type WindowBounds = z.infer<typeof boundsSchema>;

const FRESH: WindowBounds = { x: null, y: null, width: 1600, height: 1000, isMaximized: false };

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The remembered window, unless it lies on no screen any more. */
export function readWindowState(path: string, screens: readonly Rectangle[]): WindowBounds {
  let text;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    // The first start has no file.
    return FRESH;
  }
  const parsed = boundsSchema.safeParse(parseJson(text));
  if (!parsed.success) return FRESH;
  return isVisible(parsed.data, screens) ? parsed.data : { ...parsed.data, x: null, y: null };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Enough of the title bar is on a screen to be dragged. */
function isVisible({ x, y, width }: WindowBounds, screens: readonly Rectangle[]): boolean {
  if (x === null || y === null) return true;
  return screens.some(
    (screen) =>
      x + width > screen.x + 100 &&
      x < screen.x + screen.width - 100 &&
      y >= screen.y &&
      y < screen.y + screen.height - 40,
  );
}

/** Throws AppError as `writeWhole` does. */
export function writeWindowState(path: string, bounds: WindowBounds): Promise<void> {
  return writeWhole(path, Buffer.from(JSON.stringify(bounds)));
}
