// The motion that the window draws: of any version of the document, at any place, at once. Exact
// where what comes before is known, else planned from the best guess while the rest is caught up.
import type { PreviewMotion } from '#core/contract/project-types.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { ProjectDocument } from '#core/project/document.ts';
import { MotionTracks } from '#core/render/motion-tracks.ts';
import type { MotionRequest } from '#main/engine/protocol/methods.ts';
import type { EngineClient } from '../engine-client/engine-client.ts';
import type { ProjectStore } from '../project-store/project-store.ts';
import { trackSlice } from '../render-queue/track-slice.ts';
import type { VoiceInputs } from '../render-queue/motion-scene.ts';
import type { RunContext } from '../run-context.ts';
import { DocumentView } from './document-view.ts';
import { PreviewEngine } from './preview-engine.ts';
import { RecentMap } from './recent-map.ts';
import { gatherVoices, nameVoices } from './voice-inputs.ts';

type Carry = MotionRequest['carry'];

export interface PlannedMotion {
  /** // [frames, P, 24] */
  readonly motion: Float32Array;
  readonly isApproximate: boolean;
}

/** Chunks that are planned on the way to the one that was asked for. */
const CATCH_UP_CHUNKS = 4;
/** Chunks that people get to settle in when nothing is known of what came before. */
const WARM_UP_CHUNKS = 1;
/** Two minutes of an hour's planning each way; 30 kB for four people. */
const KEPT_MOTIONS = 256;
/** Two versions of an hour; 16 kB for four people. */
const KEPT_CARRIES = 2400;

const QUIET: RunContext = {
  signal: new AbortController().signal,
  onProgress: () => undefined,
  onNotice: () => undefined,
};

export class MotionPlanner {
  private readonly store: ProjectStore;
  private readonly engine: EngineClient;
  private readonly previews: PreviewEngine;
  private readonly onExact: (chunk: number) => void;
  private readonly tracks = new MotionTracks();
  private views = new WeakMap<ProjectDocument, DocumentView>();
  private voices: { readonly name: string; readonly inputs: Promise<VoiceInputs> } | null = null;
  private readonly motions = new RecentMap<string, PlannedMotion>(KEPT_MOTIONS);
  /** Carries as JSON, by the key of the chunk that they follow. */
  private readonly carries = new RecentMap<string, string>(KEPT_CARRIES);
  /** Per chunk: the key of the last carry that was planned there, of whatever version. */
  private readonly lastKeys: string[] = [];
  private readonly running = new Map<string, Promise<PlannedMotion>>();
  /** What windows wait for; the background waits for it too. */
  private answering: Promise<unknown> = Promise.resolve();
  private filling: { readonly view: DocumentView; until: number } | null = null;
  private isClosed = false;

  /** @param onExact a chunk that was answered approximately can now be had exactly */
  constructor(
    store: ProjectStore,
    engine: EngineClient,
    onExact: (chunk: number) => void = () => undefined,
  ) {
    this.store = store;
    this.engine = engine;
    this.previews = new PreviewEngine(engine);
    this.onExact = onExact;
  }

  /** Prepares the voices of the project, which takes a while the first time. */
  prepare(run: RunContext): Promise<VoiceInputs> {
    return this.voicesOf(this.store.document, run);
  }

  /**
   * Motion of one grid chunk of a document: the project's own, or one with a gesture applied.
   * Throws AppError `not-analyzed`, `no-such-chunk`, `engine-stopped`; the signal's reason.
   */
  async motionOf(
    document: ProjectDocument,
    chunk: number,
    signal: AbortSignal,
  ): Promise<PreviewMotion> {
    const view = await this.viewOf(document);
    signal.throwIfAborted();
    if (chunk >= view.chunkCount) throw noSuchChunk(chunk, view.chunkCount);
    const key = view.keyOf(chunk);
    const answer = this.planned(view, chunk, signal);
    this.answering = Promise.allSettled([this.answering, answer]);
    const { motion, isApproximate } = await answer;
    const { first, end } = view.gridOf(chunk);
    return {
      firstFrame: first,
      frames: end - first,
      people: view.people,
      key,
      motion,
      isApproximate,
    };
  }

  /** The view of a document: its plan and its chunk keys, for whoever shows chunks. */
  async viewOf(document: ProjectDocument): Promise<DocumentView> {
    const known = this.views.get(document);
    if (known) return known;
    const inputs = await this.voicesOf(document, QUIET);
    const view = this.views.get(document) ?? new DocumentView(document, inputs, this.tracks);
    this.views.set(document, view);
    return view;
  }

  /** Stops what runs in the background. */
  close(): void {
    this.isClosed = true;
  }

