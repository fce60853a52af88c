// Sizes of the viseme encoder; training/viseme/network.py has the same.

/** Mouth shapes in the order of the network's output. */
export const MOUTH_SHAPES = ['open', 'width', 'round', 'close', 'labiodental', 'tongue'] as const;

export const MOUTH_SHAPE_COUNT = MOUTH_SHAPES.length;

export const VISEME_CONFIG = {
  /** 100 Hz feature frames that make one 25 Hz frame. */
  stackedFrames: 4,
  /** Frame t starts this many feature frames before 4 t. */
  stackLead: 2,
  channels: 120,
  taps: 3,
  dilations: [1, 2, 4, 1],
  normEpsilon: 1e-5,
  /** 25 Hz frames that an output sees on each side: 2 convolutions and the blocks. 0.4 s. */
  reachFrames: 10,
  /** Frames per run. Blocks lie on a fixed grid, so a frame never depends on how a film is cut. */
  blockFrames: 64,
} as const;

/** Bounds of each mouth shape. The network may overshoot by a little. */
export const MOUTH_SHAPE_BOUNDS: readonly (readonly [min: number, max: number])[] = [
  [0, 1.2],
  [-1, 1],
  [0, 1],
  [0, 1],
  [0, 1],
  [0, 1],
];
