// The shape of a person in the picture: the matte where there is one, else a figure around the face.
import type { FaceAnalysis } from '#core/people/face-analysis.ts';
import type { StageSize } from '../../stage/place-picture.ts';
import { distanceField } from './distance-field.ts';

/** Wide enough for an edge that looks smooth, small enough for eight people. */
const MASK_WIDTH = 640;
const FIELD_WIDTH = 160;

export interface PersonMask {
  /** White where the person is, in the picture's proportions. */
  readonly shape: HTMLCanvasElement;
  /** Pixels of the picture from a point of it to the person; 0 inside. */
  readonly distanceTo: (x: number, y: number) => number;
}

function contextOf(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('No 2D canvas.');
  return context;
}

const heightFor = (width: number, picture: StageSize): number =>
  Math.max(1, Math.round((width * picture.height) / picture.width));

/** The alpha of a matte that has one, else its luminance, as the film takes it. */
export function maskFromMatte(matte: ImageBitmap, picture: StageSize): PersonMask {
  const [width, height] = [MASK_WIDTH, heightFor(MASK_WIDTH, picture)];
  const context = contextOf(width, height);
  context.drawImage(matte, 0, 0, width, height);
  const image = context.getImageData(0, 0, width, height);
  const { data } = image;
  const hasAlpha = data.some((value, index) => index % 4 === 3 && value < 255);
  for (let i = 0; i < data.length; i += 4) {
    const coverage = hasAlpha
      ? data[i + 3]
      : 0.2126 * data[i] + 0.7152 * data[i + 1] + 0.0722 * data[i + 2];
    data.set([255, 255, 255, coverage], i);
  }
  context.putImageData(image, 0, 0);
  return maskOf(context.canvas, picture);
}

/** Head and shoulders as they usually are around a face of this size. */
export function maskFromFace(face: FaceAnalysis, picture: StageSize): PersonMask {
  const [width, height] = [MASK_WIDTH, heightFor(MASK_WIDTH, picture)];
  const context = contextOf(width, height);
  const scale = width / picture.width;
  context.scale(scale, scale);
  context.fillStyle = '#fff';
  const [x, y, w, h] = face.box;
  const [left, , regionWidth] = face.region;
  const bottom = face.region[1] + face.region[3];
  const middle = x + w / 2;
  const shoulders = Math.min(bottom, y + 1.45 * h);
  context.beginPath();
  context.ellipse(middle, y + 0.42 * h, 0.68 * w, 0.78 * h, 0, 0, 2 * Math.PI);
  context.fill();
  context.beginPath();
  context.moveTo(middle - 0.35 * w, y + 0.9 * h);
  context.lineTo(middle + 0.35 * w, y + 0.9 * h);
  context.quadraticCurveTo(middle + 0.4 * w, shoulders, left + 0.92 * regionWidth, shoulders);
  context.quadraticCurveTo(left + regionWidth, shoulders, left + regionWidth, bottom);
  context.lineTo(left, bottom);
  context.quadraticCurveTo(left, shoulders, left + 0.08 * regionWidth, shoulders);
  context.quadraticCurveTo(middle - 0.4 * w, shoulders, middle - 0.35 * w, y + 0.9 * h);
  context.fill();
  return maskOf(context.canvas, picture);
}

function maskOf(shape: HTMLCanvasElement, picture: StageSize): PersonMask {
  const [width, height] = [FIELD_WIDTH, heightFor(FIELD_WIDTH, picture)];
  const context = contextOf(width, height);
  context.drawImage(shape, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  const coverage = Uint8Array.from({ length: width * height }, (_, i) => data[4 * i + 3]);
  const field = distanceField(coverage, width, height);
  const cellPx = picture.width / width;
  return {
    shape,
    distanceTo: (x, y) => {
      const column = Math.floor(x / cellPx);
      const row = Math.floor(y / cellPx);
      const inside = [
        Math.max(0, Math.min(width - 1, column)),
        Math.max(0, Math.min(height - 1, row)),
      ] as const;
      const outside = Math.hypot(column - inside[0], row - inside[1]);
      return cellPx * (field[inside[1] * width + inside[0]] + outside);
    },
  };
}
