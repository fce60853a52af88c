// What a shell tells the user after making or analysing a project.

import { ticksToSeconds } from '#core/time/ticks.ts';
import type { ProjectStore } from '../project-store/project-store.ts';

export interface ProjectSummary {
  readonly project: string;
  readonly size: readonly [number, number];
  readonly voices: number;
  readonly durationTicks: number;
}

export interface AnalysisSummary {
  readonly project: string;
  /** Left to right. */
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    /** Name of the voice; null for a listener. */
    readonly voice: string | null;
    readonly confidence: number;
  }[];
  readonly seconds: number;
}

export function summarizeProject(store: ProjectStore): ProjectSummary {
  const { document, path } = store;
  return {
    project: path,
    size: document.scene?.size ?? [0, 0],
    voices: document.voices.length,
    durationTicks: longestTicks(store),
  };
}

export function summarizeAnalysis(store: ProjectStore): AnalysisSummary {
  const { document, path } = store;
  return {
    project: path,
    people: document.people.map(({ id, name, face, silent }) => {
      const assignment = document.assignments.find(({ personId }) => personId === id);
      const voice = document.voices.find((each) => each.id === assignment?.voiceId);
      return {
        id,
        name,
        voice: silent ? null : (voice?.name ?? null),
        confidence: assignment?.confidence ?? face.confidence,
      };
    }),
    seconds: ticksToSeconds(longestTicks(store)),
  };
}

function longestTicks({ document }: ProjectStore): number {
  return Math.max(0, ...document.voices.map((voice) => voice.durationTicks));
}
