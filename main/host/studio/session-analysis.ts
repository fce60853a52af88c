// Analysis of an open project: starts by itself when the picture or the voices change, and tells windows
// how it stands.
import type { AnalysisEvent } from '#core/contract/project-types.ts';
import { AppError, toWireError } from '#core/errors/app-error.ts';
import { findPeople, hearProject, proposeSpeakers } from '../analysis/analyze-in-steps.ts';
import { findScores } from '../analysis/speaking-scores.ts';
import type { EngineClient } from '../engine-client/engine-client.ts';
import { nameVoices } from '../preview/voice-inputs.ts';
import type { MotionPlanner } from '../preview/motion-planner.ts';
import { requireAllMedia, resolveMedia } from '../project-store/media-links/resolve-media.ts';
import type { ProjectStore, StoreChange } from '../project-store/project-store.ts';
import type { RunContext } from '../run-context.ts';
import { Channel } from './channel.ts';

type RunActivity = <T>(work: (run: RunContext) => Promise<T>) => Promise<T>;

const NOTHING: AnalysisEvent = { state: 'none', error: null, scores: [] };

export class SessionAnalysis {
  readonly events = new Channel<AnalysisEvent>(NOTHING);
  private readonly store: ProjectStore;
  private readonly engine: EngineClient;
  private readonly planner: MotionPlanner;
  private readonly runActivity: RunActivity;
  private controller: AbortController | null = null;
  private heardVoices: string | null = null;
  private isFindingFaces = false;
  private stopWatching: () => void = () => undefined;

  constructor(
    store: ProjectStore,
    engine: EngineClient,
    planner: MotionPlanner,
    runActivity: RunActivity,
  ) {
    this.store = store;
    this.engine = engine;
    this.planner = planner;
    this.runActivity = runActivity;
  }

  /** Shows what is known, looks for the rest, and follows the document from now on. */
  open(): void {
    const { document } = this.store;
    const isKnown = document.voices.length > 0 && findScores(this.store) !== null;
    if (this.store.access === 'writer') {
      const hasPeople = document.people.length > 0 || document.scene === null;
      if (!hasPeople || document.voices.length > 0) void this.run(!hasPeople);
    } else if (isKnown) this.showScores();
    this.stopWatching = this.store.subscribe(({ document: now, step }) => {
      const hasOtherVoices = this.heardVoices !== null && nameVoices(now) !== this.heardVoices;
      if (hasOtherVoices || isPersonDrawn(step)) void this.run(false);
    });
  }

  /**
   * Analyses again. An analysis that runs is given up for it, unless it still looks for faces: that takes
   * no notice of voices, and hears those that have come meanwhile.
   * @param isForFaces look for people too; otherwise those that are known stay
   */
  async run(isForFaces: boolean): Promise<void> {
    if (this.isFindingFaces && !isForFaces) return;
    this.controller?.abort();
    const controller = new AbortController();
    this.controller = controller;
    this.isFindingFaces = isForFaces;
    this.heardVoices = nameVoices(this.store.document);
    this.events.update(({ scores }) => ({ state: 'running', error: null, scores }));
    try {
      await this.runActivity((run) => {
        const signal = AbortSignal.any([run.signal, controller.signal]);
        return this.analyzeTwice(isForFaces, { ...run, signal });
      });
    } catch (error) {
      if (this.controller !== controller) return;
      this.isFindingFaces = false;
      this.events.update(({ scores }) => ({ state: 'failed', error: toWireError(error), scores }));
    }
  }

  close(): void {
    this.controller?.abort();
    this.stopWatching();
  }

  /** What was given up before may take the engine with it; then it is not this analysis that failed. */
  private async analyzeTwice(isForFaces: boolean, run: RunContext): Promise<void> {
    try {
      await this.analyze(isForFaces, run);
    } catch (error) {
      const isCrash = error instanceof AppError && error.code === 'engine-stopped';
      if (!isCrash || run.signal.aborted) throw error;
      await this.analyze(isForFaces && this.isFindingFaces, run);
    }
  }

  private async analyze(isForFaces: boolean, run: RunContext): Promise<void> {
    const faceError = isForFaces ? await this.lookForPeople(run) : null;
    run.signal.throwIfAborted();
    await this.hear(run);
    run.signal.throwIfAborted();
    if (faceError !== null && this.store.document.people.length === 0) throw faceError;
    this.showScores();
  }

  /** People can be drawn by hand: the voices are heard although nobody was found. */
  private async lookForPeople(run: RunContext): Promise<AppError | null> {
    let noFace: AppError | null = null;
    try {
      await findPeople(this.store, this.engine, await this.findMedia(), run);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'no-face-found') throw error;
      noFace = error;
    }
    run.signal.throwIfAborted();
    this.isFindingFaces = false;
    return noFace;
  }

  private async hear(run: RunContext): Promise<void> {
    const { store, engine } = this;
    this.heardVoices = nameVoices(store.document);
    if (store.document.voices.length === 0) return;
    const paths = await this.findMedia();
    const heard = await hearProject(store, engine, paths, run);
    run.signal.throwIfAborted();
    proposeSpeakers(store, heard, paths);
    await this.planner.prepare(run);
  }

  /** Throws AppError `media-missing`. */
  private async findMedia(): Promise<ReadonlyMap<string, string>> {
    const media = await resolveMedia(this.store.document, this.store.path, 'size');
    requireAllMedia(media);
    return media.paths;
  }

  private showScores(): void {
    const scores = (findScores(this.store) ?? []).map(({ values }) => values);
    this.events.set({ state: 'ready', error: null, scores });
  }
}

/** Somebody new may speak a voice that nobody speaks. What is undone and redone has its proposals. */
function isPersonDrawn(step: StoreChange['step']): boolean {
  return (
    step?.origin === 'edit' &&
    step.changes.some(
      ({ kind, before, after }) =>
        kind === 'person' && before === null && after?.source === 'drawn',
    )
  );
}
