// The live draft on a canvas: follows the people and the picture of the document.
import type { PreviewSceneInfo } from '#core/contract/project-types.ts';
import type { ProjectDocument } from '#core/project/document.ts';
import type { PersonId } from '#core/project/ids.ts';
import { theHost } from '../../../host/the-host.ts';
import { createDraftPreview, type DraftPreview } from '../../../preview/draft-preview.ts';
import { reportError } from '../../../state/edit.ts';
import { projectStore } from '../../../state/project-store.ts';
import type { FrameMotion } from '../../../lib/motion/motion-cache.ts';
import { loadScene } from './load-scene.ts';

export class DraftPicture {
  private readonly canvas: HTMLCanvasElement;
  private readonly onScene: () => void;
  private preview: DraftPreview | null = null;
  private people: readonly PersonId[] = [];
  private loading: AbortController | null = null;
  private info: PreviewSceneInfo | null = null;
  private builtFrom: unknown[] = [];
  private drawn: Float32Array | null = null;
  private scale = 1;

  constructor(canvas: HTMLCanvasElement, onScene: () => void) {
    this.canvas = canvas;
    this.onScene = onScene;
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
      this.preview !== null &&
      people.length === this.people.length &&
      people.every((id, index) => id === this.people[index])
    );
  }

  /**
   * What is on screen already is not drawn again: without a GPU one frame costs a tenth of a second.
   * @param scale pixels to draw for each of the film, a side
   */
  draw({ motion }: FrameMotion, scale: number): void {
    this.scale = scale;
    if (this.preview === null) return;
    this.preview.setScale(scale);
    if (isSameMotion(motion, this.drawn)) return;
    this.preview.draw(motion);
    this.drawn = motion.slice();
  }

  /** The size of the film that is drawn; null before the scene is there. */
  get size(): readonly [width: number, height: number] | null {
    return this.info?.size ?? null;
  }

  dispose(): void {
    this.loading?.abort();
    this.drop();
  }

  private drop(): void {
    this.preview?.dispose();
    this.preview = null;
    this.drawn = null;
    this.people = [];
    this.info = null;
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
      this.preview?.dispose();
      this.preview = createDraftPreview(this.canvas, scene, this.scale);
      this.drawn = null;
      this.people = info.people.map(({ id }) => id);
      this.info = info;
      this.onScene();
    } catch (error) {
      if (!signal.aborted) reportError(error);
    }
  }
}

function isSameMotion(a: Float32Array, b: Float32Array | null): boolean {
  return b !== null && a.length === b.length && a.every((value, index) => value === b[index]);
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
