// Where the film changes: ends of stretches, of voices, and of the film itself.
import type { ProjectDocument } from '#core/project/document.ts';
import { countFilmFrames } from '#core/render/film-length.ts';
import { DRAFT_FRAME_RATE, frameToTicks, ticksToFrame } from '#core/time/ticks.ts';

/** The next change before or behind a tick, as the first tick of its frame; null: none. */
export function findEditPoint(
  document: ProjectDocument,
  tick: number,
  direction: 1 | -1,
): number | null {
  const rate = document.scene?.frameRate ?? DRAFT_FRAME_RATE;
  const here = ticksToFrame(tick, rate);
  const last = countFilmFrames(document) - 1;
  let nearest: number | null = null;
  const consider = (at: number): void => {
    const frame = Math.max(0, Math.min(last, ticksToFrame(at, rate)));
    const ahead = (frame - here) * direction;
    if (ahead > 0 && (nearest === null || ahead < (nearest - here) * direction)) nearest = frame;
  };
  consider(0);
  consider(frameToTicks(last, rate));
  const ends = new Map(document.voices.map(({ id, durationTicks }) => [id, durationTicks]));
  for (const { voiceId, startTick, endTick } of document.assignments) {
    consider(startTick);
    consider(endTick ?? ends.get(voiceId) ?? 0);
  }
  for (const end of ends.values()) consider(end);
  return nearest === null ? null : frameToTicks(nearest, rate);
}
