// One voice on its way to the loudspeaker: scheduled pieces, a gain for mute and solo, a meter.
import { CLOCK_RATE, type SoundPiece } from './film-run.ts';

const FADE_SECONDS = 0.008;
const SILENCE_DB = -90;
const FULL_SCALE = 32_768;
const METER_SAMPLES = 1024;

export interface PieceSound {
  readonly piece: SoundPiece;
  /** In the order of hearing. */
  readonly samples: Float32Array<ArrayBuffer>;
  readonly rate: number;
}

export class VoiceChannel {
  private readonly context: AudioContext;
  private readonly gain: GainNode;
  private readonly meter: AnalyserNode;
  private readonly waves = new Float32Array(METER_SAMPLES);
  private readonly sources = new Set<AudioBufferSourceNode>();

  constructor(context: AudioContext, output: AudioNode) {
    this.context = context;
    this.gain = context.createGain();
    this.meter = context.createAnalyser();
    this.meter.fftSize = METER_SAMPLES;
    this.gain.connect(this.meter).connect(output);
  }

  setAudible(isAudible: boolean): void {
    this.gain.gain.setTargetAtTime(isAudible ? 1 : 0, this.context.currentTime, FADE_SECONDS);
  }

  /** Plays a piece at its frame; of one that is late already, what is left of it. */
  schedule({ piece, samples, rate }: PieceSound): void {
    if (samples.length === 0) return;
    const buffer = this.context.createBuffer(1, samples.length, CLOCK_RATE);
    buffer.copyToChannel(samples, 0);
    const source = this.context.createBufferSource();
    source.buffer = buffer;
    source.playbackRate.value = Math.abs(rate);
    source.connect(this.gain);
    source.onended = () => {
      source.disconnect();
      this.sources.delete(source);
    };
    this.sources.add(source);
    const startSeconds = piece.startFrame / CLOCK_RATE;
    const lateSeconds = this.context.currentTime - startSeconds;
    if (lateSeconds <= 0) source.start(startSeconds);
    else source.start(0, lateSeconds * Math.abs(rate));
  }

  /** Ends everything scheduled at a time of the audio clock. */
  stop(atSeconds: number): void {
    for (const source of this.sources) source.stop(atSeconds);
  }

  /** Level of what is heard now, dBFS of the effective value. */
  levelDb(): number {
    this.meter.getFloatTimeDomainData(this.waves);
    let sum = 0;
    for (const value of this.waves) sum += value * value;
    const level = Math.sqrt(sum / METER_SAMPLES);
    return level > 0 ? Math.max(SILENCE_DB, 20 * Math.log10(level)) : SILENCE_DB;
  }

  dispose(): void {
    this.stop(0);
    this.gain.disconnect();
    this.meter.disconnect();
  }
}

/** Samples of one block between two sample positions inside it, backwards when `from` lies behind `to`. */
export function cutSamples(block: Int16Array, from: number, to: number): Float32Array<ArrayBuffer> {
  const isForward = to > from;
  const first = Math.min(block.length, Math.min(from, to));
  const end = Math.min(block.length, Math.max(from, to));
  const missing = Math.max(from, to) - end;
  // A voice that ends inside the piece is followed by silence; backwards the silence comes first.
  const lead = isForward ? 0 : missing;
  const samples = new Float32Array(end > first ? end - first + lead : 0);
  for (let i = first; i < end; i++) {
    samples[isForward ? i - first : lead + end - 1 - i] = block[i] / FULL_SCALE;
  }
  return samples;
}
