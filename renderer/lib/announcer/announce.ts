// Says something to screen readers, politely, without showing it.
import { createStore } from 'zustand/vanilla';

export const announcementStore = createStore<{ readonly text: string; readonly count: number }>(
  () => ({ text: '', count: 0 }),
);

export function announce(text: string): void {
  announcementStore.setState(({ count }) => ({ text, count: count + 1 }));
}
