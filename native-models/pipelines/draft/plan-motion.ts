// The draft generator, first form: from visemes and speaking scores to the motion of everybody.
// A causal state machine with one second of lookahead, so that cutting the film into chunks
// changes nothing. Listening behaviour is invented statistics (spec draft 4), not learned.
import {
  MOTION,
  type MotionClip,
  clampMotion,
  createMotionClip,
  motionAt,
} from '#core/motion/motion-vector.ts';
import type { PoseOverlay } from '#core/motion/pose-overlay.ts';
import { DRAFT_LOOKAHEAD_FRAMES } from '#core/render/draft-limits.ts';
import { stepAttention } from './attention.ts';
import { stepBody } from './body-motion.ts';
import { type DraftCast, VISEME_SIZE } from './draft-cast.ts';
import {
  type DraftCarry,
  type PersonCarry,
  type RandomStreams,
  createDraftCarry,
  restoreStreams,
  saveStreams,
} from './draft-carry.ts';
import { headDirection, lookDirection } from './look-direction.ts';
import { stepExpression } from './expression.ts';
import { stepBlink, stepGaze } from './eye-motion.ts';
import { type PoseCues, readPoseCues } from './follow-pose.ts';
import { stepHead } from './head-motion.ts';
import { moveLips } from './lip-motion.ts';
import { stepNod } from './nods.ts';
import { type VoiceCues, type VoiceWindow, readVoiceCues } from './voice-cues.ts';

export interface DraftRequest {
  readonly cast: DraftCast;
  /** Film frame at 25 fps of the first frame to plan. */
  readonly firstFrame: number;
  readonly frameCount: number;
  /** Per person `// [frameCount + DRAFT_LOOKAHEAD_FRAMES, 6]`; zeros without a voice or past its end. */
  readonly visemes: readonly Float32Array[];
  /**
   * Per person `// [frameCount + DRAFT_LOOKAHEAD_FRAMES]`; log energy in the unit that the person's
   * calibration was measured in.
   */
  readonly energy: readonly Float32Array[];
  /**
   * Per person `// [frameCount + DRAFT_LOOKAHEAD_FRAMES]`; speaking score in [-1, 1] with the user's curve
   * merged in; -1 past the end of the film.
   */
  readonly scores: readonly Float32Array[];
  /** Per person: the pose keys over the planned frames, null without any. Never moves the lips. */
  readonly poses: readonly (PoseOverlay | null)[];
  /** Changes behaviour, never the lips. */
  readonly seed: number;
  /** What the previous chunk returned; null begins a film with everybody as in the picture. */
  readonly carry: DraftCarry | null;
}

export interface DraftPlan {
  readonly motion: MotionClip;
  readonly carry: DraftCarry;
}

/**
 * Plans the next `frameCount` frames of everybody. Planning a film in any chunks gives exactly
 * the same numbers as planning it at once. Leaves `carry` untouched.
 *
 * Throws a RangeError when an input has the wrong length or the carry belongs to another frame.
 */
export function planMotion(request: DraftRequest): DraftPlan {
  checkRequest(request);
  const { cast, firstFrame, frameCount, seed } = request;
  const carry = structuredClone(request.carry ?? createDraftCarry(cast, seed, firstFrame));
  const streams = carry.people.map(restoreStreams);
  const motion = createMotionClip(frameCount, cast.people.length);
  for (let frame = 0; frame < frameCount; frame++) {
    const windows = cast.people.map((_, i) => openWindow(request, i, frame));
    const cues = cast.people.map((person, i) =>
      readVoiceCues(carry.people[i].voice, windows[i], person.calibration),
    );
    const nodFrames = carry.people.map((person) => person.nods.frame);
    for (let i = 0; i < cast.people.length; i++) {
      const vector = motionAt(motion, frame, i);
      const isOtherNodding = nodFrames.some(
        (nodFrame, other) => other !== i && nodFrame >= 0 && nodFrame < 8,
      );
      const pose = readPoseCues(request.poses[i], frame, i, cast.people.length);
      movePerson(cast, i, carry.people[i], streams[i], cues, pose, isOtherNodding, vector);
      moveLips(carry.people[i].lips, cast.people[i], cues[i], windows[i], vector);
      clampMotion(vector);
      dropNegativeZero(vector);
    }
  }
  carry.people.forEach((person, i) => (person.random = saveStreams(streams[i])));
  carry.nextFrame = firstFrame + frameCount;
  return { motion, carry };
}

/**
 * Everything but the lips of one person in one frame. Keys change where head and eyes go, never
 * what the generator decides nor how often it draws lots: behind the last key it is as without.
 */
