// The points of a face that a user drags; the rest of the mesh follows them. "Left" and "right" are
// sides of the picture.

/** In the order in which the keyboard walks them. */
export const FACE_HANDLES = {
  forehead: 10,
  leftEyeOuter: 33,
  leftEyeInner: 133,
  rightEyeInner: 362,
  rightEyeOuter: 263,
  leftSide: 234,
  rightSide: 454,
  noseTip: 1,
  leftMouthCorner: 61,
  upperLip: 0,
  upperLipInside: 13,
  lowerLipInside: 14,
  lowerLip: 17,
  rightMouthCorner: 291,
  leftJaw: 172,
  chin: 152,
  rightJaw: 397,
} as const;

export type FaceHandle = keyof typeof FACE_HANDLES;
export const FACE_HANDLE_NAMES = Object.keys(FACE_HANDLES) as FaceHandle[];

/** What a drag can move: one point, or the face as it is. */
export const FACE_PARTS = ['wholeFace', ...FACE_HANDLE_NAMES] as const;
export type FacePart = 'wholeFace' | FaceHandle;

/** As words in the middle of a sentence. */
export const FACE_PART_WORDS: Readonly<Record<FacePart, string>> = {
  wholeFace: 'whole face',
  forehead: 'forehead',
  leftEyeOuter: 'left eye, outer corner',
  leftEyeInner: 'left eye, inner corner',
  rightEyeInner: 'right eye, inner corner',
  rightEyeOuter: 'right eye, outer corner',
  leftSide: 'left side of the face',
  rightSide: 'right side of the face',
  noseTip: 'tip of the nose',
  leftMouthCorner: 'left mouth corner',
  upperLip: 'upper lip',
  upperLipInside: 'inside of the upper lip',
  lowerLipInside: 'inside of the lower lip',
  lowerLip: 'lower lip',
  rightMouthCorner: 'right mouth corner',
  leftJaw: 'left jaw',
  chin: 'chin',
  rightJaw: 'right jaw',
};
