import { describe, expect, it } from 'vitest';
import { takeRecordSchema } from '../../project-store/tables/take-record.ts';
import { viewTake } from './take-watch.ts';

describe('viewTake', () => {
  it('counts seams in the project, as the window counts, not in the film of the take', () => {
    const record = takeRecordSchema.parse({
      id: 'take-1',
      number: 1,
      name: 'Take 1',
      createdAt: '2026-11-26T12:00:00.000Z',
      documentHash: 'a'.repeat(64),
      settings: { range: null, size: null, seed: null },
      size: [1280, 720],
      seed: 1,
      rate: { num: 25, den: 1 },
      firstFrame: 70,
      frames: 21,
      seamFrames: [10],
      chunkKeys: [],
      facts: [],
      secondsToRender: 1,
      bytes: 1,
      isStarred: false,
      quality: { measuredFrames: 21, people: [], seams: [{ frame: 10, jump: 1.5 }] },
    });
    const take = viewTake(record, true);
    expect(take.seamFrames).toEqual([80]);
    expect(take.quality?.seams).toEqual([{ frame: 80, jump: 1.5 }]);
  });
});
