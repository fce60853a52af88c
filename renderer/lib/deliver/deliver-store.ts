// What the delivery form is set to. Kept while the window is open; another project starts afresh.
import { createStore } from 'zustand/vanilla';
import type {
  ExportPreset,
  ExportSettings,
  FileToken,
  SessionId,
  Take,
  TakeId,
} from '#core/contract/project-types.ts';
import { projectStore, type ProjectState } from '../../state/project-store.ts';
import { viewStore } from '../../state/view-store.ts';
import type { ViewState } from '#core/contract/project-types.ts';
import { isFileName, proposeFileName } from './propose-file-name.ts';

export interface PickedFolder {
  readonly token: FileToken;
  readonly name: string;
}

export interface DeliverState {
  readonly presets: readonly ExportPreset[];
  /** Null: the first preset that can be used. */
  readonly presetId: string | null;
  /** Null: the project as it is now. */
  readonly takeId: TakeId | null;
  readonly isWholeFilm: boolean;
  /** Null: the proposed name. */
  readonly fileName: string | null;
  /** Null: the exports folder. */
  readonly folder: PickedFolder | null;
  readonly session: SessionId | null;
}

const FRESH = {
  takeId: null,
  isWholeFilm: false,
  fileName: null,
  folder: null,
} as const;

export const deliverStore = createStore<DeliverState>(() => ({
  ...FRESH,
  presets: [],
  presetId: null,
  session: null,
}));

/** Forgets what was meant for another project. */
export function followDeliveredProject(session: SessionId | null): void {
  if (deliverStore.getState().session !== session) deliverStore.setState({ ...FRESH, session });
}

export function chosenPreset({ presets, presetId }: DeliverState): ExportPreset | null {
  const usable = presets.filter((preset) => preset.unavailable === null);
  return usable.find((preset) => preset.id === presetId) ?? usable.at(0) ?? null;
}

export function deliveredTake({ takeId }: DeliverState, takes: readonly Take[]): Take | null {
  return takes.find((take) => take.id === takeId) ?? null;
}

/** Name without extension, as it will be. */
export function fileNameOf({ fileName }: DeliverState, { opened, jobs }: ProjectState): string {
  if (fileName !== null) return fileName;
  const taken = jobs.flatMap(({ title, output }) =>
    output === null ? [title] : [title, output.name],
  );
  return proposeFileName(opened?.name ?? '', taken);
}

export function hasMarks({ inTick, outTick }: ViewState): boolean {
  return inTick !== null || outTick !== null;
}

/** What would be delivered now; null while something is missing. */
export function exportSettings(
  deliver: DeliverState,
  project: ProjectState,
  view: ViewState,
): ExportSettings | null {
  const preset = chosenPreset(deliver);
  const fileName = fileNameOf(deliver, project);
  if (preset === null || project.opened === null || !isFileName(fileName)) return null;
  const { inTick, outTick } = view;
  return {
    preset: preset.id,
    takeId: deliveredTake(deliver, project.takes)?.id ?? null,
    range: deliver.isWholeFilm || !hasMarks(view) ? null : { inTick, outTick },
    fileName,
    folder: deliver.folder?.token ?? null,
  };
}

export function currentExportSettings(): ExportSettings | null {
  return exportSettings(deliverStore.getState(), projectStore.getState(), viewStore.getState());
}
