import type { FrameRange } from '#core/render/chunk-plan.ts';
import type { MotionTrack } from '#core/render/motion-tracks.ts';
import type { MotionRequest } from '#main/engine/protocol/methods.ts';

/** The tracks of everybody over a chunk and its lookahead; after the film's end everybody listens. */
export function trackSlice(
  tracks: readonly MotionTrack[],
  grid: FrameRange,
  lookaheadFrames: number,
): Pick<MotionRequest, 'voiceOfFrame' | 'scores' | 'poses'> {
  const length = grid.end - grid.first + lookaheadFrames;
  return {
    voiceOfFrame: tracks.map((track) => {
      const voices = new Int8Array(length).fill(-1);
      voices.set(track.voiceOfFrame.subarray(grid.first, grid.first + length));
      return voices;
    }),
    scores: tracks.map((track) => {
      const scores = new Float32Array(length).fill(-1);
      scores.set(track.scores.subarray(grid.first, grid.first + length));
      return scores;
    }),
    poses: tracks.map((track) => track.poseOf(grid)),
  };
}
