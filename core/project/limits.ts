// What a project may hold at most. A hostile file stops here, not in memory.

export const LIMITS = {
  people: 8,
  voices: 16,
  media: 256,
  assignments: 4096,
  scoreKeys: 100_000,
  poseKeys: 100_000,
  markers: 10_000,
  nameCharacters: 64,
  noteCharacters: 2000,
  pathCharacters: 32_768,
  /** Pixels along one side of the film. */
  minSide: 64,
  maxSide: 8192,
  /** Pixels along one side of a picture. */
  maxPictureSide: 65_535,
  /** 2^53 ticks is 147 days of film. */
  ticks: Number.MAX_SAFE_INTEGER,
  mediaBytes: Number.MAX_SAFE_INTEGER,
  channels: 64,
  /** Lip offset of a voice, either way: 200 ms. */
  voiceOffsetTicks: 141_120_000,
  sampleRate: 768_000,
} as const;
