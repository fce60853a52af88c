// The canvas of the timeline: one Konva stage, three layers, one shape per lane. Nothing is made per
// key, and while something plays or is dragged only the layer that changes is drawn.
import Konva from 'konva';
import { onPeaks, projectPeaks } from '../../../lib/peaks/project-peaks.ts';
import { onTimeView, timeScale } from '../../../lib/timeline/time-view.ts';
import type { TimeScale } from '../../../lib/timeline/time-scale.ts';
import { timelineStore } from '../../../lib/timeline/timeline-store.ts';
import { compareStore, reviewedTake } from '../../../lib/takes/compare-store.ts';
import { projectStore } from '../../../state/project-store.ts';
import { selectionStore } from '../../../state/selection-store.ts';
import { viewStore } from '../../../state/view-store.ts';
import { readPalette, type Palette } from '../draw/palette.ts';
import { forgetTextWidths, type Band, type Pen } from '../draw/pen.ts';
import { makeTextures, type Textures } from '../draw/textures.ts';
import { limitLaneScroll } from '../input/lane-scroll.ts';
import { planLanes, type LanePlan } from '../model/lane-plan.ts';
import { TimelineModel } from '../model/timeline-model.ts';
import { bandsOf, type Bands } from './bands.ts';
import { drawCurves, drawGround, drawTop } from './draw-lanes.ts';
import { drawOverlay } from './draw-overlay-layer.ts';
import { LanePicturesCache } from './lane-pictures.ts';
import { onOverlay } from './overlay-store.ts';

type Part = 'all' | 'curves' | 'overlay';

/** Pictures of lanes that one step of a gesture makes. */
const PICTURES_PER_STEP = 3;
/** Lanes are drawn as they are when the wheel has rested for this long. */
const REST_MS = 200;

export class TimelineCanvas {
  readonly model = new TimelineModel();
  bands: Bands = bandsOf(viewStore.getState().page);
  plan: LanePlan = { lanes: [], totalPx: 0 };
  private readonly container: HTMLDivElement;
  private readonly stage: Konva.Stage;
  private readonly layers: readonly [ground: Konva.Layer, curves: Konva.Layer, over: Konva.Layer];
  private readonly palette: Palette;
  private textures: Textures | null = null;
  private readonly ends: (() => void)[] = [];
  private pending: Part | null = null;
  private frame = 0;
  private readonly pictures = new LanePicturesCache();
  /** Where the lanes stood when they were drawn last. */
  private drawnScale: TimeScale | null = null;
  private movedAtMs = 0;
  private rest: ReturnType<typeof setTimeout> | undefined;
  /** Called when lanes have changed: headers follow. */
  onPlan: (plan: LanePlan) => void = () => undefined;

  constructor(container: HTMLDivElement) {
    this.container = container;
    this.palette = readPalette(container);
    this.stage = new Konva.Stage({ container, listening: false });
    const draw = (part: (pen: Pen) => void): Konva.Layer => {
      const layer = new Konva.Layer({ listening: false, clearBeforeDraw: false });
      layer.add(
        new Konva.Shape({
          listening: false,
          sceneFunc: (context) => {
            clearHalves(context._context, this.stage.width(), this.stage.height());
            const pen = this.penOn(context._context);
            if (pen !== null) part(pen);
          },
        }),
      );
      this.stage.add(layer);
      return layer;
    };
    this.layers = [
      draw((pen) => this.drawGround(pen)),
      draw((pen) => this.drawCurves(pen)),
      draw((pen) => drawOverlay(pen, this.bands)),
    ];
    this.follow();
    this.resize();
  }

  /** Takes the size of its container. */
  resize(): void {
    const { clientWidth: widthPx, clientHeight: heightPx } = this.container;
    if (widthPx === 0 || heightPx === 0) return;
    timelineStore.setState({ widthPx, heightPx });
    // Konva draws at once.
    this.stage.size({ width: widthPx, height: heightPx });
    this.replan();
  }

  /** Draws what has changed before the next frame is shown. */
  invalidate(part: Part): void {
    const order: readonly Part[] = ['overlay', 'curves', 'all'];
    if (this.pending === null || order.indexOf(part) > order.indexOf(this.pending)) {
      this.pending = part;
    }
    this.frame ||= requestAnimationFrame(() => this.draw());
  }

  dispose(): void {
    cancelAnimationFrame(this.frame);
    clearTimeout(this.rest);
    this.pictures.dispose();
    for (const end of this.ends) end();
    this.stage.destroy();
  }

  /** Canvas pixels of a lane's top, scrolled. */
  topOf(topPx: number): number {
    return this.bands.lanesTopPx + topPx - timelineStore.getState().scrollTopPx;
  }

