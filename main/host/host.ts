// Composition root of the host: every operation a shell can ask for, over one engine process.

import type { PoseValues } from '#core/pose/pose-schema.ts';
import type { Interpolation, PoseKey } from '#core/project/document.ts';
import { analyzeProject } from './analysis/analyze-project.ts';
import { attachMattes } from './analysis/attach-mattes.ts';
import { diagnose, type Check } from './doctor/diagnose.ts';
import { EngineClient } from './engine-client/engine-client.ts';
import { inspectProject, type ProjectInspection } from './inspect/inspect-project.ts';
import { measureProjectFilm, type ProjectMeasurement } from './measure/measure-project-film.ts';
import { relink } from './project-store/media-links/relink.ts';
import type { ProjectStore } from './project-store/project-store.ts';
import { createProject, type CreateProjectRequest } from './projects/create-project.ts';
import { storeServices, withProject } from './projects/open-project.ts';
import { pickPerson, pickVoice } from './projects/pick-person.ts';
import { summarizeAnalysis, summarizeProject } from './projects/summarize-project.ts';
import type { AnalysisSummary, ProjectSummary } from './projects/summarize-project.ts';
import type { RenderChoices } from './render-queue/film-scene.ts';
import { renderFilm, type RenderSummary } from './render-queue/render-film.ts';
import type { RunContext } from './run-context.ts';

export interface RenderRequest extends RenderChoices {
  readonly projectPath: string;
  /** Null: beside the project. */
  readonly outPath: string | null;
}

export interface MeasureFilmRequest {
  readonly filmPath: string;
  readonly projectPath: string | null;
  readonly referencePath: string | null;
}

export interface ScoreKeyInput {
  readonly tick: number;
  /** In [-1, 1]; null hands back to the automatic score. */
  readonly value: number | null;
  readonly interpolation: Interpolation;
}

/** A person counted from 1, the camera, nobody, or whom the generator chooses. */
export type GazeInput = number | 'camera' | 'free' | 'auto';

export interface PoseKeyInput {
  readonly tick: number;
  /** In the units of the motion vector; null hands a parameter back to the generator. */
  readonly values: PoseValues;
  readonly gaze: GazeInput | null;
  readonly interpolation: PoseKey['interpolation'];
}

export interface TickRange {
  readonly startTick: number;
  /** Null: the end of the voice. */
  readonly endTick: number | null;
}

export interface RelinkSummary {
  /** New paths of what was found. */
  readonly relinked: readonly string[];
  /** Last known paths of what was not. */
  readonly stillMissing: readonly string[];
  /** False when the folder was too large to be searched whole. */
  readonly isComplete: boolean;
}

/** All paths absolute; people and voices counted from 1. Everything throws AppErrors. */
export interface Host {
  createProject(
    request: CreateProjectRequest & { readonly mattePaths: readonly string[] },
    run: RunContext,
  ): Promise<ProjectSummary>;
  analyzeProject(projectPath: string, run: RunContext): Promise<AnalysisSummary>;
  /** Returns what was done, as one phrase. */
  assignVoice(
    projectPath: string,
    voice: number,
    person: number | null,
    range: TickRange,
  ): Promise<string>;
  setPersonSilent(projectPath: string, person: number, isSilent: boolean): Promise<string>;
  setScoreKeys(
    projectPath: string,
    person: number,
    set: readonly ScoreKeyInput[],
    removeTicks: readonly number[],
  ): Promise<string>;
  setPoseKeys(
    projectPath: string,
    person: number,
    set: readonly PoseKeyInput[],
    removeTicks: readonly number[],
  ): Promise<string>;
  /** Returns what was undone or redone; null when there was nothing. */
  stepHistory(projectPath: string, direction: 'undo' | 'redo'): Promise<string | null>;
  renderProject(request: RenderRequest, run: RunContext): Promise<RenderSummary>;
  measureFilm(request: MeasureFilmRequest, run: RunContext): Promise<ProjectMeasurement>;
  inspectProject(projectPath: string): Promise<ProjectInspection>;
  /** Looks for missing media by content under a folder. */
  relinkProject(projectPath: string, folder: string): Promise<RelinkSummary>;
  diagnose(signal: AbortSignal): Promise<Check[]>;
  close(): Promise<void>;
}

