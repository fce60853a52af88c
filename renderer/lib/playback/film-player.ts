// Plays the film. The audio context is the clock; the picture follows it, and drops frames rather
// than fall behind.
import { frameToTicks } from '#core/time/ticks.ts';
import { playbackStore, type Player } from '../../state/playback-store.ts';
import { projectStore } from '../../state/project-store.ts';
import { changeView, viewStore } from '../../state/view-store.ts';
import { audibleSeconds } from './audible-time.ts';
import { filmExtent, frameAt, playedRange, type FilmExtent } from './film-extent.ts';
import { theFilmPicture } from './film-picture.ts';
import { CLOCK_RATE, createRun, endSeconds, tickAt, type FilmRun } from './film-run.ts';
import { FrameCounter } from './frame-counter.ts';
import { playbackDiagnostics } from './playback-diagnostics.ts';
import type { SoundBlocks } from './sound-blocks.ts';
import { SoundOutput } from './sound-output.ts';
import { soundStore } from './sound-store.ts';

/** From the decision to play to the first sample: enough to schedule it. */
const LEAD_SECONDS = 0.04;
/** The film starts without sound that has not arrived by then. */
const PATIENCE_MS = 1500;
const PUMP_MS = 100;
/** A moved playhead is silent until it rests. */
const SCRUB_REST_MS = 160;
const METER_MS = 66;

export class FilmPlayer implements Player {
  private readonly blocks: SoundBlocks;
  private output: SoundOutput | null = null;
  private run: FilmRun | null = null;
  private extent: FilmExtent = filmExtent();
  private readonly counter = new FrameCounter();
  /** Grows with every order; an order that waited sees whether it is still wanted. */
  private order = 0;
  private shownFrame = -1;
  private pumpTimer: number | null = null;
  private animation = 0;
  private scrubTimer: number | null = null;
  private meteredAtMs = 0;
  private readonly endings: (() => void)[];

  constructor(blocks: SoundBlocks) {
    this.blocks = blocks;
    this.endings = [
      viewStore.subscribe((view, before) => {
        if (
          view.mutedVoiceIds !== before.mutedVoiceIds ||
          view.soloVoiceIds !== before.soloVoiceIds
        )
          this.applySound();
        const isRangeNew =
          view.isLooping !== before.isLooping ||
          view.inTick !== before.inTick ||
          view.outTick !== before.outTick;
        if (isRangeNew && this.run !== null) this.restart(this.run.rate, this.audibleTick());
      }),
      soundStore.subscribe(() => this.applySound()),
      projectStore.subscribe((project, before) => {
        if (project.opened?.session !== before.opened?.session) this.forget();
        else if (project.shown.voices !== before.shown.voices) this.followVoices();
      }),
    ];
    playbackDiagnostics.audibleTick = (nowMs) => this.audibleTick(nowMs);
  }

  play(rate = 1): void {
    this.extent = filmExtent();
    if (this.extent.frames === 0) return;
    this.cancelScrub();
    const [firstTick, endTick] = playedRange(this.extent);
    const lastTick = frameToTicks(this.extent.frames - 1, this.extent.rate);
    const { playheadTick } = viewStore.getState();
    let from = this.run === null ? playheadTick : this.audibleTick();
    if (this.run === null && rate > 0 && from >= Math.min(lastTick, endTick)) from = firstTick;
    if (this.run === null) {
      this.counter.reset();
      playbackDiagnostics.reset();
    }
    playbackStore.setState({
      isPlaying: true,
      rate,
      ...(this.run === null && { droppedFrames: 0, drawnFramesPerSecond: 0 }),
    });
    this.restart(rate, from);
  }

  pause(): void {
    const wasPlaying = playbackStore.getState().isPlaying;
    const tick = this.audibleTick();
    this.halt();
    if (wasPlaying) this.place(frameToTicks(frameAt(this.extent, tick), this.extent.rate));
  }

  seek(tick: number): void {
    this.extent = filmExtent();
    const inside = Math.max(0, Math.min(tick, this.extent.endTick));
    const { isPlaying, rate } = playbackStore.getState();
    if (isPlaying) {
      this.order++;
      this.output?.stop();
      this.run = null;
      this.cancelScrub();
      this.scrubTimer = window.setTimeout(() => this.restart(rate, inside), SCRUB_REST_MS);
    }
    this.place(inside);
  }

  dispose(): void {
    this.halt();
    this.endings.forEach((end) => end());
    this.output?.dispose();
  }

  /** What is heard now; the playhead while nothing plays. */
  audibleTick(nowMs = performance.now()): number {
    if (this.run === null || this.output === null) return viewStore.getState().playheadTick;
    const now = performance.now();
    const seconds = audibleSeconds(this.output.context, now) + (nowMs - now) / 1000;
    return tickAt(this.run, seconds);
  }

  private place(tick: number): void {
    changeView({ playheadTick: tick });
  }