function movePerson(
  cast: DraftCast,
  self: number,
  carry: PersonCarry,
  random: RandomStreams,
  cues: readonly VoiceCues[],
  pose: PoseCues,
  isOtherNodding: boolean,
  vector: Float32Array,
): void {
  const person = cast.people[self];
  const own = cues[self];
  const { attention } = carry;
  const chosen = stepAttention(attention, self, cast, cues, random.attention);
  const chosenLook = lookDirection(chosen, self, cast, attention.aside);
  const keyedLook =
    pose.target === null ? null : lookDirection(pose.target, self, cast, attention.aside);
  const look = keyedLook ?? chosenLook;
  const headLook = keyedLook ?? headDirection(attention, self, cast);
  const watched = attention.lastSpeaker;
  const isListening = !attention.isTalker && watched >= 0 && cues[watched].isSpeaking;
  const hasHeardPhrase = !attention.isTalker && watched >= 0 && cues[watched].hasEndedPhrase;
  const nodRad = stepNod(
    carry.nods,
    { isListening: isListening || hasHeardPhrase, hasHeardPhrase, isOtherNodding },
    random.nod,
  );
  const body = stepBody(carry.body, own, headLook, random.body);
  const head = stepHead(carry.head, person, headLook, own, nodRad, body.breath, random.head);
  const yaw = pose.blend('yaw', head.yaw);
  const pitch = pose.blend('pitch', head.pitch);
  // Eyes go along with a head that keys turn, unless keys also say what they look at.
  const seen = pose.holdsTarget ? { yaw, pitch } : head;
  const gaze = stepGaze(carry.gaze, look, seen.yaw, seen.pitch, random.gaze);
  const blink = stepBlink(carry.blink, person, own, chosenLook, random.blink);
  const face = stepExpression(
    carry.expression,
    person,
    own,
    isListening,
    hasHeardPhrase,
    random.face,
  );
  vector[MOTION.smile] = pose.blend('smile', face.smile);
  vector[MOTION.asymmetry] = face.asymmetry;
  vector[MOTION.blinkL] = blink.left;
  vector[MOTION.blinkR] = blink.right;
  vector[MOTION.browInner] = pose.blend('browInner', face.browInner);
  vector[MOTION.browOuter] = pose.blend('browOuter', face.browOuter);
  vector[MOTION.squint] = face.squint;
  vector[MOTION.gazeX] = pose.blend('gazeX', gaze.x);
  vector[MOTION.gazeY] = pose.blend('gazeY', gaze.y);
  vector[MOTION.pitch] = pitch;
  vector[MOTION.yaw] = yaw;
  vector[MOTION.roll] = pose.blend('roll', head.roll);
  vector[MOTION.tx] = pose.blend('tx', head.tx);
  vector[MOTION.ty] = pose.blend('ty', head.ty);
  vector[MOTION.scale] = pose.blend('scale', body.scale);
  vector[MOTION.lean] = body.lean;
  vector[MOTION.breath] = body.breath;
}

function openWindow(request: DraftRequest, person: number, frame: number): VoiceWindow {
  const scores = request.scores[person];
  const energy = request.energy[person];
  const visemes = request.visemes[person];
  return {
    score: (ahead) => finiteOr(scores[frame + ahead], -1),
    energy: (ahead) => finiteOr(energy[frame + ahead], -Infinity),
    viseme: (ahead, channel) => finiteOr(visemes[(frame + ahead) * VISEME_SIZE + channel], 0),
  };
}

function finiteOr(value: number, otherwise: number): number {
  return Number.isFinite(value) ? value : otherwise;
}

/** -0 and 0 are equal numbers with different bytes; JSON knows only one of them. */
function dropNegativeZero(vector: Float32Array): void {
  for (let i = 0; i < vector.length; i++) vector[i] += 0;
}

function checkRequest(request: DraftRequest): void {
  const people = request.cast.people.length;
  const needed = request.frameCount + DRAFT_LOOKAHEAD_FRAMES;
  for (let i = 0; i < people; i++) {
    const isLong =
      (request.visemes[i]?.length ?? 0) >= needed * VISEME_SIZE &&
      (request.energy[i]?.length ?? 0) >= needed &&
      (request.scores[i]?.length ?? 0) >= needed;
    if (!isLong) throw new RangeError(`person ${i}: the inputs must cover ${needed} frames`);
    const pose = request.poses.at(i);
    if (pose === undefined || (pose !== null && pose.gaze.length < request.frameCount)) {
      throw new RangeError(`person ${i}: the pose must cover ${request.frameCount} frames`);
    }
  }
  const { carry } = request;
  if (carry === null) return;
  if (carry.nextFrame !== request.firstFrame || carry.people.length !== people) {
    throw new RangeError(
      `the carry is for frame ${carry.nextFrame} and ${carry.people.length} people, ` +
        `not for frame ${request.firstFrame} and ${people}`,
    );
  }
}
