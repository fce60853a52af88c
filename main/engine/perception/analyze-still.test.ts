import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodePicture, type RgbPicture } from '#main/media/picture/decode-picture.ts';
import {
  drawLandscape,
  drawPicture,
  mirrorPicture,
  placePicture,
} from '../../../test/fakes/drawn-picture.ts';
import { analyzeStill, type StillAnalysis } from './analyze-still.ts';
import { cutTurnedCrop } from './cut-turned-crop.ts';
import { FaceDetector } from './face-detector.ts';

const resource = (name: string): string =>
  fileURLToPath(new URL(`../../../resources/sample/${name}`, import.meta.url));
const DEGREE = Math.PI / 180;

let detector: FaceDetector;
let picture: RgbPicture;
let analysis: StillAnalysis;
const printed: unknown[][] = [];

beforeAll(async () => {
  const { log, warn, info, error } = console;
  const record = (...line: unknown[]): void => void printed.push(line);
  Object.assign(console, { log: record, warn: record, info: record, error: record });
  try {
    detector = await FaceDetector.load();
    picture = await decodePicture(resource('interview2.png'));
    analysis = await analyzeStill(detector, picture);
  } finally {
    Object.assign(console, { log, warn, info, error });
  }
});

describe('analyzeStill', () => {
  it('finds the two people of the sample as committed, without printing a word', () => {
    const fixture = new URL('../../../test/fixtures/interview2.analysis.json', import.meta.url);
    const expected = JSON.parse(readFileSync(fixture, 'utf8')) as StillAnalysis;
    expect(analysis.size).toEqual([1280, 720]);
    expect(analysis.faces).toHaveLength(2);
    analysis.faces.forEach((face, i) => {
      const far = face.landmarks.filter(
        (value, k) => Math.abs(value - expected.faces[i].landmarks[k]) > 1.5,
      );
      expect(far).toEqual([]);
      expect(face.landmarkSpread).toBeLessThan(0.005);
      expect(face.confidence).toBeGreaterThan(0.7);
      expect(face.mouth.state).toBe('closed');
      expect(Math.min(...face.eyeAspect)).toBeGreaterThan(0.25);
    });
    expect(printed).toEqual([]);
  });

  it('gives the same answer again and keeps no tensor', async () => {
    const before = detector.tensorCount;
    expect(await analyzeStill(detector, picture)).toEqual(analysis);
    expect(detector.tensorCount).toBe(before);
  });

  it('sees a mirrored picture as the mirror image', async () => {
    const mirrored = await analyzeStill(detector, mirrorPicture(picture));
    expect(mirrored.faces).toHaveLength(2);
    mirrored.faces.forEach((face, i) => {
      const twin = analysis.faces[1 - i];
      expect(Math.abs(face.headPose.yaw + twin.headPose.yaw)).toBeLessThan(4 * DEGREE);
      expect(Math.abs(face.headPose.roll + twin.headPose.roll)).toBeLessThan(2 * DEGREE);
      expect(Math.abs(face.headPose.pitch - twin.headPose.pitch)).toBeLessThan(4 * DEGREE);
      expect(Math.abs(face.box[0] + face.box[2] + twin.box[0] - 1280)).toBeLessThan(6);
    });
  });

  it('reads the tilt of a turned head', async () => {
    const upright = analysis.faces[1];
    for (const degrees of [10, 40]) {
      // The crop's axis points against the clock, so the head in it leans clockwise.
      const window = {
        centreX: 900,
        centreY: 260,
        side: 700,
        angleRad: -degrees * DEGREE,
        outSide: 700,
      };
      const turned = await analyzeStill(detector, cutTurnedCrop(picture, window));
      const face = turned.faces.find(
        (each) =>
          Math.hypot(each.box[0] + each.box[2] / 2 - 350, each.box[1] + each.box[3] / 2 - 350) <
          150,
      );
      expect(face).toBeDefined();
      const change = face!.headPose.roll - upright.headPose.roll;
      expect(Math.abs(change - degrees * DEGREE)).toBeLessThan(2.5 * DEGREE);
      expect(Math.abs(face!.mouth.gap - upright.mouth.gap)).toBeLessThan(0.02);
    }
  });

  it('finds small faces in a large picture', async () => {
    const small = await decodePicture(resource('interview2.png'), { width: 320, height: 180 });
    const far = await analyzeStill(detector, placePicture(small, 1000, 560, 640, 360));
    expect(far.faces).toHaveLength(2);
    expect(far.faces[0].box[0]).toBeGreaterThan(700);
    expect(far.faces[0].box[3]).toBeLessThan(60);
  });

  it('finds nobody where nobody is', async () => {
    const empty = [
      await decodePicture(resource('interview2_plate.png'), { width: 640, height: 360 }),
      drawLandscape(640, 360),
      drawPicture(300, 200, () => [128, 128, 128]),
      drawPicture(8, 8, (x) => [x * 30, 0, 0]),
    ];
    for (const each of empty) expect((await analyzeStill(detector, each)).faces).toEqual([]);
  });
});
