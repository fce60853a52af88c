// With a clean plate and a matte, a person is lifted off the picture and moves over the plate, so
// that nothing behind a head bends. What stands in front of the person stays where it is.
// At rest the layers add up to the picture again.

import type { FrameBuffer, Rect } from './frame-buffer.ts';
import { createFrameBuffer, packPixel, padBorder } from './frame-buffer.ts';
import { findFront } from './find-front.ts';

export interface CutOut {
  /** The person alone, premultiplied by coverage. */
  readonly person: FrameBuffer;
  /** What stands in front of the person, premultiplied. */
  readonly front: FrameBuffer;
}

/** Below this coverage the colour of a pixel says too little about the person. */
const CREDIBLE = 128;

/** The plate where somebody stands, the picture everywhere else (its shadows are real). */
export function findBackground(
  source: FrameBuffer,
  plate: FrameBuffer,
  mattes: readonly (Uint8Array | null)[],
): FrameBuffer {
  const { width, height, stride } = source;
  const background = createFrameBuffer(width, height);
  background.pixels.set(source.pixels);
  for (const matte of mattes) {
    if (!matte) continue;
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        if (matte[y * width + x] > 0) {
          background.pixels[y * stride + x] = plate.pixels[y * stride + x];
        }
      }
    }
  }
  padBorder(background);
  return background;
}

/**
 * Lifts one person. Soft pixels of `background` are adjusted so that person over background is
 * exactly the picture.
 * @param shoulderY row from which things may stand in front of the person
 */
export function cutOutPerson(
  source: FrameBuffer,
  background: FrameBuffer,
  matte: Uint8Array,
  shoulderY: number,
): CutOut {
  const { width, height, stride } = source;
  const person = createFrameBuffer(width, height);
  const front = createFrameBuffer(width, height);
  const isFront = findFront(matte, width, height, shoulderY);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * stride + x;
      const alpha = matte[y * width + x];
      const pixel = source.pixels[at];
      if (isFront[y * width + x] === 1) {
        const under =
          alpha > CREDIBLE
            ? unmix(pixel, background.pixels[at], alpha)
            : neighbourOf(person, at, stride);
        person.pixels[at] = under;
        front.pixels[at] = remainder(pixel, under, alpha, 255 - alpha);
      } else if (alpha > 0) {
        const part = remainder(pixel, background.pixels[at], 255 - alpha, alpha);
        person.pixels[at] = part;
        background.pixels[at] = behind(pixel, part, background.pixels[at], 255 - alpha);
      }
    }
  }
  padBorder(person);
  padBorder(background);
  return { person, front };
}

type Channel = (shift: number) => number;

function pack(channel: Channel, alpha: number): number {
  return packPixel(channel(0), channel(8), channel(16), alpha);
}

function clampTo(value: number, max: number): number {
  return Math.min(max, Math.max(0, Math.round(value)));
}

/** `pixel` without the share of `other`, premultiplied by `alpha`. */
function remainder(pixel: number, other: number, share: number, alpha: number): number {
  return pack(
    (shift) => clampTo(((pixel >> shift) & 255) - (((other >> shift) & 255) * share) / 255, alpha),
    alpha,
  );
}

/** The full colour of a person that covers `alpha` of a pixel over `other`. */
function unmix(pixel: number, other: number, alpha: number): number {
  return pack((shift) => {
    const own = ((pixel >> shift) & 255) - (((other >> shift) & 255) * (255 - alpha)) / 255;
    return clampTo((own * 255) / alpha, 255);
  }, 255);
}

/** What must lie behind a premultiplied part for both to give `pixel`. */
function behind(pixel: number, part: number, plate: number, share: number): number {
  if (share < 16) return plate;
  return pack(
    (shift) => clampTo(((((pixel >> shift) & 255) - ((part >> shift) & 255)) * 255) / share, 255),
    255,
  );
}

/** The person continues under what stands in front, so that a moving chest leaves no gap. */
function neighbourOf(person: FrameBuffer, at: number, stride: number): number {
  const left = at > 0 ? person.pixels[at - 1] : 0;
  const above = at >= stride ? person.pixels[at - stride] : 0;
  return above >>> 24 === 255 ? above : left;
}

/** Lays the moved person, then what stands in front, over the frame, and clears `moved`. */
export function composeOver(
  frame: FrameBuffer,
  moved: FrameBuffer,
  cutOut: CutOut,
  area: Rect,
): void {
  const below = frame.pixels;
  const layer = moved.pixels;
  const front = cutOut.front.pixels;
  for (let y = area.top; y < area.bottom; y++) {
    const end = y * frame.stride + area.right;
    for (let i = y * frame.stride + area.left; i < end; i++) {
      const p = layer[i];
      if (p !== 0) {
        below[i] = p >>> 24 === 255 ? p : over(p, below[i]);
        layer[i] = 0;
      }
      const f = front[i];
      if (f !== 0) below[i] = f >>> 24 === 255 ? f : over(f, below[i]);
    }
  }
}

/** Premultiplied `top` over opaque `bottom`. */
function over(top: number, bottom: number): number {
  const rest = 255 - (top >>> 24);
  const channel: Channel = (shift) =>
    Math.min(255, ((top >> shift) & 255) + Math.round((((bottom >> shift) & 255) * rest) / 255));
  return pack(channel, 255);
}
