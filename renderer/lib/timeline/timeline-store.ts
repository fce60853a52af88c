// The timeline as others need to know it: tool, size, scroll and who has the keys. Never kept.
import { createStore } from 'zustand/vanilla';

export type TimelineTool = 'select' | 'split' | 'pencil';

export interface TimelineState {
  readonly tool: TimelineTool;
  /** Size of the lanes' canvas in CSS pixels; 0 before it is on screen. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** How far the lanes are scrolled down. */
  readonly scrollTopPx: number;
  /** Whether keys go to the timeline now. */
  readonly hasFocus: boolean;
  /** What the gesture that runs would cost; null: no gesture, or not known yet. */
  readonly impact: EditImpact | null;
}

export interface EditImpact {
  readonly staleChunks: readonly number[];
  readonly seconds: { readonly low: number; readonly high: number } | null;
}

export const timelineStore = createStore<TimelineState>(() => ({
  tool: 'select',
  widthPx: 0,
  heightPx: 0,
  scrollTopPx: 0,
  hasFocus: false,
  impact: null,
}));
