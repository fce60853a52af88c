// Who looks where: listeners at the speaker after a human reaction time, speakers at the one they
// answer with glances aside while they think.
import type { SeededRandom } from '#core/random/seeded-random.ts';
import type { DraftCast } from './draft-cast.ts';
import {
  LOOK_ASIDE,
  LOOK_REST,
  type LookTarget,
  isNearer,
  nearestPerson,
} from './look-direction.ts';
import type { VoiceCues } from './voice-cues.ts';

export interface AttentionState {
  target: LookTarget;
  /** Where the head stays while the eyes glance elsewhere. */
  home: LookTarget;
  /** Where the person is about to look, and in how many frames. */
  wanted: LookTarget;
  reactionFrames: number;
  /** Frames until a person who looks by own choice chooses anew. */
  dwellFrames: number;
  choice: LookTarget;
  isTalker: boolean;
  /** Length of the own silence that ends, or ended, with the current speech. */
  ownSilenceFrames: number;
  /** The last other person who held the floor, or -1. */
  lastSpeaker: number;
  quietFrames: number;
  aside: { yawRad: number; pitchRad: number };
}

export function createAttention(): AttentionState {
  return {
    target: LOOK_REST,
    home: LOOK_REST,
    wanted: LOOK_REST,
    reactionFrames: 0,
    dwellFrames: 0,
    choice: LOOK_REST,
    isTalker: false,
    ownSilenceFrames: 1000,
    lastSpeaker: -1,
    quietFrames: 1000,
    aside: { yawRad: 0, pitchRad: 0 },
  };
}

/** A talker is heard for more than a backchannel. */
const FLOOR_TO_HOLD = 0.35;
const FLOOR_TO_TAKE = 0.55;
/** A shorter own silence is a pause for breath, not the end of a turn: 0.8 s. */
const SILENCE_BEFORE_TURN_FRAMES = 20;
/** After this silence people look back to rest: 1.2 s. */
const QUIET_TO_REST_FRAMES = 30;

/** Decides for one frame where the eyes of person `self` look; `state.home` has the head's part. */
export function stepAttention(
  state: AttentionState,
  self: number,
  cast: DraftCast,
  cues: readonly VoiceCues[],
  random: SeededRandom,
): LookTarget {
  const own = cues[self];
  const speaker = otherSpeaker(state, self, cast, cues);
  if (speaker >= 0) state.lastSpeaker = speaker;
  state.quietFrames = speaker >= 0 || own.isSpeaking ? 0 : state.quietFrames + 1;

  const startsTurn = updateTalker(state, own);

  let wanted: LookTarget;
  if (state.isTalker) wanted = chooseAsTalker(state, self, cast, own, startsTurn, random);
  else if (speaker >= 0) wanted = chooseAsListener(state, self, cast, speaker, random);
  else wanted = state.quietFrames > QUIET_TO_REST_FRAMES ? LOOK_REST : state.target;

  react(state, wanted, speaker, random);
  return state.target;
}

/** Whether the person speaks for more than a backchannel; true when a new turn begins. */
function updateTalker(state: AttentionState, own: VoiceCues): boolean {
  const talks = own.isSpeaking || own.startsInFrames <= 6;
  const isTalker = talks && own.floor >= (state.isTalker ? 0.2 : FLOOR_TO_TAKE);
  const hasChanged = isTalker !== state.isTalker;
  if (hasChanged) state.dwellFrames = 0;
  if (!own.isSpeaking) state.ownSilenceFrames = own.silentFrames;
  state.isTalker = isTalker;
  return isTalker && hasChanged && state.ownSilenceFrames > SILENCE_BEFORE_TURN_FRAMES;
}

/** 0.2 to 0.5 s to react to others, hardly any to follow an own decision. */
function react(
  state: AttentionState,
  wanted: LookTarget,
  speaker: number,
  random: SeededRandom,
): void {
  if (wanted !== state.wanted) {
    state.wanted = wanted;
    const isReaction = !state.isTalker && wanted === speaker;
    state.reactionFrames = Math.floor(isReaction ? random.uniform(5, 13) : random.uniform(0, 3));
  }
  if (state.reactionFrames > 0) {
    state.reactionFrames -= 1;
    return;
  }
  state.target = state.wanted;
  const isAsideOfSpeaker = !state.isTalker && speaker >= 0 && state.target !== speaker;
  if (state.target !== LOOK_ASIDE && !isAsideOfSpeaker) state.home = state.target;
}

