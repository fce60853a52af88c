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
import type { ProjectStore } from '../project-store/project-store.ts';
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
    this.stopWatching = this.store.subscribe(({ document: now }) => {
      if (this.heardVoices !== null && nameVoices(now) !== this.heardVoices) void this.run(false);
    });
  }

  /**
   * Analyses again. An analysis that runs is given up for it.
   * @param isForFaces look for people too; otherwise those that are known stay
   */
  async run(isForFaces: boolean): Promise<void> {
    this.controller?.abort();
    const controller = new AbortController();
    this.controller = controller;
    this.heardVoices = nameVoices(this.store.document);
    this.events.update(({ scores }) => ({ state: 'running', error: null, scores }));
    try {
      await this.runActivity((run) => {
        const signal = AbortSignal.any([run.signal, controller.signal]);
        return this.analyze(isForFaces, { ...run, signal });
      });
    } catch (error) {
      if (this.controller !== controller) return;
      this.events.update(({ scores }) => ({ state: 'failed', error: toWireError(error), scores }));
    }
  }

  close(): void {
    this.controller?.abort();
    this.stopWatching();
  }

  private async analyze(isForFaces: boolean, run: RunContext): Promise<void> {
    const { store, engine } = this;
    const media = await resolveMedia(store.document, store.path, 'size');
    requireAllMedia(media);
    let faceError: AppError | null = null;
    if (isForFaces) {
      try {
        await findPeople(store, engine, media.paths, run);
      } catch (error) {
        // People can be drawn by hand; the voices are heard all the same.
        if (!(error instanceof AppError) || error.code !== 'no-face-found') throw error;
        faceError = error;
      }
    }
    run.signal.throwIfAborted();
    if (store.document.voices.length > 0) {
      const heard = await hearProject(store, engine, media.paths, run);
      run.signal.throwIfAborted();
      proposeSpeakers(store, heard, media.paths);
      await this.planner.prepare(run);
    }
    run.signal.throwIfAborted();
    if (faceError !== null) throw faceError;
    this.showScores();
  }

  private showScores(): void {
    const scores = (findScores(this.store) ?? []).map(({ values }) => values);
    this.events.set({ state: 'ready', error: null, scores });
  }
}
