// The voices of a run on the audio context: fetched ahead, cut into pieces, scheduled to the sample.
import type { VoiceId } from '#core/project/ids.ts';
import { TICKS_PER_SECOND } from '#core/time/ticks.ts';
import {
  BLOCK_TICKS,
  CLOCK_RATE,
  blockOf,
  planPieces,
  type FilmRun,
  type PlanCursor,
  type SoundPiece,
} from './film-run.ts';
import { playbackDiagnostics } from './playback-diagnostics.ts';
import type { SoundBlocks } from './sound-blocks.ts';
import { VoiceChannel, cutSamples } from './voice-channel.ts';

/** Pieces are scheduled this far ahead; a page in the background is woken once a second only. */
const SCHEDULE_AHEAD_SECONDS = 1.6;
const FETCH_AHEAD_SECONDS = 4;
const FADE_SECONDS = 0.004;
const FADE_OUT_SECONDS = 0.02;
const SAMPLE_TICKS = TICKS_PER_SECOND / CLOCK_RATE;

interface Waiting {
  readonly voiceId: VoiceId;
  readonly piece: SoundPiece;
}

export class SoundOutput {
  readonly context = new AudioContext({ sampleRate: CLOCK_RATE, latencyHint: 'interactive' });
  private readonly blocks: SoundBlocks;
  /** Opens while a run plays, so that stopping does not click. */
  private readonly gate = this.context.createGain();
  private readonly volume = this.context.createGain();
  private readonly channels = new Map<VoiceId, VoiceChannel>();
  private run: FilmRun | null = null;
  private cursor: PlanCursor = null;
  /** Pieces whose sound has not arrived. */
  private waiting: Waiting[] = [];

  constructor(blocks: SoundBlocks) {
    this.blocks = blocks;
    this.gate.connect(this.volume).connect(this.context.destination);
    playbackDiagnostics.context = this.context;
    playbackDiagnostics.mix = this.gate;
  }

  setVoices(voiceIds: readonly VoiceId[]): void {
    for (const [voiceId, channel] of this.channels) {
      if (voiceIds.includes(voiceId)) continue;
      channel.dispose();
      this.channels.delete(voiceId);
    }
    for (const voiceId of voiceIds) {
      if (this.channels.has(voiceId)) continue;
      this.channels.set(voiceId, new VoiceChannel(this.context, this.gate));
    }
  }

  setAudible(isAudible: (voiceId: VoiceId) => boolean): void {
    for (const [voiceId, channel] of this.channels) channel.setAudible(isAudible(voiceId));
  }

  /** @param gain 0..1 */
  setVolume(gain: number): void {
    this.volume.gain.setTargetAtTime(gain, this.context.currentTime, FADE_SECONDS);
  }

  levelsDb(): Record<string, number> {
    const levels: Record<string, number> = {};
    for (const [voiceId, channel] of this.channels) levels[voiceId] = channel.levelDb();
    return levels;
  }

  /** Fetches what is heard first from a place on. */
  async prepare(tick: number, rate: number): Promise<void> {
    const block = blockOf(tick, rate);
    await Promise.all(
      [...this.channels.keys()].flatMap((voiceId) =>
        [block, block + Math.sign(rate)]
          .filter((index) => index >= 0)
          .map((index) => this.blocks.want(voiceId, index)),
      ),
    );
  }

  start(run: FilmRun): void {
    this.stop(run.startFrame / CLOCK_RATE);
    this.run = run;
    this.cursor = { startFrame: run.startFrame, startTick: run.startTick };
    this.gate.gain.cancelScheduledValues(0);
    this.gate.gain.setTargetAtTime(1, run.startFrame / CLOCK_RATE, FADE_SECONDS);
    this.pump();
  }

  /** Ends all sound, softly now or exactly where another run takes over. */
  stop(atSeconds: number | null = null): void {
    this.run = null;
    this.cursor = null;
    this.waiting = [];
    const now = this.context.currentTime;
    if (atSeconds === null) {
      this.gate.gain.cancelScheduledValues(0);
      this.gate.gain.setTargetAtTime(0, now, FADE_SECONDS);
    }
    for (const channel of this.channels.values()) channel.stop(atSeconds ?? now + FADE_OUT_SECONDS);
  }

  /** Schedules what is due and fetches what comes after. To be called several times a second. */
  pump(): void {
    const { run } = this;
    if (run === null) return;
    const until = (this.context.currentTime + SCHEDULE_AHEAD_SECONDS) * CLOCK_RATE;
    const { pieces, cursor } = planPieces(run, this.cursor, until);
    this.cursor = cursor;
    const due = pieces.flatMap((piece) =>
      [...this.channels.keys()].map((voiceId) => ({ voiceId, piece })),
    );
    this.waiting = [...this.waiting, ...due].filter((each) => !this.tryPiece(run, each));
    this.fetchAhead(run);
  }

  /** @returns whether the piece is done with */
  private tryPiece(run: FilmRun, { voiceId, piece }: Waiting): boolean {
    const channel = this.channels.get(voiceId);
    const seconds = Math.abs(piece.toTick - piece.fromTick) / TICKS_PER_SECOND / Math.abs(run.rate);
    const endsAt = piece.startFrame / CLOCK_RATE + seconds;
    if (channel === undefined) return true;
    if (endsAt <= this.context.currentTime) {
      playbackDiagnostics.underruns++;
      return true;
    }
    const index = blockOf(piece.fromTick, run.rate);
    const block = this.blocks.get(voiceId, index);
    if (block === null) {
      void this.blocks.want(voiceId, index);
      return false;
    }
    if (piece.startFrame / CLOCK_RATE < this.context.currentTime) playbackDiagnostics.underruns++;
    const toSample = (tick: number): number => (tick - index * BLOCK_TICKS) / SAMPLE_TICKS;
    const samples = cutSamples(block, toSample(piece.fromTick), toSample(piece.toTick));
    channel.schedule({ piece, samples, rate: run.rate });
    return true;
  }

  private fetchAhead(run: FilmRun): void {
    const horizon = this.context.currentTime + FETCH_AHEAD_SECONDS;
    const { pieces } = planPieces(run, this.cursor, horizon * CLOCK_RATE);
    for (const piece of pieces) {
      for (const voiceId of this.channels.keys()) {
        void this.blocks.want(voiceId, blockOf(piece.fromTick, run.rate));
      }
    }
  }

  dispose(): void {
    this.stop();
    for (const channel of this.channels.values()) channel.dispose();
    this.channels.clear();
    void this.context.close();
  }
}
