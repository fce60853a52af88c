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
import { stepAttention } from './attention.ts';
import { stepBody } from './body-motion.ts';
import { DRAFT_LOOKAHEAD_FRAMES } from '#core/render/draft-limits.ts';
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
      movePerson(cast, i, carry.people[i], streams[i], cues, isOtherNodding, vector);
      moveLips(carry.people[i].lips, cast.people[i], cues[i], windows[i], vector);
      clampMotion(vector);
      dropNegativeZero(vector);
    }
  }
  carry.people.forEach((person, i) => (person.random = saveStreams(streams[i])));
  carry.nextFrame = firstFrame + frameCount;
  return { motion, carry };
}

/** Everything but the lips of one person in one frame. */
function movePerson(
  cast: DraftCast,
  self: number,
  carry: PersonCarry,
  random: RandomStreams,
  cues: readonly VoiceCues[],
  isOtherNodding: boolean,
  vector: Float32Array,
): void {
  const person = cast.people[self];
  const own = cues[self];
  const target = stepAttention(carry.attention, self, cast, cues, random.attention);
  const look = lookDirection(target, self, cast, carry.attention.aside);
  const headLook = headDirection(carry.attention, self, cast);
  const watched = carry.attention.lastSpeaker;
  const isListening = !carry.attention.isTalker && watched >= 0 && cues[watched].isSpeaking;
  const hasHeardPhrase = !carry.attention.isTalker && watched >= 0 && cues[watched].hasEndedPhrase;
  const nodRad = stepNod(
    carry.nods,
    { isListening: isListening || hasHeardPhrase, hasHeardPhrase, isOtherNodding },
    random.nod,
  );
  const body = stepBody(carry.body, own, headLook, random.body);
  const head = stepHead(carry.head, person, headLook, own, nodRad, body.breath, random.head);
  const gaze = stepGaze(carry.gaze, look, head.yaw, head.pitch, random.gaze);
  const blink = stepBlink(carry.blink, person, own, look, random.blink);
  const face = stepExpression(
    carry.expression,
    person,
    own,
    isListening,
    hasHeardPhrase,
    random.face,
  );
  vector[MOTION.smile] = face.smile;
  vector[MOTION.asymmetry] = face.asymmetry;
  vector[MOTION.blinkL] = blink.left;
  vector[MOTION.blinkR] = blink.right;
  vector[MOTION.browInner] = face.browInner;
  vector[MOTION.browOuter] = face.browOuter;
  vector[MOTION.squint] = face.squint;
  vector[MOTION.gazeX] = gaze.x;
  vector[MOTION.gazeY] = gaze.y;
  vector[MOTION.pitch] = head.pitch;
  vector[MOTION.yaw] = head.yaw;
  vector[MOTION.roll] = head.roll;
  vector[MOTION.tx] = head.tx;
  vector[MOTION.ty] = head.ty;
  vector[MOTION.scale] = body.scale;
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
