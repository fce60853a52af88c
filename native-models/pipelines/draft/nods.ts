// Nods of a listener: at the other's phrase ends and now and then, small ones mostly, and rarely
// two people at once.
import type { SeededRandom } from '#core/random/seeded-random.ts';

export interface NodState {
  /** Frames into the running nod, or -1. */
  frame: number;
  lengthFrames: number;
  amplitudeRad: number;
  cycles: number;
  /** Frames until the next nod may begin. */
  waitFrames: number;
}

const DEGREES = Math.PI / 180;

export function createNods(): NodState {
  return { frame: -1, lengthFrames: 0, amplitudeRad: 0, cycles: 1, waitFrames: 12 };
}

export interface NodOccasion {
  /** Somebody else holds the floor and this person listens. */
  readonly isListening: boolean;
  /** The watched speaker has just ended a phrase. */
  readonly hasHeardPhrase: boolean;
  /** Another listener began to nod within the last third of a second. */
  readonly isOtherNodding: boolean;
}

/** Pitch of the nod in this frame, radians, positive down. */
export function stepNod(state: NodState, occasion: NodOccasion, random: SeededRandom): number {
  if (state.frame >= 0) {
    state.frame += 1;
    if (state.frame <= state.lengthFrames) return nodShape(state);
    state.frame = -1;
  }
  if (!occasion.isListening) {
    state.waitFrames = Math.max(state.waitFrames, 10);
    return 0;
  }
  if (occasion.hasHeardPhrase && random.uniform() < 0.7) {
    state.waitFrames = Math.min(state.waitFrames, Math.floor(random.uniform(4, 10)));
  }
  state.waitFrames -= 1;
  if (state.waitFrames > 0) return 0;
  if (occasion.isOtherNodding && random.uniform() < 0.75) {
    state.waitFrames = Math.floor(random.uniform(6, 16));
    return 0;
  }
  beginNod(state, random);
  return 0;
}

function beginNod(state: NodState, random: SeededRandom): void {
  const isFull = random.uniform() < 0.45;
  state.frame = 0;
  state.cycles = random.uniform() < 0.3 ? 2 : 1;
  // 0.5 to 0.6 s a nod, the second one quicker.
  state.lengthFrames = Math.round(random.uniform(12.5, 15.5) * (state.cycles === 2 ? 1.7 : 1));
  state.amplitudeRad = (isFull ? random.uniform(2.5, 4) : random.uniform(1, 2)) * DEGREES;
  state.waitFrames = Math.floor(random.uniform(28, 56));
}

/** A slight lift first, then down and back; a second cycle is smaller. */
function nodShape(state: NodState): number {
  const share = state.frame / state.lengthFrames;
  const lift = 0.18 * bump(share / 0.25);
  const dips =
    state.cycles === 1
      ? bump((share - 0.12) / 0.88)
      : bump((share - 0.08) / 0.5) + 0.55 * bump((share - 0.52) / 0.48);
  return state.amplitudeRad * (dips - lift);
}

/** sin^2 over [0, 1], 0 outside. */
function bump(share: number): number {
  return share <= 0 || share >= 1 ? 0 : Math.sin(Math.PI * share) ** 2;
}
