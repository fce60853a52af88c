// The one motion cache of the window, fed by the host and kept in step with the document.
import { DRAFT_CHUNK_FRAMES } from '#core/render/draft-limits.ts';
import { countFilmFrames } from '#core/render/film-length.ts';
import { theHost } from '../../host/the-host.ts';
import { reportError } from '../../state/edit.ts';
import { projectStore, type ProjectState } from '../../state/project-store.ts';
import { firstChangedFrame } from './first-changed-frame.ts';
import { MotionCache, chunkOfFrame, type FrameMotion } from './motion-cache.ts';

type Listener = (firstFrame: number, endFrame: number) => void;
const listeners = new Set<Listener>();
let hasFailed = false;
let playheadFrame = 0;
let direction = 1;

const cache = new MotionCache({
  ask: async (chunk) => {
    const { opened, overlay } = projectStore.getState();
    if (opened === null) throw new Error('Motion is asked for without a project.');
    return theHost().call('preview.motion', {
      session: opened.session,
      chunk,
      overlay: [...overlay],
    });
  },
  onMotion: (first, end) => {
    hasFailed = false;
    for (const listener of listeners) listener(first, end);
  },
  onFailure: (error) => {
    if (!hasFailed) reportError(error);
    hasFailed = true;
  },
});

/** Motion at a frame of the film; null while there is none. */
export function motionAtFrame(frame: number): FrameMotion | null {
  return cache.at(frame);
}

/** Tells which frames have got new motion. @returns ends it */
export function onMotion(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The playhead is here and moves that way: this chunk first, then the next, then the one before. */
export function followPlayhead(frame: number, rate: number): void {
  playheadFrame = frame;
  direction = rate < 0 ? -1 : 1;
  wantAround();
}

function canMove({ opened, shown, analysis }: ProjectState): boolean {
  return (
    opened !== null &&
    analysis.state === 'ready' &&
    shown.people.length > 0 &&
    shown.voices.length > 0
  );
}

function wantAround(): void {
  const project = projectStore.getState();
  if (!canMove(project)) return;
  const chunk = chunkOfFrame(playheadFrame);
  const last = Math.ceil(countFilmFrames(project.shown) / DRAFT_CHUNK_FRAMES) - 1;
  const around = [chunk, chunk + direction, chunk + 2 * direction, chunk - direction];
  cache.want(around.filter((each) => each >= 0 && each <= last));
}

/** @returns stops following the document */
export function startLiveMotion(): () => void {
  return projectStore.subscribe((project, before) => {
    if (project.opened?.session !== before.opened?.session) {
      cache.clear();
      hasFailed = false;
      wantAround();
    } else if (project.analysis !== before.analysis) {
      cache.outdate(0);
      wantAround();
    } else if (project.shown !== before.shown) {
      const frame = firstChangedFrame(before.shown, project.shown);
      if (frame === null) return;
      wantAround();
      cache.outdate(frame);
    }
  });
}
