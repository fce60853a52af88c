// The live draft on a canvas: follows the people and the picture of the document.
import type { ProjectDocument } from '#core/project/document.ts';
import type { PersonId } from '#core/project/ids.ts';
import { theHost } from '../../../host/the-host.ts';
import { DraftCanvas } from '../../../preview/draft-canvas.ts';
import { reportError } from '../../../state/edit.ts';
import { projectStore } from '../../../state/project-store.ts';
import type { FrameMotion } from '../../../lib/motion/motion-cache.ts';
import type { PresentedPicture } from '../../../lib/playback/playback-diagnostics.ts';
import { PictureLag } from '../../../lib/playback/picture-lag.ts';
import { loadScene } from './load-scene.ts';

export interface DraftEvents {
  readonly onOpened: (facts: { readonly isSoftware: boolean }) => void;
  /** Another picture may be drawn, or be seen for the first time. */
  readonly onChange: () => void;
  readonly onShown: (picture: PresentedPicture) => void;
}

interface OrderedPicture {
  frame: number;
  readonly motion: Float32Array;
  readonly scale: number;
}

export class DraftPicture {
  private readonly canvas: DraftCanvas;
  private readonly events: DraftEvents;
  private readonly lag = new PictureLag();
  private isOpen = false;
  /** Whether the canvas has a picture of this scene. */
  private hasPicture = false;
  /** A picture was wanted while another was being drawn. */
  private isWanted = false;
  private people: readonly PersonId[] = [];
  private loading: AbortController | null = null;
  private builtFrom: unknown[] = [];
  /** The picture ordered last. */
  private ordered: OrderedPicture | null = null;

  constructor(canvas: HTMLCanvasElement, events: DraftEvents) {
    this.events = events;
    this.canvas = new DraftCanvas(canvas, {
      onOpened: (facts) => this.events.onOpened(facts),
      onShown: (atMs) => this.noteShown(atMs),
      onFailure: (error) => {
        this.drop();
        reportError(error);
      },
    });
  }

  /** From the order of a picture until it stands, usually. */
  get lagSeconds(): number {
    return this.lag.seconds;
  }

  /** Rebuilds when faces or pictures of the shown document changed. The old scene stays until then. */
  follow({ shown, opened, analysis }: ReturnType<typeof projectStore.getState>): void {
    const canBuild = opened !== null && analysis.state !== 'none' && shown.people.length > 0;
    const basis = canBuild ? basisOf(opened.session, shown) : [];
    if (isSameBasis(basis, this.builtFrom)) return;
    const isOtherProject = basis[0] !== this.builtFrom[0];
    this.builtFrom = basis;
    this.loading?.abort();
    if (isOtherProject) this.drop();
    if (canBuild) void this.build();
  }

  canDraw({ people }: FrameMotion): boolean {
    return (
      this.isOpen &&
      people.length === this.people.length &&
      people.every((id, index) => id === this.people[index])
    );
  }

  /**
   * Orders the picture of a frame. What is on screen already is not drawn again.
   * @param scale pixels to draw for each of the film, a side
   * @returns whether the canvas shows it, or what stood there until it is drawn; false while the
   * canvas has nothing of this scene or is busy with the picture before
   */
  draw({ motion }: FrameMotion, frame: number, scale: number): boolean {
    if (!this.isOpen) return false;
    if (this.ordered?.scale === scale && isSameMotion(motion, this.ordered.motion)) {
      this.ordered.frame = frame;
      return this.hasPicture;
    }
    const own = motion.slice();
    if (!this.canvas.draw(own, scale)) {
      this.isWanted = true;
      return false;
    }
    this.lag.decide(performance.now());
    this.ordered = { frame, motion: own, scale };
    return this.hasPicture;
  }

  dispose(): void {
    this.loading?.abort();
    this.canvas.dispose();
  }

  private noteShown(atMs: number): void {
    this.lag.shown(atMs);
    if (this.ordered !== null) this.events.onShown({ ...this.ordered, atMs });
    const isNews = this.isWanted || !this.hasPicture;
    this.hasPicture = this.isOpen && this.ordered !== null;
    this.isWanted = false;
    if (isNews) this.events.onChange();
  }

  private drop(): void {
    this.canvas.close();
    this.isOpen = false;
    this.hasPicture = false;
    this.ordered = null;
    this.people = [];
  }

  private async build(): Promise<void> {
    const loading = new AbortController();
    this.loading = loading;
    const { signal } = loading;
    const { opened, shown } = projectStore.getState();
    if (opened === null) return;
    try {
      const info = await theHost().call('preview.scene', { session: opened.session }, { signal });
      signal.throwIfAborted();
      const faces = info.people.map(
        ({ id, face }) => shown.people.find((person) => person.id === id)?.face ?? face,
      );
      const scene = await loadScene(info, faces, signal);
      signal.throwIfAborted();
      this.canvas.open(scene, this.ordered?.scale ?? 1);
      this.isOpen = true;
      this.ordered = null;
      this.people = info.people.map(({ id }) => id);
      this.events.onChange();
    } catch (error) {
      if (!signal.aborted) reportError(error);
    }
  }
}

function isSameMotion(a: Float32Array, b: Float32Array): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}

/** Everything that a scene is built from. */
function basisOf(session: string, document: ProjectDocument): unknown[] {
  const { scene, people } = document;
  return [
    session,
    scene?.pictureId,
    scene?.plateId,
    scene?.size.join(),
    ...people.flatMap(({ id, matteId, face }) => [id, matteId, face.box.join(), face.landmarks]),
  ];
}

function isSameBasis(a: readonly unknown[], b: readonly unknown[]): boolean {
  return (
    a.length === b.length &&
    a.every((each, index) => {
      const other = b[index];
      if (each === other) return true;
      if (!Array.isArray(each) || !Array.isArray(other)) return false;
      return each.length === other.length && each.every((value, i) => value === other[i]);
    })
  );
}
