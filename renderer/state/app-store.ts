// The program around the project: start-up facts, settings, engine, messages to the user, dialogs.
import { createStore } from 'zustand/vanilla';
import {
  settingsSchema,
  type AppStart,
  type EngineStatus,
  type Settings,
} from '#core/contract/app-types.ts';
import type { Activity } from '#core/contract/project-types.ts';

export interface Toast {
  readonly id: number;
  /** `undo`: 4 s and polite; `error`: stays and is assertive. */
  readonly kind: 'info' | 'undo' | 'warning' | 'error';
  readonly message: string;
  readonly hint: string | null;
  /** A button on the toast: id of an action. */
  readonly actionId: string | null;
}

export type DialogName =
  'palette' | 'keys' | 'settings' | 'models' | 'history' | 'open' | 'rename' | 'about' | 'marker';

/** A file on its way to the host. */
export interface Upload {
  readonly id: number;
  readonly name: string;
  /** 0..1 */
  readonly share: number;
}

export interface AppState {
  readonly start: AppStart | null;
  readonly settings: Settings;
  readonly engine: EngineStatus;
  readonly connection: 'connected' | 'lost';
  readonly activities: readonly Activity[];
  readonly uploads: readonly Upload[];
  readonly toasts: readonly Toast[];
  readonly dialog: DialogName | null;
  /** What pointer and keys would do now, for the status bar: [key, meaning] pairs. */
  readonly hints: readonly (readonly [key: string, meaning: string])[];
}

export const appStore = createStore<AppState>(() => ({
  start: null,
  settings: settingsSchema.parse({}),
  engine: { state: 'idle', activity: null, crashes: 0 },
  connection: 'connected',
  activities: [],
  uploads: [],
  toasts: [],
  dialog: null,
  hints: [],
}));

let nextToastId = 1;

export function showToast(toast: Omit<Toast, 'id'>): void {
  const id = nextToastId++;
  appStore.setState(({ toasts }) => ({ toasts: [...toasts.slice(-4), { ...toast, id }] }));
}

export function dismissToast(id: number): void {
  appStore.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}

export function openDialog(dialog: DialogName | null): void {
  appStore.setState({ dialog });
}

let nextUploadId = 1;

/** @returns the id under which the upload goes on */
export function showUpload(name: string, share: number, id: number = nextUploadId++): number {
  appStore.setState(({ uploads }) => ({
    uploads: [...uploads.filter((upload) => upload.id !== id), { id, name, share }],
  }));
  return id;
}

export function endUpload(id: number): void {
  appStore.setState(({ uploads }) => ({ uploads: uploads.filter((upload) => upload.id !== id) }));
}

export function setHints(hints: AppState['hints']): void {
  appStore.setState({ hints });
}
