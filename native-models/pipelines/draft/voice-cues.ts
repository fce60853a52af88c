// What a person's voice says to behaviour: speaking or not, phrases, accents, turns.
import { type VoiceCalibration } from './calibrate-voice.ts';
import { clamp, smoothStep } from './smooth-motion.ts';

/** One person's inputs around the current frame; index 0 is now, up to DRAFT_LOOKAHEAD_FRAMES ahead. */
export interface VoiceWindow {
  readonly score: (ahead: number) => number;
  readonly energy: (ahead: number) => number;
  /** `channel` of VISEME_SIZE, see draft-cast.ts. */
  readonly viseme: (ahead: number, channel: number) => number;
}

/** Carried from frame to frame. */
export interface VoiceState {
  gate: number;
  loud: number;
  usual: number;
  isSpeaking: boolean;
  speakingFrames: number;
  silentFrames: number;
  phraseFrames: number;
  quietFrames: number;
}

export const SILENT_VOICE: VoiceState = {
  gate: 0,
  loud: 0,
  usual: 0,
  isSpeaking: false,
  speakingFrames: 0,
  silentFrames: 1000,
  phraseFrames: 0,
  quietFrames: 0,
};

export interface VoiceCues {
  /** How far the speaking score lets the voice act on the face, 0..1 (IAD). */
  readonly gate: number;
  /** Loudness in 0..1 against the voice's own range. */
  readonly loud: number;
  /** Loudness above its running mean: an accent when positive. */
  readonly accent: number;
  readonly isSpeaking: boolean;
  /** Share of the coming 0.8 s in which this person speaks: tells a turn from a backchannel. */
  readonly floor: number;
  /** Frames until speech begins, 0 while speaking, Infinity when none is in sight. */
  readonly startsInFrames: number;
  /** Frames until speech ends, Infinity when no end is in sight or the person is silent. */
  readonly endsInFrames: number;
  readonly hasStarted: boolean;
  readonly hasEnded: boolean;
  /** The voice paused or ended after at least 0.6 s of speech, in this frame. */
  readonly hasEndedPhrase: boolean;
  readonly speakingFrames: number;
  readonly silentFrames: number;
}

const HORIZON_FRAMES = 20;
const START_HORIZON_FRAMES = 14;
const PHRASE_FRAMES = 15;
const QUIET = 0.15;

/** Loudness in 0..1 of an energy in the voice's own unit. */
export function loudnessOf(energy: number, calibration: VoiceCalibration): number {
  const range = calibration.energyHigh - calibration.energyLow;
  return range > 0 ? clamp((energy - calibration.energyLow) / range, 0, 1) : 0;
}

/** Advances `state` by one frame and reads the cues of that frame. */
export function readVoiceCues(
  state: VoiceState,
  window: VoiceWindow,
  calibration: VoiceCalibration,
): VoiceCues {
  // Faces move a little before their voice: 80 ms ahead of the score.
  const wanted = smoothStep(
    -0.25,
    0.25,
    Math.max(window.score(0), window.score(1), window.score(2)),
  );
  state.gate += (wanted - state.gate) * (wanted > state.gate ? 0.5 : 0.25);
  if (state.gate < 1e-6) state.gate = 0;

  const now = loudnessOf(window.energy(2), calibration) * state.gate;
  state.loud += (now - state.loud) * 0.4;
  state.usual += (state.loud - state.usual) * 0.06;

  const wasSpeaking = state.isSpeaking;
  state.isSpeaking = wasSpeaking ? window.score(0) > -0.1 : window.score(0) > 0.1;
  state.speakingFrames = state.isSpeaking ? state.speakingFrames + 1 : 0;
  state.silentFrames = state.isSpeaking ? 0 : Math.min(1000, state.silentFrames + 1);
  const hasEnded = wasSpeaking && !state.isSpeaking;

  return {
    gate: state.gate,
    loud: state.loud,
    accent: state.loud - state.usual,
    isSpeaking: state.isSpeaking,
    floor: floorShare(window),
    startsInFrames: state.isSpeaking ? 0 : framesUntil(window, START_HORIZON_FRAMES, true),
    endsInFrames: state.isSpeaking ? framesUntil(window, START_HORIZON_FRAMES, false) : Infinity,
    hasStarted: !wasSpeaking && state.isSpeaking,
    hasEnded,
    hasEndedPhrase: stepPhrase(state) || (hasEnded && endPhrase(state)),
    speakingFrames: state.speakingFrames,
    silentFrames: state.silentFrames,
  };
}

function floorShare(window: VoiceWindow): number {
  let speaking = 0;
  for (let ahead = 0; ahead <= HORIZON_FRAMES; ahead++) if (window.score(ahead) > 0) speaking += 1;
  return speaking / (HORIZON_FRAMES + 1);
}

/** Three frames in a row decide, one alone may be an editor's stray key. */
function framesUntil(window: VoiceWindow, horizon: number, isSpeech: boolean): number {
  let run = 0;
  for (let ahead = 1; ahead <= horizon; ahead++) {
    run = window.score(ahead) > 0 === isSpeech ? run + 1 : 0;
    if (run === 3) return ahead - 2;
  }
  return Infinity;
}

function stepPhrase(state: VoiceState): boolean {
  if (state.loud > QUIET) {
    state.phraseFrames += 1;
    state.quietFrames = 0;
    return false;
  }
  state.quietFrames += 1;
  return state.quietFrames === 4 && endPhrase(state);
}

function endPhrase(state: VoiceState): boolean {
  const wasPhrase = state.phraseFrames >= PHRASE_FRAMES;
  state.phraseFrames = 0;
  return wasPhrase;
}
