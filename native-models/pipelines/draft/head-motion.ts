// The head: postures held and left, noise around them, accents of the own voice, nods, and turns
// to whoever is looked at. Speech moves it about twice as much as listening.
import type { SeededRandom } from '#core/random/seeded-random.ts';
import type { LookDirection } from './look-direction.ts';
import type { DraftPerson } from './draft-cast.ts';
import { type NoiseState, type Spring, clamp, followSpring, stepNoise } from './smooth-motion.ts';
import type { VoiceCues } from './voice-cues.ts';

export interface HeadState {
  look: { yaw: Spring; pitch: Spring };
  /** Where the eyes already are; the head follows HEAD_LAG_FRAMES later. */
  pendingLook: LookDirection;
  headLook: LookDirection;
  lagFrames: number;
  posture: { yaw: Spring; pitch: Spring; roll: Spring };
  postureTarget: { yaw: number; pitch: number; roll: number };
  postureFrames: number;
  noise: { yaw: NoiseState; pitch: NoiseState; roll: NoiseState; tx: NoiseState; ty: NoiseState };
  liveliness: Spring;
  accent: Spring;
}

const still = (): Spring => ({ value: 0, velocity: 0 });

export function createHead(): HeadState {
  return {
    look: { yaw: still(), pitch: still() },
    pendingLook: { yawRad: 0, pitchRad: 0 },
    headLook: { yawRad: 0, pitchRad: 0 },
    lagFrames: 0,
    posture: { yaw: still(), pitch: still(), roll: still() },
    postureTarget: { yaw: 0, pitch: 0, roll: 0 },
    postureFrames: 10,
    noise: { yaw: [0, 0, 0], pitch: [0, 0, 0], roll: [0, 0, 0], tx: [0, 0, 0], ty: [0, 0, 0] },
    liveliness: { value: 0.5, velocity: 0 },
    accent: still(),
  };
}

/** Radians and E relative to the source picture. */
export interface HeadMotion {
  readonly yaw: number;
  readonly pitch: number;
  readonly roll: number;
  readonly tx: number;
  readonly ty: number;
}

const DEGREES = Math.PI / 180;
/** Eyes lead the head by 0.12 s. */
const HEAD_LAG_FRAMES = 3;
/** Share of a look that the head takes; the eyes do the rest. */
const HEAD_SHARE = 0.42;
/** Without a clean plate a larger turn bends the background, radians. */
const LARGEST_LOOK_YAW = 4.6 * DEGREES;
const LARGEST_LOOK_PITCH = 2 * DEGREES;
/** Standard deviations while speaking, degrees; listening takes LISTENING_SHARE of them. */
const POSTURE_DEG = { yaw: 1.1, pitch: 0.8, roll: 1.2 };
const NOISE_DEG = { yaw: 1.9, pitch: 1.4, roll: 1.8 };
const NOISE_HZ = { yaw: 1, pitch: 1.3, roll: 1.15 };
const SHIFT = { tx: 0.034, ty: 0.018 };
const SHIFT_HZ = 0.9;
const LISTENING_SHARE = 0.66;
/** A larger head motion is for speakers: listeners take this share of the extra. */
const LISTENING_EXTRA_SHARE = 0.25;
const ACCENT_RAD = 5 * DEGREES;

/**
 * `nodRad` is this frame's nod; `breath` in [-1, 1] lifts the head a little. The person's headGain
 * multiplies everything; the puppet limits what a turned face may do.
 */
export function stepHead(
  state: HeadState,
  person: DraftPerson,
  look: LookDirection,
  cues: VoiceCues,
  nodRad: number,
  breath: number,
  random: SeededRandom,
): HeadMotion {
  followLook(state, look);
  stepPosture(state, cues, random);
  const speech = followSpring(state.liveliness, cues.gate, 0.6);
  const extra = LISTENING_EXTRA_SHARE + (1 - LISTENING_EXTRA_SHARE) * speech;
  const gain = 1 + (person.headGain - 1) * extra;
  const amount = LISTENING_SHARE + (1 - LISTENING_SHARE) * speech;
  const accent = followSpring(state.accent, cues.accent, 2.2);
  // A breath before the turn lifts the chin; the first word lets it sink.
  const isAboutToSpeak = cues.startsInFrames > 0 && cues.startsInFrames <= 9;
  const { posture, postureTarget, noise } = state;
  const lift = isAboutToSpeak ? -0.9 : 0;

  const yaw =
    state.look.yaw.value +
    amount *
      DEGREES *
      (followSpring(posture.yaw, postureTarget.yaw, 0.75) +
        NOISE_DEG.yaw * stepNoise(noise.yaw, random, NOISE_HZ.yaw));
  const pitch =
    state.look.pitch.value +
    ACCENT_RAD * accent +
    nodRad -
    0.25 * DEGREES * breath +
    amount *
      DEGREES *
      (followSpring(posture.pitch, postureTarget.pitch + lift, 0.8) +
        NOISE_DEG.pitch * stepNoise(noise.pitch, random, NOISE_HZ.pitch));
  const roll =
    0.22 * state.look.yaw.value +
    amount *
      DEGREES *
      (followSpring(posture.roll, postureTarget.roll, 0.65) +
        NOISE_DEG.roll * stepNoise(noise.roll, random, NOISE_HZ.roll));
  const tx =
    amount * SHIFT.tx * stepNoise(noise.tx, random, SHIFT_HZ) + 0.12 * state.look.yaw.value;
  const ty = amount * SHIFT.ty * stepNoise(noise.ty, random, SHIFT_HZ) - 0.006 * breath;
  return { yaw: gain * yaw, pitch: gain * pitch, roll: gain * roll, tx: gain * tx, ty: gain * ty };
}

function followLook(state: HeadState, look: LookDirection): void {
  const isNew =
    look.yawRad !== state.pendingLook.yawRad || look.pitchRad !== state.pendingLook.pitchRad;
  if (isNew) {
    state.pendingLook = { yawRad: look.yawRad, pitchRad: look.pitchRad };
    state.lagFrames = HEAD_LAG_FRAMES;
  } else if (state.lagFrames > 0) {
    state.lagFrames -= 1;
  }
  if (state.lagFrames === 0) state.headLook = state.pendingLook;
  const yaw = clamp(HEAD_SHARE * state.headLook.yawRad, -LARGEST_LOOK_YAW, LARGEST_LOOK_YAW);
  const pitch = clamp(
    HEAD_SHARE * state.headLook.pitchRad,
    -LARGEST_LOOK_PITCH,
    LARGEST_LOOK_PITCH,
  );
  followSpring(state.look.yaw, yaw, 1.05);
  followSpring(state.look.pitch, pitch, 1.05);
}

/** A new posture at phrase ends and after a while: speakers change often, listeners hold. */
function stepPosture(state: HeadState, cues: VoiceCues, random: SeededRandom): void {
  state.postureFrames -= 1;
  if (cues.hasEndedPhrase || cues.hasStarted) {
    state.postureFrames = Math.min(state.postureFrames, 3);
  }
  if (state.postureFrames > 0) return;
  state.postureTarget = {
    yaw: POSTURE_DEG.yaw * limitedNormal(random),
    pitch: POSTURE_DEG.pitch * limitedNormal(random),
    roll: POSTURE_DEG.roll * limitedNormal(random),
  };
  const seconds = cues.isSpeaking ? random.uniform(1, 2.8) : random.uniform(2.4, 6);
  state.postureFrames = Math.round(25 * seconds);
}

function limitedNormal(random: SeededRandom): number {
  return clamp(random.normal(), -2, 2);
}
