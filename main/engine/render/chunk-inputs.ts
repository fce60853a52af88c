// Per person, what a chunk's motion is planned from: the mouth shapes and the level of whatever
// voice is in the mouth at each frame.

import type { EncodedVoice } from '#models/models/viseme/viseme-encoder.ts';
import { VISEME_SIZE } from '#models/pipelines/draft/draft-cast.ts';

/** Level of a mouth without a voice, dB. */
const NO_VOICE_DB = -120;

/**
 * Picks each frame from the voice that the person has there; zeros where there is none.
 * @param voiceOfFrame index into the voices, -1 for none. // [T]
 * @param features by voice, over the same frames
 */
export function selectFeatures(
  voiceOfFrame: Int8Array,
  features: ReadonlyMap<number, EncodedVoice>,
): EncodedVoice {
  const frames = voiceOfFrame.length;
  const shapes = new Float32Array(frames * VISEME_SIZE);
  const levelDb = new Float32Array(frames).fill(NO_VOICE_DB);
  for (let frame = 0; frame < frames; frame++) {
    const voice = voiceOfFrame[frame];
    const source = features.get(voice);
    if (!source) continue;
    const at = frame * VISEME_SIZE;
    shapes.set(source.shapes.subarray(at, at + VISEME_SIZE), at);
    levelDb[frame] = source.levelDb[frame];
  }
  return { shapes, levelDb };
}
