// What the live preview draws: the same pictures and puppets as a film, at film size.

import type { Puppet } from '#core/mesh/puppet.ts';

export interface PreviewScene {
  readonly width: number;
  readonly height: number;
  /** The picture at this size, three or four bytes per pixel. // [H, W, 3|4] */
  readonly picture: Uint8Array;
  readonly puppets: readonly Puppet[];
  /** The same picture without people, when known. // [H, W, 3|4] */
  readonly plate?: Uint8Array;
  /** Coverage 0..255 per person; used together with `plate`. // [H, W] */
  readonly mattes?: readonly (Uint8Array | null)[];
  /** Made from the pictures when missing; `loadPreviewScene` makes them off the main thread. */
  readonly layers?: SceneLayers;
}

/** The picture taken apart. */
export interface SceneLayers {
  /** What stays where it is. // [H, W, 3] */
  readonly background: Uint8Array;
  /** Per person; null for those who move as part of the picture. */
  readonly people: readonly (PersonLayers | null)[];
}

export interface PersonLayers {
  /** The person alone, premultiplied. // [H, W, 4] */
  readonly person: Uint8Array;
  /** What stands in front of the person, premultiplied. // [H, W, 4] */
  readonly front: Uint8Array;
}

/** The large arrays, which may move to another thread instead of being copied. */
export function pixelsOf({ picture, plate, mattes, layers }: PreviewScene): ArrayBuffer[] {
  const people = layers?.people.flatMap((person) => [person?.person, person?.front]) ?? [];
  const arrays = [picture, plate, ...(mattes ?? []), layers?.background, ...people];
  const buffers = arrays.flatMap((array) => (array ? [array.buffer as ArrayBuffer] : []));
  return [...new Set(buffers)];
}
