// Takes, as the host would list them.
import { takeIdSchema, type Take } from '#core/contract/project-types.ts';

/** A take of 200 frames in three chunks, not measured. */
export function madeUpTake(number: number, patch: Partial<Take> = {}): Take {
  return {
    id: takeIdSchema.parse(`take-${number}`),
    number,
    name: `Take ${number}`,
    createdAt: `2026-03-01T10:${String(number).padStart(2, '0')}:00.000Z`,
    generator: 'draft',
    size: [832, 480],
    seed: 42,
    firstFrame: 0,
    frames: 200,
    seamFrames: [80, 160],
    isStarred: false,
    facts: [],
    secondsToRender: 10,
    bytes: 2_000_000,
    isCurrent: true,
    quality: null,
    ...patch,
  };
}