/** The other person who holds the floor: the one already watched as long as they keep it. */
function otherSpeaker(
  state: AttentionState,
  self: number,
  cast: DraftCast,
  cues: readonly VoiceCues[],
): number {
  const current = state.lastSpeaker;
  if (current >= 0 && cues[current].isSpeaking && cues[current].floor >= FLOOR_TO_HOLD) {
    return current;
  }
  let best = -1;
  for (let i = 0; i < cues.length; i++) {
    if (i === self || !cues[i].isSpeaking || cues[i].floor < FLOOR_TO_TAKE) continue;
    if (best < 0 || isBetter(i, best, self, cast, cues)) best = i;
  }
  return best;
}

function isBetter(
  candidate: number,
  best: number,
  self: number,
  cast: DraftCast,
  cues: readonly VoiceCues[],
): boolean {
  if (cues[candidate].floor !== cues[best].floor) return cues[candidate].floor > cues[best].floor;
  return isNearer(candidate, best, self, cast);
}

function chooseAsTalker(
  state: AttentionState,
  self: number,
  cast: DraftCast,
  own: VoiceCues,
  startsTurn: boolean,
  random: SeededRandom,
): LookTarget {
  const addressee = state.lastSpeaker >= 0 ? state.lastSpeaker : nearestPerson(self, cast);
  // A turn is handed over by looking at the next speaker.
  if (own.endsInFrames <= 10) return addressee;
  state.dwellFrames -= 1;
  if (state.dwellFrames > 0) return state.choice;
  const chance = random.uniform();
  if (startsTurn ? chance < 0.55 : chance < 0.25) {
    state.choice = LOOK_ASIDE;
    state.aside = drawAside(random);
    state.dwellFrames = Math.floor(random.uniform(12, 28));
  } else if (chance > 0.85) {
    state.choice = LOOK_REST;
    state.dwellFrames = Math.floor(random.uniform(25, 50));
  } else {
    state.choice = addressee;
    state.dwellFrames = Math.floor(random.uniform(35, 85));
  }
  return state.choice;
}

function chooseAsListener(
  state: AttentionState,
  self: number,
  cast: DraftCast,
  speaker: number,
  random: SeededRandom,
): LookTarget {
  state.dwellFrames -= 1;
  if (state.dwellFrames > 0) return state.choice === LOOK_REST ? speaker : state.choice;
  const wasGlance = state.choice !== LOOK_REST;
  if (wasGlance || random.uniform() < 0.45) {
    state.choice = LOOK_REST;
    state.dwellFrames = Math.floor(random.uniform(45, 110));
    return speaker;
  }
  state.choice = glanceTarget(self, speaker, cast, random);
  if (state.choice === LOOK_ASIDE) state.aside = drawAside(random);
  state.dwellFrames = Math.floor(random.uniform(9, 20));
  return state.choice;
}

/** A third person when there is one, else aside. */
function glanceTarget(
  self: number,
  speaker: number,
  cast: DraftCast,
  random: SeededRandom,
): LookTarget {
  let nearest = -1;
  for (let i = 0; i < cast.people.length; i++) {
    if (i === self || i === speaker) continue;
    if (nearest < 0 || isNearer(i, nearest, self, cast)) nearest = i;
  }
  const looksAtPerson = random.uniform() < 0.6;
  return nearest >= 0 && looksAtPerson ? nearest : LOOK_ASIDE;
}

function drawAside(random: SeededRandom): { yawRad: number; pitchRad: number } {
  const side = random.uniform() < 0.5 ? -1 : 1;
  return { yawRad: side * random.uniform(0.08, 0.18), pitchRad: random.uniform(-0.06, 0.08) };
}
