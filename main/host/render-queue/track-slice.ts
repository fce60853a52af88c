import type { FrameRange } from '#core/render/chunk-plan.ts';
import type { PersonTrack } from '#core/render/person-tracks.ts';
import type { ChunkRequest } from '#main/engine/protocol/methods.ts';

/** The tracks of everybody over a chunk and its lookahead; after the film's end everybody listens. */
export function trackSlice(
  tracks: readonly PersonTrack[],
  grid: FrameRange,
  lookaheadFrames: number,
): Pick<ChunkRequest, 'voiceOfFrame' | 'scores'> {
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
  };
}
