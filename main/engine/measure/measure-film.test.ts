import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { AppError } from '#core/errors/app-error.ts';
import { faceScale } from '#core/metrics/face-measures.ts';
import { faceAxes } from '#core/people/face-geometry.ts';
import { SeededRandom } from '#core/random/seeded-random.ts';
import { decodePicture, type RgbPicture } from '#main/media/picture/decode-picture.ts';
import { drawPicture } from '../../../test/fakes/drawn-picture.ts';
import type { StillAnalysis } from '../perception/analyze-still.ts';
import { FaceDetector, type FaceDetection, type RawFace } from '../perception/face-detector.ts';
import { compareFilms } from './compare-films.ts';
import { measureFilm, type FilmToMeasure } from './measure-film.ts';
import { trackFilm } from './track-film.ts';

const fixture = new URL('../../../test/fixtures/interview2.analysis.json', import.meta.url);
const { faces } = JSON.parse(readFileSync(fixture, 'utf8')) as StillAnalysis;
const options = { signal: new AbortController().signal, onFrame: (): void => undefined, stride: 1 };
const FRAMES = 100;

async function* frames(
  count: number,
  frame: (t: number) => RgbPicture,
): AsyncGenerator<RgbPicture> {
  for (let t = 0; t < count; t++) yield await Promise.resolve(frame(t));
}

/**
 * Stands in for the detector on black frames: the first face of the fixture in the middle of the
 * crop, with the lip gap that a list prescribes per call.
 */
class ScriptedDetector implements FaceDetection {
  private readonly gaps: readonly (number | null)[];
  private calls = 0;

  constructor(gaps: readonly (number | null)[]) {
    this.gaps = gaps;
  }

  detect(picture: RgbPicture): Promise<RawFace[]> {
    const gap = this.gaps[this.calls++ % this.gaps.length];
    if (gap === null) return Promise.resolve([]);
    const [left, top, width, height] = faces[0].box;
    const scale = picture.width / (2 * Math.max(width, height));
    const landmarks = Float64Array.from(faces[0].landmarks, (value, i) => {
      const centred =
        i % 3 === 0 ? value - left - width / 2 : i % 3 === 1 ? value - top - height / 2 : value;
      return centred * scale + (i % 3 === 2 ? 0 : picture.width / 2);
    });
    landmarks[14 * 3 + 1] = landmarks[13 * 3 + 1] + gap * faceAxes(landmarks).unitPx;
    return Promise.resolve([{ box: [0, 0, 1, 1], landmarks, confidence: 0.9 }]);
  }
}

const random = SeededRandom.stream(3, 'loudness');
const loudness = Array.from({ length: FRAMES }, (_, t) =>
  t < 50 ? 0.02 + 0.3 * random.uniform() : 0,
);
const voice = {
  sampleCount: FRAMES * 640,
  read: (start: number, count: number): Float32Array =>
    Float32Array.from(
      { length: count },
      (_, i) => loudness[Math.floor((start + i) / 640)] * (i % 2 ? 1 : -1),
    ),
};
const black = drawPicture(64, 48, () => [0, 0, 0]);

function scene(changes: Partial<FilmToMeasure> = {}): FilmToMeasure {
  return {
    frames: frames(FRAMES, () => black),
    framesPerSecond: 25,
    restBoxes: [[10, 10, 20, 24]],
    voices: [voice],
    voiceOfPerson: [0],
    speaking: [[[0, 2]]],
    visemeOpen: [null],
    seamFrames: [50],
    firstFrame: 0,
    ...changes,
  };
}

/** Eight calls of the noise measurement come first. */
const script = (gaps: readonly (number | null)[]): ScriptedDetector =>
  new ScriptedDetector([...new Array<number>(8).fill(0.02), ...gaps]);
const lipsOfVoice = loudness.map(
  (value) => 0.02 + (value === 0 ? 0 : 0.05 * (Math.log10(value) + 2)),
);

