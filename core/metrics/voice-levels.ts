import { readPadded, VOICE_SAMPLE_RATE, type VoiceSamples } from '../speech/voice-samples.ts';

/** Levels further than this under the loudest frame are silence, however quiet the room is. */
const DYNAMIC_RANGE_DB = 50;

/**
 * Level of a voice under each frame of a film, 10 log10(mean x^2) in dBFS, never more than 50 dB under
 * the loudest frame. // [frames]
 */
export function voiceLevelsDb(
  voice: VoiceSamples,
  frames: number,
  framesPerSecond: number,
): Float32Array {
  const levels = new Float32Array(frames);
  let loudest = -Infinity;
  for (let frame = 0; frame < frames; frame++) {
    const start = Math.round((frame * VOICE_SAMPLE_RATE) / framesPerSecond);
    const end = Math.round(((frame + 1) * VOICE_SAMPLE_RATE) / framesPerSecond);
    const samples = readPadded(voice, start, end - start);
    let sum = 0;
    for (const sample of samples) sum += sample * sample;
    levels[frame] = 10 * Math.log10(sum / samples.length + 1e-10);
    loudest = Math.max(loudest, levels[frame]);
  }
  return levels.map((level) => Math.max(level, loudest - DYNAMIC_RANGE_DB));
}
