// Morph targets of the mouth and jaw. Amounts: `open` and `jaw` per E, the others per unit.

import type { MouthColumns, MouthPlace } from './mouth-columns.ts';
import { interpolate } from './mouth-columns.ts';
import { smoothStep } from './smooth-step.ts';

export type Offset = [dx: number, dy: number, dz: number];

/** The upper lip takes this share of an opening, the lower lip the rest (spec 1.1). */
const UPPER_SHARE = 0.28;

function lipTravel(place: MouthPlace, own: number, center: number): Offset {
  if (place.side < 0) return [0, -UPPER_SHARE * own * place.upper, 0];
  const down = (1 - UPPER_SHARE) * (own * place.lower + center * place.chin);
  return place.side > 0 ? [0, down, down * 0.25 * place.chin] : [0, 0, 0];
}

const middle = (values: readonly number[]): number => values[(values.length - 1) / 2];

/** One E of opening: full at the centre, none at the corners. */
export function openOffset(columns: MouthColumns, place: MouthPlace): Offset {
  const profile = columns.x.map((x, i) => {
    const isCorner = i === 0 || i === columns.x.length - 1;
    return isCorner ? 0 : Math.sqrt(Math.max(0, 1 - 0.92 * (x / columns.halfWidth) ** 2));
  });
  return lipTravel(place, interpolate(columns.x, profile, place.x), 1);
}

/** Closes the picture's own opening entirely, column by column. */
export function shutOffset(columns: MouthColumns, place: MouthPlace): Offset {
  const own = interpolate(columns.x, columns.gap, place.x);
  return lipTravel(place, -own, -middle(columns.gap));
}

export function jawOffset(place: MouthPlace): Offset {
  return [0, place.chin, 0.25 * place.chin];
}

/** Lips pressed: both become thinner towards the seam. */
export function pressOffset(place: MouthPlace): Offset {
  const near = Math.exp(-((place.belowSeam / 0.16) ** 2)) * (1 - smoothStep(0.9, 1.5, place.aside));
  return [0, -0.3 * place.belowSeam * near, 0.02 * near];
}

export function widthOffset(place: MouthPlace): Offset {
  return [place.x * 0.09 * place.around, 0, 0];
}

/** Pucker: narrower, forward, and fuller lips. */
export function roundOffset(place: MouthPlace): Offset {
  const inner = 1 - Math.min(1, place.aside);
  const fuller = place.isLip ? place.side * 0.018 * (0.4 + 0.6 * inner) : 0;
  return [-place.x * 0.3 * place.around, fuller, -0.07 * place.around * inner];
}

/** Lower lip under the upper teeth, upper lip a little raised. */
export function labiodentalOffset(place: MouthPlace): Offset {
  if (place.side < 0) return [0, -0.022 * place.upper, 0];
  return [0, -0.03 * place.lower, 0.03 * place.lower];
}

function atCorner(place: MouthPlace): number {
  return Math.exp(-(((place.aside - 1.1) / 0.55) ** 2)) * place.around;
}

export function smileOffset(place: MouthPlace): Offset {
  const corner = atCorner(place);
  return [Math.sign(place.x) * 0.06 * corner, -0.1 * corner, 0];
}

/** The corner on the right of the picture rises, the other one falls a little. */
export function asymmetryOffset(place: MouthPlace): Offset {
  const corner = atCorner(place);
  return [0, place.x > 0 ? -0.06 * corner : 0.035 * corner, 0];
}
