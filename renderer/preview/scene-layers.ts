// Takes a picture with clean plate and mattes apart, so that people move over what is behind them.
// The layers add up to the picture again.

import { findFront } from './find-front.ts';
import { rgbOf } from './pixel-bytes.ts';
import type { PersonLayers, PreviewScene, SceneLayers } from './preview-scene.ts';

/** Up to this coverage a pixel says too little about the colour of the person. */
const CREDIBLE = 128;
/** With less than this share of it visible, a background colour cannot be told from the mix. */
const MIN_SHARE = 16;

export function layerScene(scene: PreviewScene): SceneLayers {
  const { width, height } = scene;
  const picture = rgbOf(scene.picture, width * height);
  const plate = scene.plate && rgbOf(scene.plate, width * height);
  const mattes = scene.puppets.map((_, i) => (plate && scene.mattes?.[i]) ?? null);
  const background = picture.slice();
  if (plate) for (const matte of mattes) if (matte) uncover(background, plate, matte);
  const people = scene.puppets.map((puppet, i) => {
    const matte = mattes[i];
    if (!matte) return null;
    const isFront = findFront(matte, width, height, Math.round(puppet.torso.shoulderY));
    return liftPerson(picture, background, matte, isFront, width);
  });
  return { background, people };
}

/** Shows the plate wherever somebody stands; elsewhere the picture's own shadows are real. */
function uncover(background: Uint8Array, plate: Uint8Array, matte: Uint8Array): void {
  for (let at = 0, o = 0; at < matte.length; at++, o += 3) {
    if (matte[at] === 0) continue;
    background[o] = plate[o];
    background[o + 1] = plate[o + 1];
    background[o + 2] = plate[o + 2];
  }
}

/** Adjusts soft pixels of `background`, so that person over background is exactly the picture. */
function liftPerson(
  picture: Uint8Array,
  background: Uint8Array,
  matte: Uint8Array,
  isFront: Uint8Array,
  width: number,
): PersonLayers {
  const person = new Uint8Array(4 * matte.length);
  const front = new Uint8Array(4 * matte.length);
  for (let at = 0; at < matte.length; at++) {
    const alpha = matte[at];
    const rest = 255 - alpha;
    if (isFront[at] === 1) {
      if (alpha <= CREDIBLE) continueUnderFront(person, at, width);
      else person[4 * at + 3] = 255;
      front[4 * at + 3] = rest;
    } else if (alpha > 0) {
      person[4 * at + 3] = alpha;
    } else continue;
    for (let c = 0; c < 3; c++) {
      const i = 4 * at + c;
      const color = picture[3 * at + c];
      const behind = background[3 * at + c];
      if (isFront[at] === 1) {
        if (alpha > CREDIBLE) {
          person[i] = clampTo(((color - (behind * rest) / 255) * 255) / alpha, 255);
        }
        front[i] = clampTo(color - (person[i] * alpha) / 255, rest);
      } else {
        person[i] = clampTo(color - (behind * rest) / 255, alpha);
        if (rest >= MIN_SHARE) {
          background[3 * at + c] = clampTo(((color - person[i]) * 255) / rest, 255);
        }
      }
    }
  }
  return { person, front };
}

function clampTo(value: number, max: number): number {
  return Math.min(max, Math.max(0, Math.round(value)));
}

/** The person goes on under what stands in front, so that a moving chest leaves no gap. */
function continueUnderFront(person: Uint8Array, at: number, width: number): void {
  const isAboveSolid = at >= width && person[4 * (at - width) + 3] === 255;
  const from = isAboveSolid ? at - width : at % width > 0 ? at - 1 : -1;
  if (from >= 0) person.copyWithin(4 * at, 4 * from, 4 * from + 4);
}
