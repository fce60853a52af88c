// From a voice to mouth shapes: 25 a second, 40 ms ahead of the sound, as real mouths are.

import { dirname, join } from 'node:path';

import { AppError } from '#core/errors/app-error.ts';
import { SPEECH_BANDS } from '#models/audio/log-mel.ts';
import type { ReadSamples } from '#models/audio/log-mel.ts';
import { extractSpeechFeatures } from '#models/audio/speech-features.ts';
import type { VoiceStatistics } from '#models/audio/voice-statistics.ts';
import { encodeModel } from '#models/graph/encode-model.ts';
import { createSession } from '#models/runtime/session.ts';
import type { Session } from '#models/runtime/session.ts';
import { openSafetensors } from '#models/weights/safetensors.ts';
import { MOUTH_SHAPE_BOUNDS, MOUTH_SHAPE_COUNT, VISEME_CONFIG } from './config.ts';
import { buildVisemeGraph, FEATURES_INPUT, RUN_FRAMES, SHAPES_OUTPUT } from './graph.ts';

export const VISEME_WEIGHTS_FILE = 'viseme.safetensors';

export interface EncodedVoice {
  /** In the order of MOUTH_SHAPES, within MOUTH_SHAPE_BOUNDS. // [T, 6] */
  readonly shapes: Float32Array;
  /** Level of each frame's 40 ms in dB relative to the voice's speech level; 0 is average speech. // [T] */
  readonly levelDb: Float32Array;
}

export class VisemeEncoder {
  private readonly session: Session;

  private constructor(session: Session) {
    this.session = session;
  }

  /**
   * `folder` holds viseme.safetensors.
   * Throws AppError `weights-missing`, `weights-damaged`, `weights-do-not-fit`, `model-not-loadable`.
   */
  static async load(folder: string): Promise<VisemeEncoder> {
    const weights = await openSafetensors(join(folder, VISEME_WEIGHTS_FILE));
    const bytes = encodeModel(buildVisemeGraph(weights));
    const model = { bytes, weightsFolder: dirname(weights.path) };
    return new VisemeEncoder(await createSession(model, { provider: 'cpu', threads: 1 }));
  }

  /**
   * Mouth shapes of frames `firstFrame` to `firstFrame + frameCount` at 25 fps; frame t stands for
   * time t / 25 s. Frames before and after the voice are silence. The result for a frame is the same
   * bytes whatever range it is asked in. `statistics` must cover the whole voice; `readSamples` is
   * asked for at most 3.4 s at a time, inside the voice.
   */
  async encode(
    readSamples: ReadSamples,
    statistics: VoiceStatistics,
    firstFrame: number,
    frameCount: number,
  ): Promise<EncodedVoice> {
    if (!Number.isSafeInteger(firstFrame) || !Number.isSafeInteger(frameCount) || frameCount < 0) {
      throw new RangeError(`no frames ${firstFrame} + ${frameCount}`);
    }
    const { blockFrames } = VISEME_CONFIG;
    const shapes = new Float32Array(frameCount * MOUTH_SHAPE_COUNT);
    const levelDb = new Float32Array(frameCount);
    const end = firstFrame + frameCount;
    for (let start = firstFrame; start < end;) {
      const block = Math.floor(start / blockFrames);
      const stop = Math.min(end, (block + 1) * blockFrames);
      const encoded = await this.encodeBlock(readSamples, statistics, block);
      const from = start - block * blockFrames;
      const to = stop - block * blockFrames;
      shapes.set(
        encoded.shapes.subarray(from * MOUTH_SHAPE_COUNT, to * MOUTH_SHAPE_COUNT),
        (start - firstFrame) * MOUTH_SHAPE_COUNT,
      );
      levelDb.set(encoded.levelDb.subarray(from, to), start - firstFrame);
      start = stop;
    }
    return { shapes, levelDb };
  }

  async release(): Promise<void> {
    await this.session.release();
  }

  /** Frames `block * blockFrames` to the next block: always the same inputs, so the same bytes. */
  private async encodeBlock(
    readSamples: ReadSamples,
    statistics: VoiceStatistics,
    block: number,
  ): Promise<EncodedVoice> {
    const { blockFrames, reachFrames, stackedFrames, stackLead } = VISEME_CONFIG;
    const firstFeature = (block * blockFrames - reachFrames) * stackedFrames - stackLead;
    const featureCount = RUN_FRAMES * stackedFrames;
    const features = extractSpeechFeatures(readSamples, statistics, firstFeature, featureCount);
    const { [SHAPES_OUTPUT]: output } = await this.session.run({
      [FEATURES_INPUT]: { data: features.bands, shape: [1, featureCount, SPEECH_BANDS] },
    });
    const inner = features.levelsDb.subarray(reachFrames * stackedFrames);
    return {
      shapes: boundShapes(output.data),
      levelDb: relativeLevels(inner, statistics.speechLevelDb),
    };
  }
}

/** Forces shapes into their bounds. // [T, 6] */
function boundShapes(raw: Float32Array): Float32Array {
  return raw.map((value, i) => {
    if (Number.isNaN(value)) {
      throw new AppError({
        category: 'device-failed',
        code: 'inference-failed',
        message: 'The viseme encoder answered with something that is not a number.',
        hint: 'Install Parley again: its weight file may be damaged.',
      });
    }
    const [min, max] = MOUTH_SHAPE_BOUNDS[i % MOUTH_SHAPE_COUNT];
    return Math.min(max, Math.max(min, value));
  });
}

/** Mean power of each 25 Hz frame relative to the speech level. // [4 T...] dBFS -> [T] dB */
function relativeLevels(levelsDb: Float32Array, speechLevelDb: number): Float32Array {
  const { blockFrames, stackedFrames } = VISEME_CONFIG;
  return Float32Array.from({ length: blockFrames }, (_, frame) => {
    let power = 0;
    for (let i = 0; i < stackedFrames; i++)
      power += 10 ** (levelsDb[frame * stackedFrames + i] / 10);
    return 10 * Math.log10(power / stackedFrames) - speechLevelDb;
  });
}
