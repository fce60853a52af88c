// Two films on two canvases, always on the same frame: neither is drawn before both are there.
import type { Take } from '#core/contract/project-types.ts';
import { reportError } from '../../state/edit.ts';
import { viewStore } from '../../state/view-store.ts';
import type { DecodedFrames } from '../film-frames/decoded-frames.ts';
import { filmExtent, frameAt } from '../playback/film-extent.ts';
import type { FilmPicture } from '../playback/film-picture.ts';
import type { Side } from './compare-store.ts';
import { openTakeFilm } from './take-film.ts';

/** `outside`: the take does not reach to this frame. */
export type SideStatus = 'loading' | 'shown' | 'outside' | 'failed';

interface OpenFilm {
  readonly take: Take;
  readonly context: CanvasRenderingContext2D;
  frames: DecodedFrames | null;
  status: SideStatus;
  isDisposed: boolean;
}

export type SideListener = (side: Side, status: SideStatus) => void;

export class ComparePicture implements FilmPicture {
  readonly lagSeconds = 0;
  private readonly films = new Map<Side, OpenFilm>();
  private readonly onStatus: SideListener;
  private readonly endView: () => void;
  private redraw = 0;
  private direction: 1 | -1 = 1;

  constructor(onStatus: SideListener) {
    this.onStatus = onStatus;
    this.endView = viewStore.subscribe((view, before) => {
      if (view.playheadTick !== before.playheadTick) this.redrawSoon();
    });
  }

  /** Puts a take on one side; null takes it away. */
  setTake(side: Side, take: Take | null, canvas: HTMLCanvasElement | null): void {
    const known = this.films.get(side);
    if (known?.take.id === take?.id && known?.context.canvas === canvas) return;
    this.drop(side);
    const context = canvas?.getContext('2d', { alpha: false }) ?? null;
    if (take === null || context === null) return;
    [context.canvas.width, context.canvas.height] = take.size;
    const film: OpenFilm = { take, context, frames: null, status: 'loading', isDisposed: false };
    this.films.set(side, film);
    this.onStatus(side, 'loading');
    void this.load(side, film);
  }

  show(frame: number): boolean {
    const films = [...this.films];
    for (const [, film] of films) this.want(film, frame);
    if (!films.every(([, film]) => this.isReady(film, frame))) return false;
    for (const [side, film] of films) this.draw(side, film, frame);
    return films.some(([, film]) => film.status === 'shown');
  }

  prepare(frame: number, rate: number): void {
    this.direction = rate < 0 ? -1 : 1;
    for (const film of this.films.values()) this.want(film, frame);
  }

  dispose(): void {
    cancelAnimationFrame(this.redraw);
    this.endView();
    for (const side of this.films.keys()) this.drop(side);
  }

  private drop(side: Side): void {
    const film = this.films.get(side);
    if (film === undefined) return;
    film.isDisposed = true;
    film.frames?.dispose();
    this.films.delete(side);
  }

  private async load(side: Side, film: OpenFilm): Promise<void> {
    const fail = (error: unknown): void => {
      if (film.isDisposed || film.status === 'failed') return;
      this.set(side, film, 'failed');
      reportError(error);
      this.redrawSoon();
    };
    try {
      const frames = await openTakeFilm(film.take.id, {
        onFrame: () => this.redrawSoon(),
        onFailure: fail,
      });
      if (film.isDisposed) frames.dispose();
      else film.frames = frames;
      this.redrawSoon();
    } catch (error) {
      fail(error);
    }
  }

  private redrawSoon(): void {
    if (this.redraw !== 0) return;
    this.redraw = requestAnimationFrame(() => {
      this.redraw = 0;
      this.show(frameAt(filmExtent(), viewStore.getState().playheadTick));
    });
  }

  private want({ take, frames }: OpenFilm, frame: number): void {
    const index = frame - take.firstFrame;
    if (index >= 0 && index < take.frames) frames?.want(index, this.direction);
  }

  /** A film without a picture at the frame holds nothing up. */
  private isReady({ take, frames, status }: OpenFilm, frame: number): boolean {
    const index = frame - take.firstFrame;
    if (status === 'failed' || index < 0 || index >= take.frames) return true;
    return frames?.has(index) ?? false;
  }

  private draw(side: Side, film: OpenFilm, frame: number): void {
    if (film.status === 'failed') return;
    const index = frame - film.take.firstFrame;
    const isDrawn = film.frames?.draw(film.context, index) ?? false;
    if (!isDrawn) film.context.clearRect(0, 0, ...film.take.size);
    this.set(side, film, isDrawn ? 'shown' : 'outside');
  }

  private set(side: Side, film: OpenFilm, status: SideStatus): void {
    if (film.status === status) return;
    film.status = status;
    this.onStatus(side, status);
  }
}
