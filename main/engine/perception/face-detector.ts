import { AppError } from '#core/errors/app-error.ts';
import { boundingBox } from '#core/people/bounding-box.ts';
import { LANDMARK_COUNT, type Box } from '#core/people/face-analysis.ts';
import { loadHuman, MESH_INPUT_PX, type Human, type HumanFace } from './human-library.ts';
import type { RgbPicture } from '#main/media/picture/decode-picture.ts';

/** One face of one detection pass, in pixels of the picture given to it. */
export interface RawFace {
  /** Smallest box around the mesh. */
  readonly box: Box;
  /** // [478*3], x and y in pixels, z in the same scale (smaller is nearer) */
  readonly landmarks: Float64Array;
  /** Confidence of the box detector, 0..1. A clear face gives .5 to .9. */
  readonly confidence: number;
}

/** One detection pass over a picture. */
export interface FaceDetection {
  detect(picture: RgbPicture): Promise<RawFace[]>;
}

const MAX_FACES_PER_PASS = 8;
const MIN_BOX_CONFIDENCE = 0.2;

/**
 * BlazeFace, face mesh and iris of @vladmandic/human on one WebAssembly thread.
 *
 * One pass over a picture: the detector sees 256 x 256 pixels, so a face should be wider than about
 * 6 % of the picture. `findFaces` searches pictures with smaller faces. The same pixels always give
 * the same faces. 20 ms without a face, 40 to 90 ms with one or two.
 */
export class FaceDetector implements FaceDetection {
  private readonly human: Human;

  private constructor(human: Human) {
    this.human = human;
  }

  /** Throws AppError `face-models-missing` when the installed package is incomplete. */
  static async load(): Promise<FaceDetector> {
    try {
      const human = await loadHuman({
        maxFaces: MAX_FACES_PER_PASS,
        minConfidence: MIN_BOX_CONFIDENCE,
      });
      return new FaceDetector(human);
    } catch (cause) {
      throw new AppError({
        category: 'model-missing',
        code: 'face-models-missing',
        message: 'The face models that come with Parley could not be loaded.',
        hint: 'Install Parley again; from a clone, run npm ci.',
        cause,
      });
    }
  }

  /** Faces of one pass, in the detector's order. Throws AppError `face-detection-failed`. */
  async detect(picture: RgbPicture): Promise<RawFace[]> {
    const input = this.human.tf.tensor3d(picture.data, [picture.height, picture.width, 3], 'int32');
    try {
      const result = await this.human.detect(input);
      if (result.error !== null) throw detectionFailed(result.error);
      return result.face.filter((face) => face.mesh.length === LANDMARK_COUNT).map(toRawFace);
    } finally {
      input.dispose();
    }
  }

  /** Live tensors: constant between calls unless something leaks. */
  get tensorCount(): number {
    return this.human.tf.engine().memory().numTensors;
  }
}

function detectionFailed(cause: string): AppError {
  return new AppError({
    category: 'device-failed',
    code: 'face-detection-failed',
    message: 'The face detector stopped with an error.',
    hint: 'Try again; if it repeats, report the picture.',
    cause,
  });
}

function toRawFace(face: HumanFace): RawFace {
  const landmarks = new Float64Array(LANDMARK_COUNT * 3);
  const depthScale = face.size[0] / MESH_INPUT_PX;
  face.mesh.forEach(([x, y, z], i) => {
    // The library cuts off fractions: half a pixel back removes the mean error of that.
    landmarks.set([x + 0.5, y + 0.5, z * depthScale], i * 3);
  });
  return { box: boundingBox(landmarks), landmarks, confidence: face.boxScore };
}
