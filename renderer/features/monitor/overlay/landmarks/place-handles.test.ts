import { expect, test } from 'vitest';
import { FACE_HANDLES, FACE_PARTS, type FacePart } from '#core/people/face-handles.ts';
import { placeHandles } from './place-handles.ts';

/** A face of 200 pixels with a shut mouth: only what has a handle is anywhere. */
function shutMouth(): number[] {
  const landmarks = Array.from({ length: 478 * 3 }, () => 0);
  const put = (index: number, x: number, y: number): void => {
    landmarks.splice(3 * index, 2, x, y);
  };
  Object.values(FACE_HANDLES).forEach((index, i) => put(index, 40 + 7 * i, 20 + 3 * i));
  put(FACE_HANDLES.upperLip, 100, 142);
  put(FACE_HANDLES.upperLipInside, 100, 150);
  put(FACE_HANDLES.lowerLipInside, 100, 152);
  put(FACE_HANDLES.lowerLip, 100, 163);
  return landmarks;
}

const placed = (scale: number) => {
  const handles = placeHandles(shutMouth(), scale);
  return (part: FacePart) => handles.find((handle) => handle.part === part)!;
};

test('every part has a handle, on its landmark', () => {
  expect(placeHandles(shutMouth(), 2).map(({ part }) => part)).toEqual([...FACE_PARTS]);
  const landmarks = shutMouth();
  expect(placed(2)('chin')).toEqual({
    part: 'chin',
    x: 2 * landmarks[3 * FACE_HANDLES.chin],
    y: 2 * landmarks[3 * FACE_HANDLES.chin + 1],
    from: null,
  });
});

test('the handles of a shut mouth step apart and say where they belong', () => {
  for (const scale of [0.2, 1, 4]) {
    const of = placed(scale);
    const column = (['upperLip', 'upperLipInside', 'lowerLipInside', 'lowerLip'] as const).map(of);
    for (const [i, handle] of column.slice(1).entries())
      expect(handle.y - column[i].y).toBeGreaterThanOrEqual(14.9);
    expect(of('upperLipInside').from).toEqual([100 * scale, 150 * scale]);
  }
});

test('where the mouth is large enough on screen, handles stand where they are', () => {
  for (const part of FACE_PARTS) expect(placed(10)(part).from).toBeNull();
});
