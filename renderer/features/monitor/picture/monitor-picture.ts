// Puts the right picture of the right frame on screen: source, live draft or finished chunk.
import type { ChunkState } from '#core/contract/project-types.ts';
import { filmExtent, frameAt } from '../../../lib/playback/film-extent.ts';
import type { FilmPicture } from '../../../lib/playback/film-picture.ts';
import { playbackDiagnostics } from '../../../lib/playback/playback-diagnostics.ts';
import { firstChangedFrame } from '../../../lib/motion/first-changed-frame.ts';
import { followPlayhead, motionAtFrame, onMotion } from '../../../lib/motion/live-motion.ts';
import { monitorToolStore } from '../../../lib/people/monitor-tool.ts';
import { playbackStore } from '../../../state/playback-store.ts';
import { projectStore } from '../../../state/project-store.ts';
import { viewStore } from '../../../state/view-store.ts';
import { stageStore } from '../stage/stage-store.ts';
import { choosePicture, type PictureChoice } from './choose-picture.ts';
import { DraftPicture } from './draft-picture.ts';
import { DraftResolution, draftScale, type ResolutionDivisor } from './draft-resolution.ts';
import { pictureStatusStore } from './picture-status.ts';
import { ReadyPicture } from './ready-picture.ts';

export interface PictureElements {
  /** Its `data-shows` says which of the three is visible. */
  readonly frame: HTMLElement;
  readonly draft: HTMLCanvasElement;
  readonly ready: HTMLCanvasElement;
}

export class MonitorPicture implements FilmPicture {
  private readonly elements: PictureElements;
  private readonly draft: DraftPicture;
  private readonly ready: ReadyPicture;
  private readonly endings: (() => void)[];
  private editedFromFrame: number | null = null;
  private redraw = 0;
  /** Whether more than the playhead has changed. */
  private isOutdated = true;
  private drawnFrame = -1;
  private direction: 1 | -1 = 1;
  /** Frames that playing passes over each time by intention, and one. */
  private passed = 1;
  private readonly resolution = new DraftResolution();

  constructor(elements: PictureElements) {
    this.elements = elements;
    this.draft = new DraftPicture(elements.draft, {
      onOpened: ({ isSoftware }) => this.resolution.reset(isSoftware),
      onChange: () => this.outdate(),
      onShown: (picture) => playbackDiagnostics.presented(picture),
    });
    this.ready = new ReadyPicture(elements.ready, () => this.outdate());
    this.draft.follow(projectStore.getState());
    this.endings = [
      onMotion((first, end) => {
        const frame = this.playheadFrame();
        if (frame >= first && frame < end) this.outdate();
      }),
      monitorToolStore.subscribe(() => this.outdate()),
      playbackStore.subscribe((playback, before) => {
        if (playback.isPlaying === before.isPlaying) return;
        this.resolution.start();
        // A standing picture is drawn as sharp as it is shown.
        if (isToolInHand() || this.resolution.divisor > 1) this.outdate();
      }),
      stageStore.subscribe((stage, before) => {
        if (stage.place.scale !== before.place.scale) this.outdate();
      }),
      viewStore.subscribe((view, before) => {
        if (view.monitorSource !== before.monitorSource) this.outdate();
        else if (view.playheadTick !== before.playheadTick) this.redrawSoon();
      }),
      projectStore.subscribe((project, before) => {
        if (project.shown !== before.shown || project.document !== before.document) {
          this.editedFromFrame =
            project.overlay.length > 0 ? firstChangedFrame(project.document, project.shown) : null;
        }
        if (project.shown !== before.shown || project.analysis !== before.analysis)
          this.draft.follow(project);
        if (project.chunks !== before.chunks || project.shown !== before.shown) this.outdate();
      }),
    ];
    this.redrawSoon();
  }

  get lagSeconds(): number {
    return this.elements.frame.dataset['shows'] === 'draft' ? this.draft.lagSeconds : 0;
  }

  show(frame: number): boolean {
    followPlayhead(frame, this.direction);
    const isShown = this.put(frame);
    if (isShown) this.resolution.note(frame, this.passed);
    this.prepareNext(frame);
    return isShown;
  }

  prepare(frame: number, rate: number): void {
    this.direction = rate < 0 ? -1 : 1;
    this.passed = Math.max(1, Math.ceil(Math.abs(rate)));
    this.resolution.start();
    followPlayhead(frame, rate);
    const chunk = chunkAt(frame);
    if (chunk?.state === 'ready' && viewStore.getState().monitorSource === 'final')
      this.ready.draw(chunk, frame, this.direction);
  }

