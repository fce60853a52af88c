// How person n looks everywhere: a colour, a letter and a pattern, so that colour is never the only code.

export interface SpeakerLook {
  /** `A`, `B`, ... */
  readonly letter: string;
  /** For style sheets and style attributes: `var(--speaker-1)`. */
  readonly cssColor: string;
  /** For canvases. The same value as the token. */
  readonly hex: string;
  /** Line pattern in pixels for canvases and SVG; empty: solid. */
  readonly dash: readonly number[];
  readonly isDouble: boolean;
  readonly hasTicks: boolean;
}

type Pattern = Pick<SpeakerLook, 'hex' | 'dash' | 'isDouble' | 'hasTicks'>;

const SOLID = { dash: [], isDouble: false, hasTicks: false } as const;

const PATTERNS: readonly Pattern[] = [
  { ...SOLID, hex: '#5ab4ff' },
  { ...SOLID, hex: '#ffb224', dash: [6, 3] },
  { ...SOLID, hex: '#e06aa6', dash: [2, 3] },
  { ...SOLID, hex: '#f6f08a', dash: [8, 3, 2, 3] },
  { ...SOLID, hex: '#966afe', dash: [12, 4] },
  { ...SOLID, hex: '#12f7b2', isDouble: true },
  { ...SOLID, hex: '#57930d', hasTicks: true },
  { ...SOLID, hex: '#928d61', dash: [6, 3], hasTicks: true },
];

export const SPEAKER_LOOKS: readonly SpeakerLook[] = PATTERNS.map((pattern, index) => ({
  ...pattern,
  letter: String.fromCharCode(65 + index),
  cssColor: `var(--speaker-${index + 1})`,
}));

/** @param index place of the person in the document, from 0; colours start over after eight people */
export function speakerLook(index: number): SpeakerLook {
  const look = SPEAKER_LOOKS[index % SPEAKER_LOOKS.length];
  if (index < SPEAKER_LOOKS.length) return look;
  return { ...look, letter: String.fromCharCode(65 + (index % 26)) };
}
