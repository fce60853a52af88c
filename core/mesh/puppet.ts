// The puppet: everything about one person's picture mesh that does not change from frame to
// frame. Plain data, so that threads can share it and a WebGL back end can upload it as it is.

import type { HeadFrame } from './head-frame.ts';
import type { Vector3 } from './vector3.ts';

/** A decoded picture: rows from the top, three bytes per pixel. */
export interface RgbPicture {
  readonly width: number;
  readonly height: number;
  /** // [H, W, 3] */
  readonly data: Uint8Array;
}

export type Rgb = readonly [red: number, green: number, blue: number];

/** Displacements in E of a few vertices per unit of one control (a morph target). */
export interface MorphTarget {
  /** // [n] */
  readonly vertices: Uint16Array;
  /** // [n, 3] */
  readonly offsets: Float32Array;
}

/** Controls of the face shape; `deformPuppet` derives their amounts from a motion vector. */
export type MorphName =
  | 'open'
  | 'shut'
  | 'press'
  | 'width'
  | 'round'
  | 'labiodental'
  | 'jaw'
  | 'smile'
  | 'asymmetry'
  | 'blinkL'
  | 'blinkR'
  | 'squint'
  | 'lidFollow'
  | 'browInner'
  | 'browOuter';

/** An image of straight (not premultiplied) RGBA. */
export interface RgbaTexture {
  readonly width: number;
  readonly height: number;
  /** // [H, W, 4] */
  readonly data: Uint8Array;
}

/** One byte per pixel. */
export interface Mask {
  readonly width: number;
  readonly height: number;
  /** // [H, W] */
  readonly data: Uint8Array;
}

/** A mask whose top left pixel lies at (`left`, `top`) of the picture. */
export interface PlacedMask {
  readonly left: number;
  readonly top: number;
  readonly mask: Mask;
}

/** A grid of points in the head frame that carries a texture: a row of teeth, for example. */
export interface TexturedSheet {
  readonly columns: number;
  readonly rows: number;
  /** Rest positions in E, row-major. // [rows*columns, 3] */
  readonly points: Float32Array;
  /** Texture coordinates in texture pixels. // [rows*columns, 2] */
  readonly uv: Float32Array;
  readonly texture: RgbaTexture;
}

export interface MouthModel {
  /** Vertices of the inner lip lines, picture left to right, both corners included. // [11] */
  readonly upperLine: readonly number[];
  readonly lowerLine: readonly number[];
  /** Inner lip gap of the picture as analysis measured it, in E: this command gives it back. */
  readonly restGap: number;
  /** Half the distance between the inner mouth corners, in E. */
  readonly halfWidth: number;
  readonly upperTeeth: TexturedSheet;
  readonly lowerTeeth: TexturedSheet;
  /** What the picture shows between the lips; fixed to the head. Null when the mouth is shut. */
  readonly sourceInterior: TexturedSheet | null;
  readonly lipColor: Rgb;
  readonly cavityColor: Rgb;
  readonly tongueColor: Rgb;
}

export interface EyeModel {
  /** Vertices of the widened lid lines, picture left to right, both corners included. // [9] */
  readonly upperLine: readonly number[];
  readonly lowerLine: readonly number[];
  /** Centre of the opening, in E. */
  readonly center: Vector3;
  /** Centre of the iris in source pixels, and its radius in pixels. */
  readonly irisPx: readonly [x: number, y: number];
  readonly irisRadiusPx: number;
  /** Where the eyeball may shift with the gaze: 0 at the lids, 255 well inside. */
  readonly freedom: PlacedMask;
  readonly lashColor: Rgb;
  /** False when the eye is shut in the picture: there is nothing to blink. */
  readonly canBlink: boolean;
}

/** How the body under the head moves. Picture pixels. */
export interface TorsoModel {
  readonly pivotX: number;
  readonly bottomY: number;
  readonly shoulderY: number;
}

export interface MotionLimits {
  /** Factor on head rotation, below 1 for turned faces. */
  readonly rotationGain: number;
  /** Largest lip gap in E; 0 when the mouth must not move at all. */
  readonly maxGap: number;
  /** Factor on all other mouth controls. */
  readonly mouthGain: number;
}

export interface Puppet {
  /** Size of the picture this puppet was built for. */
  readonly width: number;
  readonly height: number;
  readonly head: HeadFrame;
  /** Neck pivot of head rotation, in E. */
  readonly pivot: Vector3;
  /** Rest positions in picture pixels: the texture coordinates. // [V, 2] */
  readonly source: Float32Array;
  /** Rest positions in the head frame, in E. // [V, 3] */
  readonly local: Float32Array;
  /** Depth that head rotation uses, in E. // [V] */
  readonly relief: Float32Array;
  /** How much of the head's motion a vertex follows, 0..1. // [V] */
  readonly headWeight: Float32Array;
  /** How much of the torso's motion a vertex follows, 0..1. // [V] */
  readonly torsoWeight: Float32Array;
  /** 1 inside the picture, falling to 0 at its border. // [V] */
  readonly borderWeight: Float32Array;
  /** Vertex triples in painter's order: surroundings, then the face, farthest first. // [T, 3] */
  readonly triangles: Uint16Array;
  /** Index of the first triangle of the face. */
  readonly firstFaceTriangle: number;
  readonly morphs: Readonly<Record<MorphName, MorphTarget>>;
  readonly mouth: MouthModel;
  readonly eyes: readonly [EyeModel, EyeModel];
  readonly torso: TorsoModel;
  readonly limits: MotionLimits;
}