/** @param program what uses the host, e.g. `parley render`; the second opener of a project reads it */
export function createHost(program: string): Host {
  const engine = new EngineClient();
  const services = storeServices(program);
  const withWriter = <T>(path: string, use: (store: ProjectStore) => Promise<T>) =>
    withProject(path, services, {}, use);
  const analyze = async (store: ProjectStore, run: RunContext) => {
    for (const notice of store.notices) run.onNotice(notice);
    await analyzeProject(store, engine, run);
  };

  return {
    async createProject(request, run) {
      const store = await createProject(request, services, run);
      try {
        if (request.mattePaths.length > 0) {
          await analyze(store, run);
          await attachMattes(store, request.mattePaths);
        }
        return summarizeProject(store);
      } finally {
        store.close();
      }
    },
    analyzeProject(projectPath, run) {
      return withWriter(projectPath, async (store) => {
        await analyze(store, run);
        return summarizeAnalysis(store);
      });
    },
    assignVoice(projectPath, voice, person, range) {
      return withWriter(projectPath, (store) => {
        const personId = person === null ? null : pickPerson(store.document, person).id;
        const voiceId = pickVoice(store.document, voice).id;
        return Promise.resolve(store.execute('assignVoice', { voiceId, personId, ...range }).label);
      });
    },
    setPersonSilent(projectPath, person, isSilent) {
      return withWriter(projectPath, (store) => {
        const personId = pickPerson(store.document, person).id;
        return Promise.resolve(
          store.execute('setPersonSilent', { personId, silent: isSilent }).label,
        );
      });
    },
    setScoreKeys(projectPath, person, set, removeTicks) {
      return withWriter(projectPath, (store) => {
        const personId = pickPerson(store.document, person).id;
        const input = { personId, set: [...set], remove: [...removeTicks] };
        return Promise.resolve(store.execute('setScoreKeys', input).label);
      });
    },
    setPoseKeys(projectPath, person, set, removeTicks) {
      return withWriter(projectPath, (store) => {
        const { document } = store;
        const gazeOf = (gaze: GazeInput): PoseKey['gaze'] =>
          typeof gaze === 'number'
            ? { kind: 'person', personId: pickPerson(document, gaze).id }
            : { kind: gaze };
        const keys = set.map(({ gaze, ...key }) => ({
          ...key,
          gaze: gaze === null ? null : gazeOf(gaze),
        }));
        const personId = pickPerson(document, person).id;
        const input = { personId, set: keys, remove: [...removeTicks] };
        return Promise.resolve(store.execute('setPoseKeys', input).label);
      });
    },
    stepHistory(projectPath, direction) {
      return withWriter(projectPath, (store) => Promise.resolve(store[direction]()));
    },
    renderProject(request, run) {
      return withWriter(request.projectPath, async (store) => {
        // Chunks go into the project: two renders of one project would undo each other's work.
        store.requireWriter();
        if (store.document.people.length === 0) await analyze(store, run);
        return renderFilm(store, engine, request, request.outPath, run);
      });
    },
    async measureFilm({ filmPath, projectPath, referencePath }, run) {
      if (projectPath === null)
        return measureProjectFilm(filmPath, referencePath, null, engine, run);
      return withWriter(projectPath, (store) =>
        measureProjectFilm(filmPath, referencePath, store, engine, run),
      );
    },
    inspectProject(projectPath) {
      return withProject(projectPath, services, { readOnly: true }, (store) =>
        Promise.resolve(inspectProject(store)),
      );
    },
    relinkProject(projectPath, folder) {
      return withWriter(projectPath, async (store) => {
        const { relinked, stillMissing, complete } = await relink(store, folder);
        const found = new Set(relinked.map(({ id }) => id));
        const { media } = store.document;
        return {
          relinked: media.filter(({ id }) => found.has(id)).map((each) => each.absolutePath),
          stillMissing: stillMissing.map((each) => each.absolutePath),
          isComplete: complete,
        };
      });
    },
    diagnose(signal) {
      return diagnose(engine, services, signal);
    },
    close() {
      return engine.close();
    },
  };
}
