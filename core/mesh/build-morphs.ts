// Collects the morph targets of one face; what surrounds the face follows mouth and chin.

import {
  blinkOffsets,
  browInnerOffset,
  browOuterOffset,
  lidFollowOffsets,
  squintOffsets,
} from './eye-morphs.ts';
import { EYES, FACE_VERTICES } from './landmark-groups.ts';
import type { MouthColumns, MouthPlace } from './mouth-columns.ts';
import { placeNearMouth } from './mouth-columns.ts';
import {
  asymmetryOffset,
  jawOffset,
  labiodentalOffset,
  openOffset,
  pressOffset,
  roundOffset,
  shutOffset,
  smileOffset,
  widthOffset,
  type Offset,
} from './mouth-morphs.ts';
import type { MorphName, MorphTarget } from './puppet.ts';
import type { RestShape } from './rest-shape.ts';

const NEGLIGIBLE = 1e-5;

function toTarget(offsets: Iterable<readonly [number, Offset]>): MorphTarget {
  const kept = [...offsets].filter(([, d]) => Math.hypot(d[0], d[1], d[2]) > NEGLIGIBLE);
  return {
    vertices: Uint16Array.from(kept, ([vertex]) => vertex),
    offsets: Float32Array.from(kept.flatMap(([, offset]) => offset)),
  };
}

/** @param strength factor per vertex: 1 on the face, falling outside it. // [face + rings] */
export function buildMorphs(
  shape: RestShape,
  columns: MouthColumns,
  strength: Float32Array,
): Record<MorphName, MorphTarget> {
  const places = Array.from(strength, (_, vertex) => placeNearMouth(shape, columns, vertex));
  const scaled = (vertex: number, [dx, dy, dz]: Offset): Offset => {
    const s = strength[vertex];
    return [dx * s, dy * s, dz * s];
  };
  const mouth = (offsetOf: (place: MouthPlace) => Offset): MorphTarget =>
    toTarget(places.map((place, vertex) => [vertex, scaled(vertex, offsetOf(place))] as const));
  const face = (offsetOf: (vertex: number) => Offset): MorphTarget =>
    toTarget(Array.from({ length: FACE_VERTICES }, (_, v) => [v, scaled(v, offsetOf(v))] as const));
  return {
    open: mouth((place) => openOffset(columns, place)),
    shut: mouth((place) => shutOffset(columns, place)),
    press: mouth(pressOffset),
    width: mouth(widthOffset),
    round: mouth(roundOffset),
    labiodental: mouth(labiodentalOffset),
    jaw: mouth(jawOffset),
    smile: mouth(smileOffset),
    asymmetry: mouth(asymmetryOffset),
    blinkL: toTarget(blinkOffsets(shape, EYES[0])),
    blinkR: toTarget(blinkOffsets(shape, EYES[1])),
    squint: toTarget(squintOffsets(shape)),
    lidFollow: toTarget(lidFollowOffsets()),
    browInner: face((vertex) => browInnerOffset(shape, vertex)),
    browOuter: face((vertex) => browOuterOffset(shape, vertex)),
  };
}
