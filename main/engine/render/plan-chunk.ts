// The motion of one grid chunk, for a film or for a preview: the same request, the same numbers.
import { DRAFT_LOOKAHEAD_FRAMES } from '#core/render/draft-limits.ts';
import type { EncodedVoice } from '#models/models/viseme/viseme-encoder.ts';
import type { DraftCast } from '#models/pipelines/draft/draft-cast.ts';
import { type DraftPlan, planMotion } from '#models/pipelines/draft/plan-motion.ts';
import type { MotionRequest, MotionScene } from '../protocol/methods.ts';
import type { VoiceFeatures } from '../voices/voice-features.ts';
import { selectFeatures } from './chunk-inputs.ts';

/** @param cast of the scene */
export async function planChunk(
  scene: MotionScene,
  cast: DraftCast,
  features: VoiceFeatures,
  request: MotionRequest,
): Promise<DraftPlan> {
  const { grid, voiceOfFrame, scores, poses, carry } = request;
  const frameCount = grid.end - grid.first;
  const encoded = new Map<number, EncodedVoice>();
  for (const voice of new Set(voiceOfFrame.flatMap((frames) => [...new Set(frames)]))) {
    if (voice < 0) continue;
    const found = scene.voices.at(voice);
    if (!found) throw new RangeError(`There is no voice ${voice}.`);
    const frames = frameCount + DRAFT_LOOKAHEAD_FRAMES;
    encoded.set(voice, await features.encode(found, grid.first, frames));
  }
  const inputs = voiceOfFrame.map((frames) => selectFeatures(frames, encoded));
  return planMotion({
    cast,
    firstFrame: grid.first,
    frameCount,
    visemes: inputs.map((input) => input.shapes),
    energy: inputs.map((input) => input.levelDb),
    scores,
    poses,
    seed: scene.seed,
    carry,
  });
}