  private async planned(
    view: DocumentView,
    chunk: number,
    signal: AbortSignal,
  ): Promise<PlannedMotion> {
    const known = this.motions.get(view.keyOf(chunk));
    if (known?.isApproximate === false) return known;
    const start = this.firstUnknown(view, chunk);
    const unknown = chunk - start;
    // An edit is seen at once, however far before the playhead it begins.
    if (unknown > CATCH_UP_CHUNKS || (unknown > 0 && this.formerCarry(view, chunk) !== null)) {
      this.fillUp(view, chunk);
      return known ?? this.guess(view, chunk, signal);
    }
    for (let index = start; index < chunk; index++) {
      await this.planExactly(view, index);
      signal.throwIfAborted();
    }
    const planned = await this.planExactly(view, chunk);
    this.motions.set(view.keyOf(chunk), planned);
    return planned;
  }

  /** The earliest chunk from which everything up to `chunk` can be planned exactly. */
  private firstUnknown(view: DocumentView, chunk: number): number {
    let start = chunk;
    while (start > 0 && !this.carries.has(view.keyOf(start - 1))) start--;
    return start;
  }

  /** The carry before the chunk must be known, or the chunk be the first. */
  private planExactly(view: DocumentView, chunk: number): Promise<PlannedMotion> {
    const key = view.keyOf(chunk);
    const running = this.running.get(key) ?? this.planAndKeep(view, chunk);
    this.running.set(key, running);
    return running.finally(() => this.running.delete(key));
  }

  private async planAndKeep(view: DocumentView, chunk: number): Promise<PlannedMotion> {
    const before = chunk === 0 ? null : this.carryAfter(view.keyOf(chunk - 1));
    const { motion, carry } = await this.ask(view, chunk, before);
    const key = view.keyOf(chunk);
    this.carries.set(key, JSON.stringify(carry));
    this.lastKeys[chunk] = key;
    return { motion, isApproximate: false };
  }

  /** From what another version of the document was like here, or from people who just arrived. */
  private async guess(
    view: DocumentView,
    chunk: number,
    signal: AbortSignal,
  ): Promise<PlannedMotion> {
    let carry = this.formerCarry(view, chunk);
    let index = carry === null ? chunk - WARM_UP_CHUNKS : chunk;
    for (; index < chunk; index++) {
      carry = (await this.ask(view, index, carry)).carry;
      signal.throwIfAborted();
    }
    const { motion } = await this.ask(view, chunk, carry);
    const planned = { motion, isApproximate: true };
    const key = view.keyOf(chunk);
    if (!this.motions.has(key)) this.motions.set(key, planned);
    return planned;
  }

  /** Before the chunk, in whatever version of the document was planned there last. */
  private formerCarry(view: DocumentView, chunk: number): Carry {
    const carry = this.carryAfter(this.lastKeys.at(chunk - 1));
    return carry?.people.length === view.people.length ? carry : null;
  }

  private carryAfter(key: string | undefined): Carry {
    const json = key === undefined ? undefined : this.carries.get(key);
    return json === undefined ? null : (JSON.parse(json) as Carry);
  }

  private ask(view: DocumentView, chunk: number, carry: Carry) {
    const { scene, constant, tracks, lookaheadFrames } = view.plan;
    const grid = view.gridOf(chunk);
    const slice = trackSlice(tracks, grid, lookaheadFrames);
    return this.previews.plan(constant, scene, { grid, carry, ...slice });
  }

  /** Plans everything up to `chunk` in the background; a newer document takes its place. */
  private fillUp(view: DocumentView, chunk: number): void {
    if (this.filling?.view === view) {
      this.filling.until = Math.max(this.filling.until, chunk);
      return;
    }
    const task = { view, until: chunk };
    this.filling = task;
    void this.fill(task).catch(() => {
      // Whoever asks for the chunk itself is told why it cannot be planned.
      if (this.filling === task) this.filling = null;
    });
  }

  private async fill(task: { readonly view: DocumentView; readonly until: number }): Promise<void> {
    const { view } = task;
    // By then the question that set it off is among the answered ones.
    await Promise.resolve();
    for (let index = this.firstUnknown(view, task.until); index <= task.until; index++) {
      await this.answering;
      if (this.isClosed || this.filling !== task) return;
      const planned = await this.planExactly(view, index);
      const key = view.keyOf(index);
      // The motion of what nobody looks at would push out what somebody does.
      if (this.motions.get(key)?.isApproximate !== true) continue;
      this.motions.set(key, planned);
      this.onExact(index);
    }
    this.filling = null;
  }

  private voicesOf(document: ProjectDocument, run: RunContext): Promise<VoiceInputs> {
    const name = nameVoices(document);
    if (this.voices?.name === name) return this.voices.inputs;
    const inputs = gatherVoices(this.store, this.engine, run);
    this.voices = { name, inputs };
    this.views = new WeakMap();
    inputs.catch(() => {
      if (this.voices?.inputs === inputs) this.voices = null;
    });
    return inputs;
  }
}

function noSuchChunk(chunk: number, count: number): AppError {
  return new AppError({
    category: 'usage',
    code: 'no-such-chunk',
    message: `The film has ${count} chunks; there is no chunk ${chunk}.`,
  });
}
