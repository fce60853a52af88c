// What the draft generator hands from one chunk to the next: plain JSON, a few kilobytes.
import { type RandomState, SeededRandom } from '#core/random/seeded-random.ts';
import { type AttentionState, createAttention } from './attention.ts';
import { type BodyState, createBody } from './body-motion.ts';
import type { DraftCast, DraftPerson } from './draft-cast.ts';
import { type ExpressionState, createExpression } from './expression.ts';
import { type BlinkState, type GazeState, createBlink, createGaze } from './eye-motion.ts';
import { type HeadState, createHead } from './head-motion.ts';
import { type LipState, createLipState } from './lip-motion.ts';
import { type NodState, createNods } from './nods.ts';
import { SILENT_VOICE, type VoiceState } from './voice-cues.ts';

/** Behaviours with a random stream of their own: one that draws more never shifts another. */
export const RANDOM_PARTS = ['attention', 'nod', 'head', 'gaze', 'blink', 'face', 'body'] as const;
export type RandomPart = (typeof RANDOM_PARTS)[number];

export interface PersonCarry {
  voice: VoiceState;
  lips: LipState;
  attention: AttentionState;
  nods: NodState;
  head: HeadState;
  gaze: GazeState;
  blink: BlinkState;
  expression: ExpressionState;
  body: BodyState;
  random: Record<RandomPart, RandomState>;
}

export interface DraftCarry {
  /** The frame that the next chunk must begin with. */
  nextFrame: number;
  people: PersonCarry[];
}

/** The state before the first frame: everybody as in the picture. */
export function createDraftCarry(cast: DraftCast, seed: number, firstFrame: number): DraftCarry {
  return {
    nextFrame: firstFrame,
    people: cast.people.map((person) => createPersonCarry(person, seed)),
  };
}

function createPersonCarry(person: DraftPerson, seed: number): PersonCarry {
  const streams = openStreams((part) => SeededRandom.stream(seed, `${person.stream} ${part}`));
  const blink = createBlink(streams.blink);
  const body = createBody(streams.body);
  return {
    voice: { ...SILENT_VOICE },
    lips: createLipState(person),
    attention: createAttention(),
    nods: createNods(),
    head: createHead(),
    gaze: createGaze(),
    blink,
    expression: createExpression(),
    body,
    random: saveStreams(streams),
  };
}

export type RandomStreams = Record<RandomPart, SeededRandom>;

function openStreams(open: (part: RandomPart) => SeededRandom): RandomStreams {
  return {
    attention: open('attention'),
    nod: open('nod'),
    head: open('head'),
    gaze: open('gaze'),
    blink: open('blink'),
    face: open('face'),
    body: open('body'),
  };
}

export function restoreStreams(carry: PersonCarry): RandomStreams {
  return openStreams((part) => SeededRandom.restore(carry.random[part]));
}

export function saveStreams(streams: RandomStreams): Record<RandomPart, RandomState> {
  return {
    attention: streams.attention.state(),
    nod: streams.nod.state(),
    head: streams.head.state(),
    gaze: streams.gaze.state(),
    blink: streams.blink.state(),
    face: streams.face.state(),
    body: streams.body.state(),
  };
}
