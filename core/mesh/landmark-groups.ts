// Named groups of the 468-point canonical face mesh. "Left" and "right" are sides of the picture.

/** Inner lip line without its corners, picture left to right. */
export const UPPER_INNER_LIP = [191, 80, 81, 82, 13, 312, 311, 310, 415] as const;
export const LOWER_INNER_LIP = [95, 88, 178, 87, 14, 317, 402, 318, 324] as const;
export const MOUTH_CORNERS = [78, 308] as const;

/** The row of vertices right outside the inner lip line, and the row in the middle of the lip. */
export const UPPER_LIP_NEXT = [183, 42, 41, 38, 12, 268, 271, 272, 407] as const;
export const LOWER_LIP_NEXT = [96, 89, 179, 86, 15, 316, 403, 319, 325] as const;
export const UPPER_LIP_MIDDLE = [184, 74, 73, 72, 11, 302, 303, 304, 408] as const;
export const LOWER_LIP_MIDDLE = [77, 90, 180, 85, 16, 315, 404, 320, 307] as const;
export const UPPER_LIP_OUTER = [185, 40, 39, 37, 0, 267, 269, 270, 409] as const;
export const LOWER_LIP_OUTER = [146, 91, 181, 84, 17, 314, 405, 321, 375] as const;
/** Vertices that join both lips at the corners. */
export const LIP_JOINTS = [78, 308, 61, 291, 62, 76, 306, 292] as const;

/** Closed contour of the mouth opening: upper line left to right, lower line back. // [20] */
export const MOUTH_CONTOUR = [
  78,
  ...UPPER_INNER_LIP,
  308,
  ...LOWER_INNER_LIP.toReversed(),
] as const;

export interface EyeGroup {
  /** Upper and lower lid line without the corners, picture left to right; entries pair up. */
  readonly upper: readonly number[];
  readonly lower: readonly number[];
  readonly corners: readonly [number, number];
  /** First row above the upper lid line (the crease), and the row above that. */
  readonly crease: readonly number[];
  readonly fold: readonly number[];
  /** First row below the lower lid line. */
  readonly bag: readonly number[];
  /** Centre of the iris among the refined points 468..477. */
  readonly iris: number;
  readonly irisRing: readonly number[];
}

/** The eye on the left of the picture, then the one on the right. */
export const EYES: readonly [EyeGroup, EyeGroup] = [
  {
    upper: [246, 161, 160, 159, 158, 157, 173],
    lower: [7, 163, 144, 145, 153, 154, 155],
    corners: [33, 133],
    crease: [247, 30, 29, 27, 28, 56, 190],
    fold: [113, 225, 224, 223, 222, 221, 189],
    bag: [25, 110, 24, 23, 22, 26, 112],
    iris: 473,
    irisRing: [474, 475, 476, 477],
  },
  {
    upper: [398, 384, 385, 386, 387, 388, 466],
    lower: [382, 381, 380, 374, 373, 390, 249],
    corners: [362, 263],
    crease: [414, 286, 258, 257, 259, 260, 467],
    fold: [413, 441, 442, 443, 444, 445, 342],
    bag: [341, 256, 252, 253, 254, 339, 255],
    iris: 468,
    irisRing: [469, 470, 471, 472],
  },
];

/** Closed contour of one eye opening: upper line from corner 0 to corner 1, lower line back. // [16] */
export function eyeContour(eye: EyeGroup): number[] {
  return [eye.corners[0], ...eye.upper, eye.corners[1], ...eye.lower.toReversed()];
}

/** Where the brows start (near the nose) and end, picture left and right. */
export const BROW_INNER = [107, 336] as const;
export const BROW_OUTER = [70, 300] as const;

/** Outline of the canonical face, clockwise from the top of the forehead. */
export const FACE_OVAL = [
  10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148,
  176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
] as const;

export const NOSE_BASE = 2;
export const CHIN = 152;
export const FOREHEAD_TOP = 10;
export const NOSE_BRIDGE = 168;
/** Cheeks and forehead, for the colour of the skin. */
export const SKIN_SAMPLES = [205, 425, 50, 280, 101, 330] as const;
/** Middle of both lips, for the colour of the lips. */
export const LIP_SAMPLES = [85, 315, 16, 72, 302, 180, 404] as const;

export const FACE_VERTICES = 468;