describe('measureFilm', () => {
  it('finds lips that follow the voice and a mouth at rest afterwards', async () => {
    const {
      people,
      seams,
      frames: count,
    } = await measureFilm(script(lipsOfVoice), scene(), options);
    expect(count).toBe(FRAMES);
    expect(people[0].lipOwnSpeaking).toBeGreaterThan(0.99);
    expect(people[0].silentRatio).toBeLessThan(0.01);
    expect(people[0]).toMatchObject({ framesSeen: FRAMES, framesMissed: 0, eyeMotionListening: 0 });
    expect(people[0].noise).toEqual({
      eyeMotion: expect.any(Number) as number,
      lipMotion: expect.any(Number) as number,
    });
    expect(seams.count).toBe(1);
  });

  it('keeps its figures when a face is lost for a while', async () => {
    // A miss costs two calls, the second on a wider crop.
    const gaps = lipsOfVoice.flatMap((gap, t) => (t >= 20 && t < 25 ? [null, null] : [gap]));
    const { people } = await measureFilm(script(gaps), scene(), options);
    expect(people[0]).toMatchObject({ framesSeen: FRAMES - 5, framesMissed: 5 });
    expect(people[0].lipOwnSpeaking).toBeGreaterThan(0.99);
  });

  it('uses the viseme curve when there is one', async () => {
    const open = Float32Array.from(lipsOfVoice);
    const { people } = await measureFilm(
      script(lipsOfVoice),
      scene({ visemeOpen: [open] }),
      options,
    );
    expect(people[0].lipOwnViseme).toBeGreaterThan(0.99);
  });

  it('stops when told to', async () => {
    const controller = new AbortController();
    const onFrame = (done: number): void => {
      if (done === 3) controller.abort();
    };
    const cut = measureFilm(script(lipsOfVoice), scene(), {
      ...options,
      signal: controller.signal,
      onFrame,
    });
    await expect(cut).rejects.toThrow(/abort/i);
  });

  it('says what is wrong with a film without faces or frames', async () => {
    const nobody = new ScriptedDetector([null]);
    await expect(measureFilm(nobody, scene({ restBoxes: [] }), options)).rejects.toMatchObject({
      code: 'no-face-in-film',
    });
    await expect(
      measureFilm(nobody, scene({ frames: frames(0, () => black) }), options),
    ).rejects.toBeInstanceOf(AppError);
  });

  it('can search pairs of frames only', async () => {
    const { people } = await measureFilm(script([0.1]), scene(), { ...options, stride: 5 });
    expect(people[0]).toMatchObject({ framesSeen: 40, framesMissed: 0, eyeMotionSpeaking: 0 });
  });
});

describe('compareFilms', () => {
  it('gives 1 for the same lips', async () => {
    const film = {
      frames: frames(FRAMES, () => black),
      framesPerSecond: 25,
      restBoxes: scene().restBoxes,
    };
    const detector = new ScriptedDetector([...new Array<number>(8).fill(0), ...lipsOfVoice]);
    const reference = { ...film, frames: frames(FRAMES, () => black) };
    const result = await compareFilms(detector, film, reference, [[[0, 2]]], options);
    expect(result.meanLipSpeaking).toBeCloseTo(1, 5);
    expect(result.people[0]).toMatchObject({ bestLagSeconds: 0 });
  });
});

describe('trackFilm with the real detector', () => {
  it('measures a head that moves by known steps, and little noise when it is still', async () => {
    const detector = await FaceDetector.load();
    const path = fileURLToPath(
      new URL('../../../resources/sample/interview2.png', import.meta.url),
    );
    const picture = await decodePicture(path);
    const [x, y, w, h] = faces[0].box;
    const STEP_PX = 8;
    const shifted = (t: number): RgbPicture =>
      drawPicture(640, 480, (column, row) => {
        const offset =
          ((row + 20) * picture.width + column + 60 - (t < 3 ? 0 : (t - 2) * STEP_PX)) * 3;
        return [picture.data[offset], picture.data[offset + 1], picture.data[offset + 2]];
      });
    const { tracks, noise } = await trackFilm(
      detector,
      frames(8, shifted),
      [[x - 60, y - 20, w, h]],
      options,
    );
    expect(tracks).toHaveLength(1);
    const moved = tracks[0].eyeDisplacement;
    const scale = faceScale(faces[0].landmarks);
    expect(moved[1]).toBe(0);
    for (let t = 3; t < 8; t++) expect(Math.abs(moved[t] - STEP_PX / scale)).toBeLessThan(0.015);
    expect(noise[0]?.eyeMotion).toBeLessThan(0.012);
  });
});
