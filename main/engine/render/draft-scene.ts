// From a scene to the people that the draft generator moves.

import type { MotionScene } from '../protocol/methods.ts';
import {
  SILENT_CALIBRATION,
  type VoiceCalibration,
} from '#models/pipelines/draft/calibrate-voice.ts';
import type { DraftCast } from '#models/pipelines/draft/draft-cast.ts';

/** With a clean plate nothing behind a head bends, so heads may move more. */
const HEAD_GAIN_WITH_PLATE = 1.6;
const HEAD_GAIN = 1;

export function castOf(scene: MotionScene): DraftCast {
  return {
    people: scene.people.map((person, index) => {
      const { face } = person;
      const [x, y, width, height] = face.box;
      return {
        stream: `person ${index}`,
        restGap: face.mouth.gap,
        mouthState: face.mouth.state,
        headPose: face.headPose,
        eyeAspect: face.eyeAspect,
        faceCentre: [x + width / 2, y + height / 2],
        faceSize: width,
        calibration: calibrationOf(scene, person.mainVoice),
        headGain: person.isCutOut ? HEAD_GAIN_WITH_PLATE : HEAD_GAIN,
      };
    }),
  };
}

function calibrationOf(scene: MotionScene, voice: number): VoiceCalibration {
  return voice < 0 ? SILENT_CALIBRATION : scene.voices[voice].preparation.calibration;
}
