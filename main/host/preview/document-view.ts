// One version of the document as planning sees it: its plan, and the key of every grid chunk.
import type { PersonId } from '#core/project/ids.ts';
import type { ProjectDocument } from '#core/project/document.ts';
import type { FrameRange } from '#core/render/chunk-plan.ts';
import type { MotionTracks } from '#core/render/motion-tracks.ts';
import type { ChunkKeyChain } from '../render-queue/chunk-keys.ts';
import {
  gridOf,
  planMotionScene,
  type MotionPlan,
  type VoiceInputs,
} from '../render-queue/motion-scene.ts';

export class DocumentView {
  readonly plan: MotionPlan;
  readonly people: readonly PersonId[];
  private readonly chain: ChunkKeyChain;
  private readonly keys: string[] = [];

  constructor(document: ProjectDocument, voices: VoiceInputs, known: MotionTracks) {
    this.plan = planMotionScene(document, voices, null, known);
    this.people = document.people.map(({ id }) => id);
    this.chain = this.plan.startKeys(this.plan.constant);
  }

  get chunkCount(): number {
    return Math.ceil(this.plan.totalFrames / this.plan.gridFrames);
  }

  gridOf(index: number): FrameRange {
    return gridOf(this.plan, index);
  }

  /** Stands for the motion of chunk `index` and for the carry at its end. */
  keyOf(index: number): string {
    while (this.keys.length <= index) {
      this.chain.next(this.gridOf(this.keys.length));
      this.keys.push(this.chain.position);
    }
    return this.keys[index];
  }
}
