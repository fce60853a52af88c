// Who is driven by which voice: each person in their colour, everything else hatched.
import type { PersonMask } from '../masks/person-mask.ts';

export interface PersonTint {
  readonly mask: PersonMask;
  readonly hex: string;
  /** 0 leaves the person as the rest of the picture is. */
  readonly fill: number;
  readonly isEdged: boolean;
  /** Two voices at once in this mouth. */
  readonly isConflict: boolean;
}

const HATCH_PX = 5;
const EDGE_PX = 1.5;
const HATCH_DARK = 'rgb(14 15 18 / 62%)';
const HATCH_LIGHT = 'rgb(14 15 18 / 46%)';
const CONFLICT_HEX = '#ff6b5e';

/** Stripes at 45 degrees that meet without a seam. */
function stripes(first: string, second: string, scale: number): CanvasPattern | null {
  const side = Math.round(2 * HATCH_PX * Math.SQRT2 * scale);
  const tile = document.createElement('canvas');
  tile.width = side;
  tile.height = side;
  const pen = tile.getContext('2d');
  if (pen === null) return null;
  pen.fillStyle = second;
  pen.fillRect(0, 0, side, side);
  const bar = (from: number): void => {
    pen.beginPath();
    pen.moveTo(from, 0);
    pen.lineTo(from + side / 2, 0);
    pen.lineTo(from + side / 2 - side, side);
    pen.lineTo(from - side, side);
    pen.closePath();
    pen.save();
    pen.clip();
    pen.clearRect(0, 0, side, side);
    pen.fillStyle = first;
    pen.fillRect(0, 0, side, side);
    pen.restore();
  };
  for (const from of [0, side]) bar(from);
  return pen.createPattern(tile, 'repeat');
}

/** The shape, filled. */
function filled(
  shape: HTMLCanvasElement,
  size: { readonly width: number; readonly height: number },
  fill: string | CanvasPattern,
): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = size.width;
  canvas.height = size.height;
  const pen = canvas.getContext('2d');
  if (pen === null) return canvas;
  pen.drawImage(shape, 0, 0, size.width, size.height);
  pen.globalCompositeOperation = 'source-in';
  pen.fillStyle = fill;
  pen.fillRect(0, 0, size.width, size.height);
  return canvas;
}

/** The outer edge: the shape moved all around, less the shape. */
function edgeOf(
  shape: HTMLCanvasElement,
  size: { readonly width: number; readonly height: number },
  hex: string,
  widthPx: number,
): HTMLCanvasElement {
  const solid = filled(shape, size, hex);
  const canvas = document.createElement('canvas');
  canvas.width = size.width;
  canvas.height = size.height;
  const pen = canvas.getContext('2d');
  if (pen === null) return canvas;
  for (let i = 0; i < 12; i++) {
    const angle = (i * Math.PI) / 6;
    pen.drawImage(solid, widthPx * Math.cos(angle), widthPx * Math.sin(angle));
  }
  pen.globalCompositeOperation = 'destination-out';
  pen.drawImage(solid, 0, 0);
  return canvas;
}

/** @param scale device pixels per CSS pixel */
export function drawBindings(
  pen: CanvasRenderingContext2D,
  tints: readonly PersonTint[],
  isHatched: boolean,
  scale: number,
): void {
  const { width, height } = pen.canvas;
  const size = { width, height };
  pen.clearRect(0, 0, width, height);
  if (isHatched) {
    pen.fillStyle = stripes(HATCH_DARK, HATCH_LIGHT, scale) ?? HATCH_LIGHT;
    pen.fillRect(0, 0, width, height);
    pen.globalCompositeOperation = 'destination-out';
    for (const { mask, fill } of tints)
      if (fill > 0) pen.drawImage(mask.shape, 0, 0, width, height);
    pen.globalCompositeOperation = 'source-over';
  }
  for (const { mask, hex, fill, isEdged, isConflict } of tints) {
    if (fill > 0) {
      pen.globalAlpha = fill;
      pen.drawImage(filled(mask.shape, size, hex), 0, 0);
      pen.globalAlpha = 1;
    }
    if (isConflict) {
      const hatch = stripes('rgb(11 18 32 / 75%)', `${hex}88`, scale) ?? hex;
      pen.drawImage(filled(mask.shape, size, hatch), 0, 0);
    }
    if (isEdged || isConflict) {
      const edge = edgeOf(mask.shape, size, isConflict ? CONFLICT_HEX : hex, EDGE_PX * scale);
      pen.drawImage(edge, 0, 0);
    }
  }
}
