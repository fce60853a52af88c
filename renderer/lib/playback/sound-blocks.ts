// The sound of the voices in blocks of one second, fetched ahead and bounded in memory.
import type { VoiceSound } from '#core/contract/project-types.ts';
import type { VoiceId } from '#core/project/ids.ts';

/** A second of sound is about 100 kB. */
const MAX_BLOCKS = 320;
const BYTES_PER_SAMPLE = 2;

export interface SoundLoader {
  /** Asked once per voice, and again after a failure: addresses end with the host. */
  soundOf(voiceId: VoiceId): Promise<VoiceSound>;
  /** Bytes [first, end) of a sound. */
  bytesOf(sound: VoiceSound, first: number, end: number): Promise<ArrayBuffer>;
  onFailure(voiceId: VoiceId, error: unknown): void;
}

interface Block {
  /** Null while it is fetched. */
  samples: Int16Array | null;
  readonly loaded: Promise<void>;
}

export class SoundBlocks {
  private readonly loader: SoundLoader;
  private readonly sounds = new Map<VoiceId, Promise<VoiceSound>>();
  /** In the order of last use. */
  private readonly blocks = new Map<string, Block>();

  constructor(loader: SoundLoader) {
    this.loader = loader;
  }

  /** Number of blocks held; for tests of the bound. */
  get size(): number {
    return this.blocks.size;
  }

  /** Starts to fetch a block that is not there. Never fails; a failure leaves the block empty. */
  want(voiceId: VoiceId, index: number): Promise<void> {
    const key = `${voiceId} ${index}`;
    const known = this.blocks.get(key);
    if (known !== undefined) {
      this.blocks.delete(key);
      this.blocks.set(key, known);
      return known.loaded;
    }
    const block: Block = { samples: null, loaded: this.load(voiceId, index, key) };
    this.blocks.set(key, block);
    this.forgetOldest();
    return block.loaded;
  }

  /** The samples of a block; null when they have not arrived. Empty behind the end of the voice. */
  get(voiceId: VoiceId, index: number): Int16Array | null {
    return this.blocks.get(`${voiceId} ${index}`)?.samples ?? null;
  }

  clear(): void {
    this.sounds.clear();
    this.blocks.clear();
  }

  private async load(voiceId: VoiceId, index: number, key: string): Promise<void> {
    try {
      const sound = await this.soundOf(voiceId);
      const first = Math.min(sound.samples, index * sound.sampleRate);
      const end = Math.min(sound.samples, (index + 1) * sound.sampleRate);
      const bytes =
        end > first
          ? await this.loader.bytesOf(sound, first * BYTES_PER_SAMPLE, end * BYTES_PER_SAMPLE)
          : new ArrayBuffer(0);
      const block = this.blocks.get(key);
      if (block !== undefined) block.samples = new Int16Array(bytes);
    } catch (error) {
      this.sounds.delete(voiceId);
      this.blocks.delete(key);
      this.loader.onFailure(voiceId, error);
    }
  }

  private soundOf(voiceId: VoiceId): Promise<VoiceSound> {
    const known = this.sounds.get(voiceId);
    if (known !== undefined) return known;
    const asked = this.loader.soundOf(voiceId);
    this.sounds.set(voiceId, asked);
    return asked;
  }

  private forgetOldest(): void {
    for (const key of this.blocks.keys()) {
      if (this.blocks.size <= MAX_BLOCKS) return;
      this.blocks.delete(key);
    }
  }
}