  dispose(): void {
    cancelAnimationFrame(this.redraw);
    this.endings.forEach((end) => end());
    this.draft.dispose();
    this.ready.dispose();
  }

  private playheadFrame(): number {
    return frameAt(filmExtent(), viewStore.getState().playheadTick);
  }

  private outdate(): void {
    this.isOutdated = true;
    this.redrawSoon();
  }

  /** While the film plays, the player has asked for the frame already. */
  private redrawSoon(): void {
    if (this.redraw !== 0) return;
    this.redraw = requestAnimationFrame(() => {
      this.redraw = 0;
      const frame = this.playheadFrame();
      if (frame === this.drawnFrame && !this.isOutdated) return;
      if (!playbackStore.getState().isPlaying) followPlayhead(frame, 1);
      this.put(frame);
    });
  }

  private choose(frame: number): PictureChoice {
    const motion = motionAtFrame(frame);
    const chunk = chunkAt(frame);
    const isBroken = chunk !== null && this.ready.isBroken(chunk);
    return choosePicture({
      wants: viewStore.getState().monitorSource,
      chunk: isBroken ? { ...chunk, state: 'failed' } : chunk,
      editedFromFrame: this.editedFromFrame,
      hasMotion: motion !== null && this.draft.canDraw(motion),
      isMeasured: isToolInHand() && !playbackStore.getState().isPlaying,
    });
  }

  private put(frame: number): boolean {
    this.drawnFrame = frame;
    this.isOutdated = false;
    const choice = this.choose(frame);
    const motion = motionAtFrame(frame);
    if (choice.kind === 'ready') {
      const size = projectStore.getState().document.scene?.size;
      if (size !== undefined) this.ready.setSize(size[0], size[1]);
      // Until the frame is decoded the picture before it stays.
      if (!this.ready.draw(choice.chunk, frame, this.direction)) return false;
    }
    const divisor = this.divisor();
    if (choice.kind === 'draft' && motion !== null) {
      // What stands stays until the picture is drawn.
      if (!this.draft.draw(motion, frame, scaleOnScreen(divisor))) return false;
    }
    this.elements.frame.dataset['shows'] = choice.kind;
    const isCatchingUp = choice.kind === 'draft' && (motion?.isOutdated ?? false);
    const status = pictureStatusStore.getState();
    if (
      !isSameChoice(status.choice, choice) ||
      status.isCatchingUp !== isCatchingUp ||
      status.divisor !== divisor
    )
      pictureStatusStore.setState({ choice, isCatchingUp, divisor });
    if (playbackStore.getState().source !== choice.kind)
      playbackStore.setState({ source: choice.kind });
    return choice.kind !== 'source';
  }

  private divisor(): ResolutionDivisor {
    return playbackStore.getState().isPlaying ? this.resolution.divisor : 1;
  }

  private prepareNext(frame: number): void {
    const chunk = chunkAt(frame);
    if (chunk === null || viewStore.getState().monitorSource !== 'final') return;
    const left = this.direction === 1 ? chunk.end - frame : frame - chunk.first;
    if (left > 25) return;
    const next = chunkAt(this.direction === 1 ? chunk.end : chunk.first - 1);
    if (next?.state === 'ready') this.ready.prepare(next, this.direction);
  }
}

function scaleOnScreen(divisor: ResolutionDivisor): number {
  return draftScale(stageStore.getState().place.scale * devicePixelRatio, divisor);
}

/** Whether faces are being placed on the picture. */
function isToolInHand(): boolean {
  return monitorToolStore.getState().tool !== 'select';
}

function chunkAt(frame: number): ChunkState | null {
  const { chunks } = projectStore.getState().chunks;
  let low = 0;
  let high = chunks.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    if (chunks[middle].end <= frame) low = middle + 1;
    else if (chunks[middle].first > frame) high = middle - 1;
    else return chunks[middle];
  }
  return null;
}

function isSameChoice(a: PictureChoice, b: PictureChoice): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === 'ready' && b.kind === 'ready') return a.chunk.key === b.chunk.key;
  if (a.kind === 'draft' && b.kind === 'draft') return a.chunkState === b.chunkState;
  return true;
}
