// Writes resources/face/general-face.json: the mean of all faces in the sample pictures, looking
// straight ahead and the same on both sides. Run once; the output is committed.
import { readFileSync, writeFileSync } from 'node:fs';
import { buildHeadFrame, landmarkAt, toLocal } from '#core/mesh/head-frame.ts';
import { LANDMARK_COUNT } from '#core/people/face-analysis.ts';
import { analyzeStill } from '#main/engine/perception/analyze-still.ts';
import { FaceDetector } from '#main/engine/perception/face-detector.ts';
import { decodePicture } from '#main/media/picture/decode-picture.ts';
import { resourcePath } from '#main/resource-path.ts';

type Point = readonly [x: number, y: number, z: number];

const PICTURES = ['interview2.png', 'interview3.png', 'interview4.png'];
/** Irises: centre, right, top, left, bottom, the picture's right eye first. */
const IRIS_MIRRORS = [473, 476, 475, 474, 477] as const;
const FIRST_IRIS = 468;

/** The landmark on the other side of the face, for each. */
function mirrors(): number[] {
  const { uv } = JSON.parse(readFileSync(resourcePath('face', 'topology.json'), 'utf8')) as {
    uv: readonly (readonly [number, number])[];
  };
  const partners = uv.map(([u, v]) => {
    const distances = uv.map((other) => Math.hypot(other[0] - (1 - u), other[1] - v));
    return distances.indexOf(Math.min(...distances));
  });
  IRIS_MIRRORS.forEach((partner, i) => {
    partners[FIRST_IRIS + i] = partner;
    partners[partner] = FIRST_IRIS + i;
  });
  if (partners.some((partner, i) => partners[partner] !== i)) throw new Error('Not a mirror.');
  return partners;
}

/** Faces in their own frame, in E. // [faces][478] */
async function collectFaces(): Promise<Point[][]> {
  const detector = await FaceDetector.load();
  const found: Point[][] = [];
  for (const name of PICTURES) {
    const picture = await decodePicture(resourcePath('sample', name));
    for (const { landmarks } of (await analyzeStill(detector, picture)).faces) {
      const frame = buildHeadFrame(landmarks);
      found.push(
        Array.from({ length: LANDMARK_COUNT }, (_, i) => toLocal(frame, landmarkAt(landmarks, i))),
      );
    }
  }
  return found;
}

const faces = await collectFaces();
const mean = Array.from({ length: LANDMARK_COUNT }, (_, i): Point => {
  const sum = (axis: 0 | 1 | 2): number =>
    faces.reduce((total, face) => total + face[i][axis], 0) / faces.length;
  return [sum(0), sum(1), sum(2)];
});
const partners = mirrors();
const landmarks = mean.flatMap(([x, y, z], i) => {
  const other = mean[partners[i]];
  return [(x - other[0]) / 2, (y + other[1]) / 2, (z + other[2]) / 2].map((value) =>
    Number(value.toFixed(4)),
  );
});
const target = new URL('../../resources/face/general-face.json', import.meta.url);
writeFileSync(target, `${JSON.stringify({ landmarks })}\n`);
