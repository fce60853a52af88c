// Where in the film a person speaks, as stretches of a bar.
import type { Person, ProjectDocument } from '#core/project/document.ts';
import { effectiveScores } from './effective-scores.ts';

/** Frames looked at per part of the bar, so that the work does not grow with the film. */
const LOOKS = 24;

/** Shares of the film, 0..1. */
export interface PresenceSpan {
  readonly from: number;
  readonly to: number;
}

/** @param parts of the bar that can be told apart: its pixels */
export function presenceOf(
  document: ProjectDocument,
  scores: readonly Float32Array[],
  person: Person,
  frames: number,
  parts: number,
): PresenceSpan[] {
  if (frames === 0 || scores.length === 0) return [];
  const step = Math.max(1, Math.floor(frames / (parts * LOOKS)));
  const count = Math.ceil(frames / step);
  const values = effectiveScores(document, scores, person, { firstFrame: 0, count, step });
  const spans: { from: number; to: number }[] = [];
  const least = 1 / parts;
  values.forEach((value, i) => {
    if (value <= 0) return;
    const from = (i * step) / frames;
    const to = Math.min(1, ((i + 1) * step) / frames);
    const last = spans.at(-1);
    // Gaps that could not be seen are closed.
    if (last !== undefined && from - last.to < least) last.to = to;
    else spans.push({ from, to });
  });
  return spans;
}
