import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drawPicture } from '../../test/fakes/drawn-picture.ts';
import type { FaceAnalysis } from './face-analysis.ts';
import { faceAxes } from './face-geometry.ts';
import { readMouth } from './mouth-appearance.ts';

const fixture = new URL('../../test/fixtures/interview2.analysis.json', import.meta.url);
const { faces } = JSON.parse(readFileSync(fixture, 'utf8')) as { faces: FaceAnalysis[] };
const mesh = faces[0].landmarks;
const LOWER_INNER_LIP = [324, 318, 402, 317, 14, 87, 178, 88, 95];

function openedBy(gap: number): Float64Array {
  const opened = Float64Array.from(mesh);
  for (const point of LOWER_INNER_LIP) opened[point * 3 + 1] += gap * faceAxes(mesh).unitPx;
  return opened;
}

/** Skin everywhere, the given colour where the mouth is. */
function faceWithMouth(colour: readonly [number, number, number]): ReturnType<typeof drawPicture> {
  const [x0, y0] = [mesh[13 * 3], mesh[13 * 3 + 1]];
  return drawPicture(700, 500, (x, y) =>
    Math.abs(x - x0) < 60 && y > y0 - 8 && y < y0 + 60 ? colour : [200, 150, 120],
  );
}

describe('readMouth', () => {
  it('calls the shut lips of the mesh closed', () => {
    expect(readMouth(faceWithMouth([230, 225, 215]), mesh)).toMatchObject({
      state: 'closed',
      teethFraction: 0,
    });
  });
  it('tells teeth from an open dark mouth and from a tongue', () => {
    const open = openedBy(0.15);
    expect(readMouth(faceWithMouth([230, 225, 215]), open)).toMatchObject({
      state: 'teeth',
      teethFraction: 1,
    });
    expect(readMouth(faceWithMouth([40, 20, 20]), open)).toMatchObject({
      state: 'open',
      teethFraction: 0,
    });
    expect(readMouth(faceWithMouth([210, 100, 100]), open).state).toBe('open');
    expect(readMouth(faceWithMouth([0, 0, 0]), open).gap).toBeCloseTo(0.15 + 0.03, 1);
  });
});
