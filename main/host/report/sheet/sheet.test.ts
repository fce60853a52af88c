import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseMouthFrames, chooseOverviewFrames, speakersAt } from './choose-moments.ts';
import { collectTiles } from './collect-tiles.ts';
import { cutRegion, mouthRegion } from './cut-region.ts';

describe('the moments of a contact sheet', () => {
  it('are inside the film and in order, however short it is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3000 }),
        fc.double({ min: 0, max: 130, noNaN: true }),
        (frames, start) => {
          const overview = chooseOverviewFrames(frames, 12);
          const mouths = chooseMouthFrames([[start, start + 2]], 25, frames, 12, 2).frames;
          for (const list of [overview, mouths]) {
            expect(list.length).toBeGreaterThan(0);
            expect(
              list.every(
                (frame, i) => frame >= 0 && frame < frames && (i === 0 || frame > list[i - 1]),
              ),
            ).toBe(true);
          }
        },
      ),
    );
  });

  it('show the mouth in the middle of the longest turn', () => {
    const run = chooseMouthFrames(
      [
        [0, 1],
        [4, 8],
        [9, 10],
      ],
      25,
      500,
      12,
      2,
    );
    expect(run.speaks).toBe(true);
    expect(run.frames[0]).toBe(139);
    expect(run.frames.at(-1)).toBe(161);
    expect(chooseMouthFrames([], 25, 500, 12, 2).speaks).toBe(false);
  });

  it('name everybody who speaks, start inclusive and end exclusive', () => {
    const people = [
      { name: 'A', speaking: [[0, 2]] as const },
      { name: 'B', speaking: [[1, 3]] as const },
    ];
    expect([0, 1, 2, 3].map((second) => speakersAt(people, second))).toEqual([
      ['A'],
      ['A', 'B'],
      ['B'],
      [],
    ]);
  });
});

describe('a region of a frame', () => {
  const frame = {
    width: 8,
    height: 6,
    data: Uint8Array.from({ length: 8 * 6 * 3 }, (_, i) => Math.floor(i / 3)),
  };

  it('is copied as it stands', () => {
    const tile = cutRegion(frame, [2, 1, 3, 2]);
    expect([tile.width, tile.height]).toEqual([3, 2]);
    expect(Array.from({ length: 6 }, (_, i) => tile.data[i * 3])).toEqual([10, 11, 12, 18, 19, 20]);
  });

  it('stays inside the frame', () => {
    expect(cutRegion(frame, [6, -4, 4, 20])).toMatchObject({ width: 4, height: 6 });
    expect(cutRegion(frame, [6, -4, 4, 20]).data[0]).toBe(4);
  });

  it('of a mouth lies in the lower half of the face', () => {
    const [x, y, width, height] = mouthRegion([100, 100, 80, 100]);
    expect(x + width / 2).toBeCloseTo(140);
    expect(y + height / 2).toBeCloseTo(174);
    expect(y).toBeGreaterThan(140);
  });
});

describe('collecting tiles', () => {
  async function* film(frames: number) {
    for (let index = 0; index < frames; index++) {
      yield await Promise.resolve({
        index,
        width: 16,
        height: 8,
        data: new Uint8Array(16 * 8 * 3).fill(index),
      });
    }
  }

  it('takes each tile from its own frame', async () => {
    const reader = {
      width: 16,
      height: 8,
      rate: { num: 25, den: 1 },
      [Symbol.asyncIterator]: () => film(120),
    };
    const people = [{ name: 'A', box: [4, 1, 6, 6] as const, speaking: [[1, 3]] as const }];
    const { tiles, poster } = await collectTiles(reader, 120, people);
    expect(tiles).toHaveLength(24);
    expect(tiles.map((tile) => tile.data[0])).toEqual([
      ...chooseOverviewFrames(120, 12),
      39,
      41,
      43,
      45,
      47,
      49,
      51,
      53,
      55,
      57,
      59,
      61,
    ]);
    expect(tiles[5].caption).toBe('00:02.20  A speaks');
    expect(tiles[12].caption).toBe('A  00:01.56');
    expect(poster.data[0]).toBe(0);
  });
});
