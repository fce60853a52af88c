import { setImmediate as nextTurn } from 'node:timers/promises';
import { SCORE_RATE } from '#core/speech/speaking-score.ts';
import { VOICE_RATE, type PcmReader } from '#main/media/audio/pcm-reader.ts';
import { createVoiceStatistics, type VoiceStatistics } from '#models/audio/voice-statistics.ts';
import type { VisemeEncoder } from '#models/models/viseme/viseme-encoder.ts';
import { VoiceCalibrator, type VoiceCalibration } from '#models/pipelines/draft/calibrate-voice.ts';
import { VISEME_SIZE } from '#models/pipelines/draft/draft-cast.ts';
import type { OnProgress } from '../on-progress.ts';
import type { VoicePreparation, VoiceSource } from '../protocol/methods.ts';
import { withVoices } from './open-voices.ts';

/** Ten seconds: what is held of a voice at a time. */
const BLOCK_SECONDS = 10;
const OPEN = 0;
const CLOSE = 3;

/** What the generator must know of whole voices; progress counts seconds of sound, read twice. */
export function prepareVoiceFiles(
  encoder: VisemeEncoder,
  voices: readonly VoiceSource[],
  scores: readonly Float32Array[],
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<{ preparations: readonly VoicePreparation[] }> {
  return withVoices(voices, async (readers) => {
    const seconds = (samples: number) => Math.ceil(samples / VOICE_RATE);
    const total = 2 * voices.reduce((sum, voice) => sum + seconds(voice.samples), 0);
    let done = 0;
    const blockDone = async () => {
      done += BLOCK_SECONDS;
      onProgress(Math.min(done, total), total);
      await nextTurn();
      signal.throwIfAborted();
    };
    const preparations: VoicePreparation[] = [];
    for (const [index, reader] of readers.entries()) {
      const statistics = await measureStatistics(reader, blockDone);
      const calibration = await calibrate(encoder, reader, statistics, scores[index], blockDone);
      preparations.push({ statistics, calibration });
    }
    return { preparations };
  });
}

async function measureStatistics(
  reader: PcmReader,
  blockDone: () => Promise<void>,
): Promise<VoiceStatistics> {
  const statistics = createVoiceStatistics();
  const block = BLOCK_SECONDS * VOICE_RATE;
  for (let start = 0; start < reader.samples; start += block) {
    statistics.add(reader.read(start, Math.min(block, reader.samples - start)));
    await blockDone();
  }
  return statistics.finish();
}

async function calibrate(
  encoder: VisemeEncoder,
  reader: PcmReader,
  statistics: VoiceStatistics,
  scores: Float32Array,
  blockDone: () => Promise<void>,
): Promise<VoiceCalibration> {
  const calibrator = new VoiceCalibrator();
  const block = BLOCK_SECONDS * SCORE_RATE;
  const frames = Math.ceil((reader.samples * SCORE_RATE) / VOICE_RATE);
  for (let first = 0; first < frames; first += block) {
    const count = Math.min(block, frames - first);
    const { shapes, levelDb } = await encoder.encode(reader.read, statistics, first, count);
    for (let i = 0; i < count; i++) {
      const at = i * VISEME_SIZE;
      calibrator.add(shapes[at + OPEN], shapes[at + CLOSE], levelDb[i], scores[first + i] ?? -1);
    }
    await blockDone();
  }
  return calibrator.finish();
}
