// Follows the chunks of one film as they are drawn: into the queue for windows, to disk when finished.
import { FilmTally } from '../render-queue/film-tally.ts';
import type { FilmProgress } from '../render-queue/film-renderer.ts';
import type { PreparedFilm } from '../render-queue/prepare-film.ts';
import { secondsNow } from '../run-context.ts';
import type { JobWork } from './job-work.ts';
import { TimeLeft } from './time-left.ts';

export class FilmWatch {
  private readonly work: Pick<JobWork, 'queue' | 'id'>;
  private readonly framesOf: ReadonlyMap<string, number>;
  private readonly positionOf: ReadonlyMap<string, number>;
  private readonly totalFrames: number;
  private readonly tally = new FilmTally();
  private readonly timeLeft = new TimeLeft();
  private readonly drawing = new Map<string, number>();
  private newFrames = 0;

  constructor(work: Pick<JobWork, 'queue' | 'id'>, { chunks, keys, range }: PreparedFilm) {
    this.work = work;
    this.framesOf = new Map(
      keys.map((key, i) => [key, chunks[i].range.end - chunks[i].range.first]),
    );
    this.positionOf = new Map(keys.map((key, i) => [key, i]));
    this.totalFrames = range.end - range.first;
    this.report();
  }

  /** Frames that were drawn in this run. */
  get framesDrawn(): number {
    return this.newFrames;
  }

  readonly progress: FilmProgress = {
    onDrawn: (key, frames) => {
      const more = this.tally.count(key, frames);
      // Less than before: an engine was restarted, and the frames it had drawn are gone.
      if (more < 0) this.timeLeft.restart(secondsNow());
      else this.timeLeft.advance(more, secondsNow());
      this.drawing.set(key, frames / (this.framesOf.get(key) ?? frames));
      this.report();
    },
    onFinished: ({ key, frames, firstFrame, isReused }) => {
      this.tally.count(key, frames);
      this.drawing.delete(key);
      if (!isReused) {
        this.newFrames += frames;
        const { queue, id } = this.work;
        const chunkCount = this.positionOf.size;
        queue.change(id, {
          chunkNumber: Math.min((this.positionOf.get(key) ?? 0) + 2, chunkCount),
          framesDone: this.tally.done,
          lastChunk: { key, firstFrame },
        });
      }
      this.report();
    },
  };

  private report(): void {
    const { queue, id } = this.work;
    const left = this.totalFrames - this.tally.done;
    queue.report(id, {
      stage: 'render',
      framesDone: this.tally.done,
      framesTotal: this.totalFrames,
      framesPerSecond: this.timeLeft.framesPerSecond,
      secondsLeft: this.timeLeft.rangeFor(left),
      drawing: new Map(this.drawing),
    });
  }
}