  private follow(): void {
    const { ends } = this;
    ends.push(
      projectStore.subscribe((state, before) => {
        const isDrawn =
          state.shown !== before.shown ||
          state.chunks !== before.chunks ||
          state.analysis !== before.analysis ||
          state.takes !== before.takes;
        if (!isDrawn) return;
        const isOnlyKeys =
          state.shown.people === before.shown.people &&
          state.shown.assignments === before.shown.assignments &&
          state.shown.voices === before.shown.voices &&
          state.chunks === before.chunks &&
          state.analysis === before.analysis;
        if (isOnlyKeys && state.shown.poseKeys === before.shown.poseKeys) this.invalidate('curves');
        else this.replan();
      }),
      viewStore.subscribe((view, before) => {
        const isLayout =
          view.page !== before.page ||
          view.selectedPersonId !== before.selectedPersonId ||
          view.laneHeights !== before.laneHeights;
        if (isLayout) this.replan();
        else if (view.playheadTick !== before.playheadTick) this.invalidate('overlay');
        else this.invalidate('all');
      }),
      selectionStore.subscribe(() => this.replan()),
      compareStore.subscribe(() => this.invalidate('all')),
      timelineStore.subscribe((state, before) => {
        if (state.scrollTopPx !== before.scrollTopPx) this.invalidate('all');
      }),
      onTimeView(() => this.invalidate('all')),
      onPeaks(() => this.invalidate('all')),
      onOverlay(() => this.invalidate('overlay')),
    );
    void document.fonts.ready.then(() => {
      forgetTextWidths();
      this.invalidate('all');
    });
  }

  private replan(): void {
    const view = viewStore.getState();
    const { shown } = projectStore.getState();
    const { heightPx, scrollTopPx } = timelineStore.getState();
    const take = reviewedTake();
    this.bands = bandsOf(view.page);
    this.plan = planLanes({
      document: shown,
      page: view.page,
      selectedPersonId: view.selectedPersonId,
      selectedVoiceId: selectionStore.getState().voiceId,
      laneHeights: view.laneHeights,
      availablePx: heightPx - this.bands.lanesTopPx,
      hasTake: take !== null,
      hasFlags: false,
    });
    const most = Math.max(0, this.plan.totalPx - (heightPx - this.bands.lanesTopPx));
    limitLaneScroll(most);
    if (scrollTopPx > most) timelineStore.setState({ scrollTopPx: most });
    this.onPlan(this.plan);
    this.invalidate('all');
  }

  private draw(): void {
    const part = this.pending;
    this.frame = 0;
    this.pending = null;
    this.model.update();
    const [ground, curves, over] = this.layers;
    if (part === 'all') {
      const isMoving = this.startsMoving();
      if (!isMoving) projectPeaks.begin();
      ground.draw();
      if (isMoving) projectPeaks.endPart();
      else projectPeaks.end();
    }
    if (part === 'all' || part === 'curves') curves.draw();
    over.draw();
  }

  /** Whether a gesture zooms or scrolls. When it rests, the lanes are drawn once more. */
  private startsMoving(): boolean {
    const scale = timeScale();
    const before = this.drawnScale;
    this.drawnScale = scale;
    const isOther =
      before !== null &&
      (before.startTick !== scale.startTick || before.ticksPerPixel !== scale.ticksPerPixel);
    if (isOther) {
      this.movedAtMs = performance.now();
      this.rest ??= setTimeout(() => this.restOrWait(), REST_MS);
      this.pictures.allow(PICTURES_PER_STEP);
    }
    return this.rest !== undefined;
  }

  /** One timer for a whole gesture: setting it anew with each step costs more than it seems. */
  private restOrWait(): void {
    const leftMs = this.movedAtMs + REST_MS - performance.now();
    this.rest = leftMs > 1 ? setTimeout(() => this.restOrWait(), leftMs) : undefined;
    if (this.rest === undefined) this.invalidate('all');
  }

  private get moving(): LanePicturesCache | null {
    return this.rest === undefined ? null : this.pictures;
  }

  private drawGround(pen: Pen): void {
    drawTop(pen, this.bands);
    inside(pen, this.lanesBand(pen), () => {
      for (const lane of this.plan.lanes)
        drawGround(pen, lane, this.topOf(lane.topPx), this.moving);
    });
  }

  private drawCurves(pen: Pen): void {
    inside(pen, this.lanesBand(pen), () => {
      for (const lane of this.plan.lanes)
        drawCurves(pen, lane, this.topOf(lane.topPx), this.moving);
    });
    // A long curve is computed over several frames, so that none of them is late.
    if (pen.lack.isAny) queueMicrotask(() => this.invalidate('curves'));
  }

  private lanesBand({ heightPx }: Pen): Band {
    const topPx = this.bands.lanesTopPx;
    return { topPx, heightPx: heightPx - topPx };
  }

  private penOn(context: CanvasRenderingContext2D): Pen | null {
    // Before it is laid out; the store may still have the size of the timeline before.
    if (this.stage.width() === 0 || this.stage.height() === 0) return null;
    const { widthPx, heightPx } = timelineStore.getState();
    this.textures ??= makeTextures(context, this.palette, window.devicePixelRatio);
    return {
      context,
      palette: this.palette,
      textures: this.textures,
      model: this.model,
      scale: timeScale(),
      widthPx,
      heightPx,
      lack: { isAny: false },
    };
  }
}

/**
 * Chromium 156 brings the former picture back when a canvas is cleared as a whole and then nothing is
 * drawn on it; cleared in two parts it is empty.
 */
function clearHalves(context: CanvasRenderingContext2D, widthPx: number, heightPx: number): void {
  const half = Math.ceil(heightPx / 2);
  context.clearRect(0, 0, widthPx, half);
  context.clearRect(0, half, widthPx, heightPx - half);
}

function inside(
  { context, widthPx }: Pen,
  { topPx, heightPx }: { readonly topPx: number; readonly heightPx: number },
  draw: () => void,
): void {
  context.save();
  context.beginPath();
  context.rect(0, topPx, widthPx, heightPx);
  context.clip();
  draw();
  context.restore();
}
