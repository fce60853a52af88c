// What planning a render must know of the draft generator.

/** Frames of one grid chunk: 3.2 s at 25 fps. */
export const DRAFT_CHUNK_FRAMES = 80;

/** Frames of visemes, level and score that must be known beyond the last planned frame: 1 s. */
export const DRAFT_LOOKAHEAD_FRAMES = 25;

/** No viseme hears further than this many frames from its own: a block of the encoder and its reach. */
export const DRAFT_SOUND_CONTEXT_FRAMES = 100;
