// How the regions of the window lie at the moment: not kept, not part of any project.
import { createStore } from 'zustand/vanilla';

export const REGIONS = ['left', 'monitor', 'inspector', 'timeline', 'queue'] as const;
export type Region = (typeof REGIONS)[number];

export interface LayoutState {
  /** The region that fills the window, if one does. */
  readonly maximized: Region | null;
  readonly isMonitorFullScreen: boolean;
  /** Below 1400 px of the window's own pixels: the queue is a tab of the inspector. */
  readonly isNarrow: boolean;
  /** Below 900 px: lanes fold. */
  readonly isLow: boolean;
  readonly narrowTab: 'inspector' | 'queue';
}

export const layoutStore = createStore<LayoutState>(() => ({
  maximized: null,
  isMonitorFullScreen: false,
  isNarrow: false,
  isLow: false,
  narrowTab: 'inspector',
}));

let pointerRegion: Region | null = null;

/** The region under the pointer, or the one that holds the keys. */
export function setPointerRegion(region: Region | null): void {
  pointerRegion = region;
}

export function regionOf(element: Element | null): Region | null {
  const name = element?.closest<HTMLElement>('[data-region]')?.dataset.region;
  return REGIONS.find((region) => region === name) ?? null;
}

export function toggleMaximized(): void {
  const wanted = pointerRegion ?? regionOf(document.activeElement) ?? 'monitor';
  layoutStore.setState(({ maximized }) => ({ maximized: maximized === null ? wanted : null }));
}

export async function toggleMonitorFullScreen(): Promise<void> {
  if (document.fullscreenElement !== null) return document.exitFullscreen();
  await document.querySelector<HTMLElement>('[data-region=monitor]')?.requestFullscreen();
}
