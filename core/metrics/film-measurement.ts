// What measuring a film gives: plain JSON, every figure read from the pixels of the film.

/** Correlation of one person's lips with somebody else's voice. */
export interface LipOther {
  /** Index of the voice. */
  readonly voice: number;
  /** Pearson over the whole film; null when one of the two never changes. */
  readonly r: number | null;
  /** Pearson inside the person's own speaking intervals. */
  readonly rInside: number | null;
  /** Pearson outside them: above 0 this person mouths somebody else's words. */
  readonly rOutside: number | null;
}

/** Figures of one person. Null: not measurable, because nobody speaks, or nothing changes. */
export interface PersonMeasurement {
  /** Index of the person, left to right. */
  readonly person: number;
  readonly framesSeen: number;
  readonly framesMissed: number;
  /** Pearson of lip opening and own voice level (dB) over the whole film, lag 0. */
  readonly lipOwn: number | null;
  /** The same inside the own speaking intervals. */
  readonly lipOwnSpeaking: number | null;
  /** 95th percentile of `lipOwnSpeaking` with the voice shifted circularly: what chance gives. */
  readonly lipOwnChance: number | null;
  /** Shift of the voice, in frames, that fits the lips best inside speech; positive: lips are late. */
  readonly lipOwnLagFrames: number | null;
  /** Pearson of lip opening and the `open` curve of the viseme encoder inside speech. */
  readonly lipOwnViseme: number | null;
  readonly lipOthers: readonly LipOther[];
  /** Mean frame-to-frame change of lip opening while speaking, in face units (`faceScale`). */
  readonly lipMotionSpeaking: number | null;
  /** The same while silent, at least LIP_MARGIN_SECONDS away from own speech. */
  readonly lipMotionSilent: number | null;
  /** `lipMotionSilent` over `lipMotionSpeaking`: 0 keeps still, 1 moves as if speaking. */
  readonly silentRatio: number | null;
  /** Standard deviation of lip opening while speaking. */
  readonly lipSpreadSpeaking: number | null;
  /** 5th and 95th percentile of lip opening while speaking. */
  readonly lipRangeSpeaking: readonly [low: number, high: number] | null;
  /** Mean displacement of the eye keypoints per frame while not speaking, in face units. */
  readonly eyeMotionListening: number | null;
  readonly eyeMotionSpeaking: number | null;
  readonly blinks: number;
  /** What the detector alone adds: frame-to-frame change on one frame under sub-pixel shifts. */
  readonly noise: { readonly eyeMotion: number; readonly lipMotion: number } | null;
}

/** Changes at the first frame of each chunk against ordinary changes. */
export interface SeamMeasurement {
  readonly count: number;
  /** Largest |d| at a seam over the 95th percentile elsewhere, over all curves; at most 1.5 is good. */
  readonly maxRatio: number | null;
  /** The same per curve. */
  readonly lips: number | null;
  readonly head: number | null;
  readonly picture: number | null;
  /** Per seam, by frame: the largest ratio over all curves. */
  readonly jumps: readonly { readonly frame: number; readonly jump: number | null }[];
}

export interface FilmMeasurement {
  readonly frames: number;
  /** Frames per second. */
  readonly frameRate: number;
  readonly people: readonly PersonMeasurement[];
  readonly seams: SeamMeasurement;
}

export interface PersonComparison {
  readonly person: number;
  /** Pearson of the two films' lip openings inside the speaking intervals, lag 0. */
  readonly lipSpeaking: number | null;
  /** Over the whole film. */
  readonly lipWhole: number | null;
  /** Best lag within 0.2 s, in seconds; positive: the measured film is late. */
  readonly bestLagSeconds: number | null;
  readonly bestLagR: number | null;
}

export interface FilmComparison {
  readonly people: readonly PersonComparison[];
  /** Mean of `lipSpeaking` over the people that have one. */
  readonly meanLipSpeaking: number | null;
}
