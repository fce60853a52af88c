import { setImmediate as nextTurn } from 'node:timers/promises';
import { scoreVoicesInSteps } from '#core/speech/score-voices.ts';
import type { SpeakingScore } from '#core/speech/speaking-score.ts';
import type { OnProgress } from '../on-progress.ts';
import type { VoiceSource } from '../protocol/methods.ts';
import { withVoices } from './open-voices.ts';

/** Speaking scores of all voices against each other; progress counts per mille. */
export function scoreVoiceFiles(
  voices: readonly VoiceSource[],
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<{ scores: readonly SpeakingScore[] }> {
  return withVoices(voices, async (readers) => {
    const steps = scoreVoicesInSteps(
      readers.map((reader) => ({ read: reader.read, sampleCount: reader.samples })),
    );
    let step = steps.next();
    while (step.done !== true) {
      onProgress(Math.floor(step.value * 1000), 1000);
      await nextTurn();
      signal.throwIfAborted();
      step = steps.next();
    }
    return { scores: step.value };
  });
}
