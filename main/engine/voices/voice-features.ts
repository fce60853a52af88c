// Mouth shapes of voices, block by block, the last ones kept: editing and playing ask for the same
// seconds again and again. The encoder works on a fixed grid, so a block is the same for everybody.
import { PcmReader } from '#main/media/audio/pcm-reader.ts';
import { MOUTH_SHAPE_COUNT, VISEME_CONFIG } from '#models/models/viseme/config.ts';
import type { EncodedVoice, VisemeEncoder } from '#models/models/viseme/viseme-encoder.ts';
import type { SceneVoice } from '../protocol/methods.ts';

const BLOCK_FRAMES = VISEME_CONFIG.blockFrames;
/** Six voices of an hour, or one of six; about 2 kB each. */
const KEPT_BLOCKS = 8192;

export class VoiceFeatures {
  private readonly encoder: Pick<VisemeEncoder, 'encode'>;
  private readonly keptBlocks: number;
  /** By voice, lip offset and block; the longest unused first. */
  private readonly blocks = new Map<string, Promise<EncodedVoice>>();

  constructor(encoder: Pick<VisemeEncoder, 'encode'>, keptBlocks = KEPT_BLOCKS) {
    this.encoder = encoder;
    this.keptBlocks = keptBlocks;
  }

  /** As `VisemeEncoder.encode`, of a voice with its lip offset. */
  async encode(voice: SceneVoice, firstFrame: number, frameCount: number): Promise<EncodedVoice> {
    const shapes = new Float32Array(frameCount * MOUTH_SHAPE_COUNT);
    const levelDb = new Float32Array(frameCount);
    const end = firstFrame + frameCount;
    for (let start = firstFrame; start < end;) {
      const block = Math.floor(start / BLOCK_FRAMES);
      const blockFirst = block * BLOCK_FRAMES;
      const stop = Math.min(end, blockFirst + BLOCK_FRAMES);
      const found = await this.blockOf(voice, block);
      const [from, to] = [start - blockFirst, stop - blockFirst];
      shapes.set(
        found.shapes.subarray(from * MOUTH_SHAPE_COUNT, to * MOUTH_SHAPE_COUNT),
        (start - firstFrame) * MOUTH_SHAPE_COUNT,
      );
      levelDb.set(found.levelDb.subarray(from, to), start - firstFrame);
      start = stop;
    }
    return { shapes, levelDb };
  }

  private blockOf(voice: SceneVoice, block: number): Promise<EncodedVoice> {
    const key = `${voice.pcmPath} ${voice.lipOffsetSamples} ${block}`;
    const known = this.blocks.get(key);
    if (known) this.blocks.delete(key);
    const encoded = known ?? this.encodeBlock(voice, block);
    this.blocks.set(key, encoded);
    if (!known) encoded.catch(() => this.blocks.delete(key));
    const [oldest] = this.blocks.keys();
    if (this.blocks.size > this.keptBlocks) this.blocks.delete(oldest);
    return encoded;
  }

  private async encodeBlock(voice: SceneVoice, block: number): Promise<EncodedVoice> {
    const { preparation, lipOffsetSamples } = voice;
    const { statistics } = preparation;
    const reader = PcmReader.open(voice.pcmPath);
    try {
      return await this.encoder.encode(
        (start, count) => reader.read(start - lipOffsetSamples, count),
        // The shifted voice ends that much later; before and after it is silence.
        { ...statistics, sampleCount: Math.max(0, statistics.sampleCount + lipOffsetSamples) },
        block * BLOCK_FRAMES,
        BLOCK_FRAMES,
      );
    } finally {
      reader.close();
    }
  }
}
