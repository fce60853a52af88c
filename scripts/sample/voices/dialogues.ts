// The words of the sample films: short, warm, with turns, an overlap and a backchannel.

import type { Speaker } from './speak-line.ts';

export interface ScriptLine {
  readonly person: string;
  /** Plain English; espeak-ng reads the punctuation as prosody. */
  readonly text: string;
  /** Seconds between the end of `after` and this line's start; negative overlaps it. */
  readonly gapSeconds: number;
  /** Index of the line that `gapSeconds` counts from; default: the line before. */
  readonly after?: number;
  /** Words a minute and pitch (0..99) when the line differs from the speaker's habit. */
  readonly rate?: number;
  readonly pitch?: number;
}

export interface Dialogue {
  readonly name: string;
  readonly picture: string;
  readonly cast: Readonly<Record<string, Speaker>>;
  readonly leadInSeconds: number;
  readonly leadOutSeconds: number;
  readonly lines: readonly ScriptLine[];
}

/** The woman in yellow, the man with grey hair, the man in teal, the woman in coral. */
const WOMAN_A: Speaker = { voice: 'en-us+Annie', rate: 158, pitch: 46 };
const MAN_B: Speaker = { voice: 'en-gb-x-rp+m3', rate: 152, pitch: 40 };
const MAN_C: Speaker = { voice: 'en-us+m1', rate: 160, pitch: 66 };
const WOMAN_D: Speaker = { voice: 'en-us+f4', rate: 156, pitch: 44 };

export const DIALOGUES: readonly Dialogue[] = [
  {
    name: 'interview2',
    picture: 'interview2.png',
    cast: { A: WOMAN_A, B: MAN_B },
    leadInSeconds: 0.5,
    leadOutSeconds: 0.8,
    lines: [
      {
        person: 'A',
        text: 'So, you made a film in one kitchen, with two people and a lamp?',
        gapSeconds: 0,
      },
      {
        person: 'B',
        text: 'It was a very good lamp. It got better reviews than I did.',
        gapSeconds: 0.35,
      },
      { person: 'A', text: 'And when the lamp broke?', gapSeconds: 0.3, pitch: 50 },
      { person: 'B', text: 'We lit a candle, and called it art.', gapSeconds: 0.4 },
      { person: 'A', text: 'Right.', gapSeconds: 0.12, rate: 175, pitch: 40 },
      {
        person: 'B',
        text: 'Then the smoke alarm went off, and we kept it in the film.',
        gapSeconds: 0.3,
        after: 3,
      },
      { person: 'A', text: 'Oh, I love that scene!', gapSeconds: -0.75, pitch: 56, rate: 168 },
      { person: 'B', text: 'So did the jury. We won a prize. For best music.', gapSeconds: 0.25 },
    ],
  },
  {
    name: 'interview3',
    picture: 'interview3.png',
    cast: { A: WOMAN_A, B: MAN_B, C: MAN_C },
    leadInSeconds: 0.5,
    leadOutSeconds: 0.8,
    lines: [
      { person: 'A', text: 'Who chose the ending of the film?', gapSeconds: 0 },
      { person: 'B', text: 'I did.', gapSeconds: 0.3 },
      { person: 'C', text: 'He did not. I did, while he was asleep.', gapSeconds: -0.1 },
      { person: 'B', text: 'I was thinking, with my eyes closed.', gapSeconds: 0.3 },
      { person: 'A', text: 'It is a wonderful ending.', gapSeconds: 0.25 },
    ],
  },
  {
    name: 'interview4',
    picture: 'interview4.png',
    cast: { A: WOMAN_A, B: MAN_B, C: MAN_C, D: WOMAN_D },
    leadInSeconds: 0.5,
    leadOutSeconds: 0.8,
    lines: [
      { person: 'A', text: 'What comes next for all of you?', gapSeconds: 0 },
      { person: 'D', text: 'A comedy about an elevator.', gapSeconds: 0.3 },
      { person: 'B', text: 'It has its ups and downs.', gapSeconds: 0.3 },
      { person: 'C', text: 'Oh no. Not again.', gapSeconds: -0.2 },
      { person: 'D', text: 'You see? It writes itself.', gapSeconds: 0.3 },
    ],
  },
];
