import {
  eyeDisplacement,
  faceScale,
  lidOpening,
  lipOpening,
  readEyeKeypoints,
} from './face-measures.ts';

/** What is kept of one person's face over a film: five numbers a frame; NaN where it was not seen. */
export interface FaceTrack {
  /** In face units. // [T] */
  readonly lipOpening: Float32Array;
  /** Mean lid distance over eye width. // [T] */
  readonly lidOpening: Float32Array;
  /** Mean motion of the eye keypoints since the frame before, in face units. // [T] */
  readonly eyeDisplacement: Float32Array;
  readonly framesSeen: number;
  /** Frames that were searched in vain. */
  readonly framesMissed: number;
}

/** Collects the curves of one face while a film runs by. */
export class FaceTrackBuilder {
  private readonly curves = {
    lipOpening: newCurve(),
    lidOpening: newCurve(),
    eyeDisplacement: newCurve(),
  };
  private lastEyes: Float64Array | null = null;
  private framesSeen = 0;
  private framesMissed = 0;

  /** The face in the next frame. // [478*3] */
  addSeen(landmarks: ArrayLike<number>): void {
    const eyes = readEyeKeypoints(landmarks);
    const moved =
      this.lastEyes === null ? NaN : eyeDisplacement(this.lastEyes, eyes, faceScale(landmarks));
    this.add(lipOpening(landmarks), lidOpening(landmarks), moved);
    this.lastEyes = eyes;
    this.framesSeen++;
  }

  /** The face was searched in the next frame and not found. */
  addMissed(): void {
    this.addSkipped();
    this.framesMissed++;
  }

  /** The next frame was not searched. */
  addSkipped(): void {
    this.add(NaN, NaN, NaN);
    this.lastEyes = null;
  }

  build(): FaceTrack {
    const { lipOpening, lidOpening, eyeDisplacement } = this.curves;
    return {
      lipOpening: lipOpening.toArray(),
      lidOpening: lidOpening.toArray(),
      eyeDisplacement: eyeDisplacement.toArray(),
      framesSeen: this.framesSeen,
      framesMissed: this.framesMissed,
    };
  }

  private add(lips: number, lids: number, moved: number): void {
    this.curves.lipOpening.push(lips);
    this.curves.lidOpening.push(lids);
    this.curves.eyeDisplacement.push(moved);
  }
}

/** A Float32Array that grows by doubling. */
export interface GrowingCurve {
  push(value: number): void;
  toArray(): Float32Array;
}

export function newCurve(): GrowingCurve {
  let values = new Float32Array(1024);
  let length = 0;
  return {
    push(value) {
      if (length === values.length) {
        const larger = new Float32Array(length * 2);
        larger.set(values);
        values = larger;
      }
      values[length++] = value;
    },
    toArray: () => values.slice(0, length),
  };
}
