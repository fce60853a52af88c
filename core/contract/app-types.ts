// What a window knows of the program and the machine it runs on.
import { z } from 'zod';
import type { WorkStage } from './work-stage.ts';

export const KEY_MAP_NAMES = ['default', 'premiere', 'resolve', 'avid'] as const;

/** Settings of the user, the same for all projects. */
export const settingsSchema = z
  .strictObject({
    /** Percent, 80..200. */
    uiScale: z.number().int().min(80).max(200).default(100),
    locale: z
      .string()
      .regex(/^[a-z]{2}(-[A-Z]{2})?$/)
      .default('en'),
    keyMap: z.enum(KEY_MAP_NAMES).default('default'),
    /** Action id -> key chord by physical code, e.g. `Ctrl+Shift+KeyZ`; null: no key. */
    keyOverrides: z.record(z.string().max(64), z.string().max(64).nullable()).default({}),
    /** Panel id -> share of its group, 0..100. */
    panelSizes: z.record(z.string().max(64), z.number().min(0).max(100)).default({}),
    /** The three hints of the first run have been seen. */
    hintsSeen: z.boolean().default(false),
    /** A notification of the operating system when a job ends. */
    notifyWhenDone: z.boolean().default(true),
  })
  .readonly();

export type Settings = z.infer<typeof settingsSchema>;
export const settingsPatchSchema = z.strictObject({
  uiScale: z.number().int().min(80).max(200).optional(),
  locale: z
    .string()
    .regex(/^[a-z]{2}(-[A-Z]{2})?$/)
    .optional(),
  keyMap: z.enum(KEY_MAP_NAMES).optional(),
  keyOverrides: z.record(z.string().max(64), z.string().max(64).nullable()).optional(),
  panelSizes: z.record(z.string().max(64), z.number().min(0).max(100)).optional(),
  hintsSeen: z.boolean().optional(),
  notifyWhenDone: z.boolean().optional(),
});

/** One thing the machine has or lacks, as `parley doctor` says it. */
export interface MachineCheck {
  readonly name: string;
  readonly isOk: boolean;
  readonly detail: string;
  readonly hint: string | null;
}

/** Measured, not guessed. */
export interface MachineFacts {
  readonly processor: string;
  readonly cores: number;
  readonly memoryBytes: number;
  /** Free space where projects are kept. */
  readonly freeBytes: number;
  /** Inference providers that a session could be opened with, e.g. `CPU`. */
  readonly devices: readonly string[];
  readonly checks: readonly MachineCheck[];
}

/** A model that Parley can run, with what is really on disk. */
export interface ModelFacts {
  readonly id: string;
  readonly name: string;
  readonly purpose: 'generator' | 'analysis';
  readonly isBuiltIn: boolean;
  readonly bytes: number;
  readonly license: string;
  /** `damaged`: the checksum does not match. */
  readonly state: 'ready' | 'damaged' | 'missing';
  readonly detail: string;
}

export interface AppStart {
  readonly version: string;
  readonly settings: Settings;
  /** Folder of new projects, as a display path. */
  readonly projectsFolder: string;
  readonly exportsFolder: string;
  /** Whether the host can show its own file dialogs (Electron) or files are uploaded (serve). */
  readonly fileAccess: 'paths' | 'uploads';
}

export interface EngineStatus {
  readonly state: 'idle' | 'working' | 'restarting';
  /** Null when idle. */
  readonly activity: WorkStage | null;
  /** How often the engine process died since the host started. */
  readonly crashes: number;
}

/** A project that can be opened, under an opaque name: a window never sees or sends paths. */
export interface ProjectListing {
  readonly ref: string;
  readonly name: string;
  /** For people, e.g. `~/Parley/Interview.parley`. */
  readonly displayPath: string;
  /** ISO date. */
  readonly modifiedAt: string;
  readonly isMissing: boolean;
}
