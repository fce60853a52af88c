// What the pointer does on the monitor. Never kept.
import { createStore } from 'zustand/vanilla';

export type MonitorTool =
  | 'select'
  /** The next drag draws the box of a face that was missed. */
  | 'draw-face'
  /** The points of the selected face are dragged. */
  | 'landmarks';

export interface MonitorToolState {
  readonly tool: MonitorTool;
  /** Whether a moved handle makes a key by itself; else it needs a key at the playhead. */
  readonly isAutoKey: boolean;
}

export const monitorToolStore = createStore<MonitorToolState>(() => ({
  tool: 'select',
  isAutoKey: true,
}));

export function chooseMonitorTool(tool: MonitorTool): void {
  monitorToolStore.setState({ tool });
}
