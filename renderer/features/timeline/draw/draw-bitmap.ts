// Pictures beside the screen, drawn at once: one canvas for all of them, because making one takes
// longer than drawing on it.

let scratch: OffscreenCanvas | null = null;

/** @param draw on a canvas that is empty and has no state yet */
export function drawBitmap(
  widthPx: number,
  heightPx: number,
  draw: (context: OffscreenCanvasRenderingContext2D) => void,
): ImageBitmap {
  scratch ??= new OffscreenCanvas(1, 1);
  const context = scratch.getContext('2d');
  if (context === null) throw new Error('The browser gives no canvas.');
  // A new size empties it and takes its state away.
  scratch.width = Math.ceil(widthPx);
  scratch.height = Math.ceil(heightPx);
  draw(context);
  return scratch.transferToImageBitmap();
}
