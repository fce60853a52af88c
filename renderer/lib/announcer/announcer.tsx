// The live region that `announce` speaks through.
import { useStore } from 'zustand';
import { announcementStore } from './announce.ts';

export function Announcer() {
  const { text, count } = useStore(announcementStore);
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {/* A new node, so that the same words are said twice when they happen twice. */}
      <span key={count}>{text}</span>
    </div>
  );
}
