// What the draft generator must know about the people of a picture and their voices.
import type { HeadPose, MouthAppearance } from '#core/people/face-analysis.ts';
import type { VoiceCalibration } from './calibrate-voice.ts';

/** Visemes per frame: open, width, round, close, labiodental, tongue. */
export const VISEME_SIZE = 6;

export interface DraftPerson {
  /** Names this person's random streams: two films with equal names and seed behave alike. */
  readonly stream: string;
  /** Inner lip gap of the source picture, E. */
  readonly restGap: number;
  readonly mouthState: MouthAppearance['state'];
  readonly headPose: HeadPose;
  /** Eye opening over width, picture-left eye first; an eye under 0.12 is shut and stays so. */
  readonly eyeAspect: readonly [left: number, right: number];
  /** Source pixels. */
  readonly faceCentre: readonly [x: number, y: number];
  /** Width of the face box, source pixels. */
  readonly faceSize: number;
  /** Range of this person's voice; `SILENT_CALIBRATION` for people without one. */
  readonly calibration: VoiceCalibration;
  /**
   * Multiplies head motion: 1 without a clean plate, where the background bends with the head,
   * up to 2 with one.
   */
  readonly headGain: number;
}

export interface DraftCast {
  readonly people: readonly DraftPerson[];
}
