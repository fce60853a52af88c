// What analysis knows about one face of a still: the contract between perception and the puppet.

/** x, y, width, height in source pixels. */
export type Box = readonly [x: number, y: number, width: number, height: number];

export const LANDMARK_COUNT = 478;

export interface HeadPose {
  /** Radians; 0 is frontal, positive nods down. */
  readonly pitch: number;
  /** Radians; positive turns to the right of the picture. */
  readonly yaw: number;
  /** Radians; positive is clockwise in the picture. */
  readonly roll: number;
}

export interface MouthAppearance {
  /** Inner lip gap at the mouth centre in E (3-D distance of the outer eye corners). */
  readonly gap: number;
  /** `closed`: gap under 0.04 E. `teeth`: open and more than a quarter of the opening is teeth. */
  readonly state: 'closed' | 'open' | 'teeth';
  /** Share of the inner-lip polygon that looks like teeth, 0..1. */
  readonly teethFraction: number;
}

export interface FaceAnalysis {
  /** Box of the face alone. */
  readonly box: Box;
  /** Box of the person: head, hair, shoulders down to the frame's edge. Regions do not overlap. */
  readonly region: Box;
  /** Refined 478-point mesh, x and y in source pixels, z in the same scale (smaller is nearer). // [478*3] */
  readonly landmarks: readonly number[];
  readonly headPose: HeadPose;
  readonly mouth: MouthAppearance;
  /** Eye opening over eye width per eye, picture-left eye first; under 0.12 the eye is shut. */
  readonly eyeAspect: readonly [left: number, right: number];
  /** Detector confidence, 0..1. */
  readonly confidence: number;
  /** Mean landmark distance between the refinement crops over face size; 0.001 to 0.005 is good. */
  readonly landmarkSpread: number;
}

/** People are named by letter, left to right: A, B, C... */
export function personName(index: number): string {
  return (
    String.fromCharCode(65 + (index % 26)) + (index >= 26 ? String(Math.floor(index / 26)) : '')
  );
}
