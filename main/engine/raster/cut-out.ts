// With a clean plate and a matte, a person is lifted off the picture and moves over the plate, so
// that nothing behind a head bends. What stands in front of the person stays where it is.

import type { Puppet } from '#core/mesh/puppet.ts';
import type { FrameBuffer } from './frame-buffer.ts';
import { createFrameBuffer, packPixel, padBorder } from './frame-buffer.ts';

export interface CutOut {
  /** The person alone, premultiplied by coverage. */
  readonly person: FrameBuffer;
  /** Where the moved person is drawn. */
  readonly layer: FrameBuffer;
  /** What stands in front: the picture's pixels, alpha where they cover the person. */
  readonly front: FrameBuffer;
  clear(): void;
}

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
        if (matte[y * width + x] > 0)
          background.pixels[y * stride + x] = plate.pixels[y * stride + x];
      }
    }
  }
  padBorder(background);
  return background;
}

export function cutOutPerson(
  source: FrameBuffer,
  background: FrameBuffer,
  matte: Uint8Array,
  puppet: Puppet,
): CutOut {
  const { width, height, stride } = source;
  const person = createFrameBuffer(width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const alpha = matte[y * width + x];
      if (alpha > 0) {
        const at = y * stride + x;
        person.pixels[at] = foreground(source.pixels[at], background.pixels[at], alpha);
      }
    }
  }
  const front = liftFront(source, matte, puppet);
  fillUnder(person, front);
  padBorder(person);
  const layer = createFrameBuffer(width, height);
  return { person, layer, front, clear: () => layer.pixels.fill(0) };
}

/** What the person adds to a pixel: picture minus the background that shines through. */
function foreground(pixel: number, behind: number, alpha: number): number {
  const channel = (shift: number): number => {
    const value = ((pixel >> shift) & 255) - (((behind >> shift) & 255) * (255 - alpha)) / 255;
    return Math.min(alpha, Math.max(0, Math.round(value)));
  };
  return packPixel(channel(0), channel(8), channel(16), alpha);
}

/**
 * Things in front of the person (microphone, table, mug): uncovered pixels below the shoulders
 * with the person above them, connected to where the person ends at the bottom. A gap between
 * arm and body is not connected to that and stays background.
 */
function liftFront(source: FrameBuffer, matte: Uint8Array, puppet: Puppet): FrameBuffer {
  const { width, height, stride } = source;
  const front = createFrameBuffer(width, height);
  const isFront = findFront(matte, width, height, Math.round(puppet.torso.shoulderY));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (isFront[y * width + x] === 0) continue;
      const alpha = 255 - matte[y * width + x];
      const p = source.pixels[y * stride + x];
      const part = (shift: number): number => Math.round((((p >> shift) & 255) * alpha) / 255);
      front.pixels[y * stride + x] = packPixel(part(0), part(8), part(16), alpha);
    }
  }
  return front;
}

/** 1 where something stands in front. // [H, W] */
function findFront(
  matte: Uint8Array,
  width: number,
  height: number,
  shoulderY: number,
): Uint8Array {
  const candidate = new Uint8Array(width * height);
  const isFront = new Uint8Array(width * height);
  const queue: number[] = [];
  for (let x = 0; x < width; x++) {
    let hasPersonAbove = false;
    for (let y = 0; y < height; y++) {
      const coverage = matte[y * width + x];
      if (coverage > 127) hasPersonAbove = true;
      if (hasPersonAbove && coverage < 255 && y >= shoulderY) candidate[y * width + x] = 1;
    }
    for (let y = height - 1; y >= 0 && matte[y * width + x] < 128; y--) {
      if (candidate[y * width + x] === 1) queue.push(y * width + x);
    }
  }
  for (const seed of queue) isFront[seed] = 1;
  while (queue.length > 0) {
    const at = queue.pop() ?? 0;
    for (const next of [at - 1, at + 1, at - width, at + width]) {
      if (candidate[next] !== 1 || isFront[next] === 1) continue;
      isFront[next] = 1;
      queue.push(next);
    }
  }
  return isFront;
}

/** Extends the person under what stands in front, so that a moving chest leaves no gap. */
function fillUnder(person: FrameBuffer, front: FrameBuffer): void {
  const { width, height, stride } = person;
  for (let y = 1; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * stride + x;
      if (front.pixels[at] >>> 24 === 0 || person.pixels[at] >>> 24 === 255) continue;
      const left = person.pixels[at - 1] >>> 24 === 255 && x > 0 ? person.pixels[at - 1] : 0;
      const above = person.pixels[at - stride];
      person.pixels[at] = left !== 0 && above >>> 24 !== 255 ? left : above;
    }
  }
}

/** Lays the moved person, then what stands in front, over the frame. */
export function composeOver(frame: FrameBuffer, cutOut: CutOut): void {
  const { layer, front } = cutOut;
  for (let i = 0; i < frame.pixels.length; i++) {
    const p = layer.pixels[i];
    if (p !== 0) frame.pixels[i] = over(p, frame.pixels[i]);
    const f = front.pixels[i];
    if (f !== 0) frame.pixels[i] = over(f, frame.pixels[i]);
  }
}

/** Premultiplied `top` over opaque `bottom`. */
function over(top: number, bottom: number): number {
  const rest = 255 - (top >>> 24);
  if (rest === 0) return top;
  const channel = (shift: number): number =>
    Math.min(255, ((top >> shift) & 255) + Math.round((((bottom >> shift) & 255) * rest) / 255));
  return packPixel(channel(0), channel(8), channel(16), 255);
}