  private restart(rate: number, tick: number): void {
    const order = ++this.order;
    this.extent = filmExtent();
    const output = this.openOutput();
    theFilmPicture()?.prepare(frameAt(this.extent, tick), rate);
    void this.whenReady(output, tick, rate).then(() => {
      if (order === this.order) this.begin(output, rate, tick);
    });
  }

  private async whenReady(output: SoundOutput, tick: number, rate: number): Promise<void> {
    await output.context.resume();
    const patience = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS));
    await Promise.race([output.prepare(tick, rate), patience]);
  }

  private begin(output: SoundOutput, rate: number, tick: number): void {
    const startFrame = Math.ceil((output.context.currentTime + LEAD_SECONDS) * CLOCK_RATE);
    const [firstTick, endTick] = playedRange(this.extent);
    // A run that takes over goes on where the old one will be by then.
    const startTick = this.run === null ? tick : tickAt(this.run, startFrame / CLOCK_RATE);
    const { isLooping } = viewStore.getState();
    this.run = createRun({ startFrame, startTick, rate, firstTick, endTick, isLooping });
    output.start(this.run);
    this.pumpTimer ??= window.setInterval(() => this.pump(), PUMP_MS);
    if (this.animation === 0) this.animation = requestAnimationFrame(() => this.animate());
  }

  private animate(): void {
    this.animation = 0;
    if (!playbackStore.getState().isPlaying) return;
    this.animation = requestAnimationFrame(() => this.animate());
    if (this.run === null || this.endIfOver()) return;
    const nowMs = performance.now();
    const tick = this.audibleTick();
    const { rate } = this.extent;
    if (this.shownFrame >= 0) {
      const [first, end] = [this.shownFrame, this.shownFrame + 1].map((f) => frameToTicks(f, rate));
      playbackDiagnostics.look(tick, first, end);
    }
    const lagMs = 1000 * (theFilmPicture()?.lagSeconds ?? 0);
    const shownTick = this.audibleTick(nowMs + lagMs);
    this.showFrame(frameAt(this.extent, shownTick), tick, nowMs);
    this.meter(nowMs);
  }

  private showFrame(frame: number, audibleTick: number, nowMs: number): void {
    if (frame === this.shownFrame) return;
    const tick = frameToTicks(frame, this.extent.rate);
    if (tick !== viewStore.getState().playheadTick) this.place(tick);
    const isShown = theFilmPicture()?.show(frame) ?? false;
    if (isShown) {
      this.shownFrame = frame;
      playbackDiagnostics.drawn({ frame, audibleTick, atMs: nowMs });
    }
    this.counter.note(frame, isShown, this.run?.rate ?? 1, nowMs);
  }

  private meter(nowMs: number): void {
    if (nowMs - this.meteredAtMs < METER_MS) return;
    this.meteredAtMs = nowMs;
    playbackStore.setState({
      levelsDb: this.output?.levelsDb() ?? {},
      droppedFrames: this.counter.dropped,
      drawnFramesPerSecond: this.counter.perSecond(nowMs),
    });
  }

  private pump(): void {
    if (!this.endIfOver()) this.output?.pump();
  }

  /** Stops on the last frame. */
  private endIfOver(): boolean {
    if (this.run === null || this.output === null) return false;
    const end = endSeconds(this.run);
    if (end === null || audibleSeconds(this.output.context, performance.now()) < end) return false;
    const frame = this.run.rate > 0 ? this.extent.frames - 1 : 0;
    this.halt();
    this.place(frameToTicks(frame, this.extent.rate));
    return true;
  }

  private halt(): void {
    this.order++;
    this.cancelScrub();
    this.output?.stop();
    this.run = null;
    this.shownFrame = -1;
    if (this.pumpTimer !== null) clearInterval(this.pumpTimer);
    this.pumpTimer = null;
    playbackStore.setState({ isPlaying: false, rate: 1, levelsDb: {} });
  }

  private cancelScrub(): void {
    if (this.scrubTimer !== null) clearTimeout(this.scrubTimer);
    this.scrubTimer = null;
  }

  private openOutput(): SoundOutput {
    if (this.output === null) {
      this.output = new SoundOutput(this.blocks);
      this.followVoices();
      this.applySound();
    }
    return this.output;
  }

  private followVoices(): void {
    this.output?.setVoices(projectStore.getState().shown.voices.map(({ id }) => id));
    this.applySound();
  }

  private applySound(): void {
    const { mutedVoiceIds, soloVoiceIds } = viewStore.getState();
    const { volume, isMuted } = soundStore.getState();
    this.output?.setVolume(isMuted ? 0 : volume * volume);
    this.output?.setAudible(
      (voiceId) =>
        !mutedVoiceIds.includes(voiceId) &&
        (soloVoiceIds.length === 0 || soloVoiceIds.includes(voiceId)),
    );
  }

  /** Another project is open. */
  private forget(): void {
    this.halt();
    this.blocks.clear();
    this.followVoices();
  }
}
