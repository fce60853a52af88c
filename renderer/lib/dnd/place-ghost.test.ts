import { describe, expect, it } from 'vitest';
import { nearestTarget, distanceToRect, type DropTarget } from './drop-target.ts';
import { placeGhost } from './place-ghost.ts';

const GHOST = { width: 200, height: 50 };
const PAGE = { width: 1600, height: 1000 };

describe('the ghost of a drag', () => {
  it('hangs right of and below the pointer', () => {
    expect(placeGhost({ x: 100, y: 100 }, GHOST, null, PAGE)).toEqual({ left: 110, top: 110 });
  });

  it('flips where it would cover the mouth', () => {
    const mouth = { left: 150, top: 120, right: 220, bottom: 160 };
    const at = placeGhost({ x: 400, y: 100 }, GHOST, mouth, PAGE);
    expect(at).toEqual({ left: 410, top: 110 });
    const flipped = placeGhost(
      { x: 260, y: 100 },
      GHOST,
      { ...mouth, left: 280, right: 340 },
      PAGE,
    );
    expect(flipped.left + GHOST.width).toBeLessThanOrEqual(280);
  });

  it('stays inside the page', () => {
    const at = placeGhost({ x: 1590, y: 990 }, GHOST, null, PAGE);
    expect(at).toEqual({ left: 1380, top: 930 });
  });
});

describe('catching a drop', () => {
  const target = (id: string, left: number): DropTarget => ({
    id,
    name: id,
    order: 0,
    distanceTo: (x, y) => distanceToRect({ left, top: 0, right: left + 100, bottom: 100 }, x, y),
    judge: () => null,
    drop: () => undefined,
  });
  const targets = [target('a', 0), target('b', 130)];

  it('takes the nearest within 24 px and nothing beyond', () => {
    expect(nearestTarget(targets, 50, 50)?.id).toBe('a');
    expect(nearestTarget(targets, 120, 50)?.id).toBe('b');
    expect(nearestTarget(targets, 50, 124)?.id).toBe('a');
    expect(nearestTarget(targets, 50, 125)).toBeNull();
  });
});
