// Inputs of a small project, for tests that need one.
import type { FaceAnalysis } from '#core/people/face-analysis.ts';
import type { ImageInput, VoiceInput } from '#core/project/commands/media-input.ts';
import type { IdSource } from '#core/project/ids.ts';
import { TICKS_PER_SECOND } from '#core/time/ticks.ts';

/** Counts: id-1, id-2... */
export function countingIds(prefix = 'id'): IdSource {
  let count = 0;
  return () => `${prefix}-${++count}`;
}

const path = (name: string) => ({ relativePath: name, absolutePath: `/media/${name}` });
const digest = (digit: number) => digit.toString(16).padStart(64, '0');

export function fakeImage(name = 'picture.png', width = 1280, height = 720): ImageInput {
  return { ...path(name), sha256: digest(width), bytes: width, facts: { width, height } };
}

export function fakeVoice(name = 'a.wav', seconds = 10): VoiceInput {
  const durationTicks = seconds * TICKS_PER_SECOND;
  return {
    ...path(name),
    sha256: digest(seconds),
    bytes: 1000 * seconds,
    facts: { channels: 1, sampleRate: 48_000, durationTicks },
  };
}

/** A face of 100x120 pixels whose box starts at (x, y). */
export function fakeFace(x: number, y = 200): FaceAnalysis {
  return {
    box: [x, y, 100, 120],
    region: [x - 40, y - 60, 180, 520],
    landmarks: Array.from({ length: 478 * 3 }, (_, i) => x + (i % 97)),
    headPose: { pitch: 0, yaw: 0.1, roll: 0 },
    mouth: { gap: 0.01, state: 'closed', teethFraction: 0 },
    eyeAspect: [0.3, 0.31],
    confidence: 0.98,
    landmarkSpread: 0.002,
  };
}
