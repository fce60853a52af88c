// A first guess at who speaks which voice. The user's own choice always wins over it.
import { AppError } from '#core/errors/app-error.ts';

/** What the guess looks at: the voice's name (usually its file name) and how long it speaks. */
export interface VoiceEvidence {
  readonly name: string;
  readonly speakingSeconds: number;
}

export interface AssignmentProposal {
  /** Index of the person, counted from the left. */
  readonly personIndex: number;
  /** Index of the voice in the order the user gave; null: this person only listens. */
  readonly voiceIndex: number | null;
  /** How sure the guess is, 0..1. Order is a convention, not evidence: it never reaches 1. */
  readonly confidence: number;
  readonly reason:
    | 'only-choice'
    | 'order'
    | 'order-and-name'
    | 'order-against-name'
    | 'voice-is-silent'
    | 'no-voice-left';
}

const CONFIDENCE = {
  onlyChoice: 0.95,
  named: 0.9,
  order: 0.6,
  /** With fewer voices than people nothing says who stays silent. */
  orderWithSpareFaces: 0.4,
  againstName: 0.2,
  /** A voice without speech gives its person nothing to say: perhaps it is the wrong file. */
  silentVoice: 0.3,
} as const;

/**
 * The rule: voice 1 belongs to the person furthest left, voice 2 to the next, and so on in the
 * order the voices were given; people without a voice listen. A name that says left, right,
 * middle or center only raises or lowers the confidence, it never changes the order.
 *
 * Throws `fewer-faces-than-voices` (bad-input) when a voice would have no face.
 */
export function proposeAssignments(
  peopleCount: number,
  voices: readonly VoiceEvidence[],
): AssignmentProposal[] {
  if (voices.length > peopleCount) {
    throw new AppError({
      category: 'bad-input',
      code: 'fewer-faces-than-voices',
      message: `The picture shows ${countOf(peopleCount, 'face')} but there are ${countOf(voices.length, 'voice')}.`,
      hint: 'Use a picture that shows every speaker, or give fewer voices.',
    });
  }
  return Array.from({ length: peopleCount }, (_, personIndex): AssignmentProposal => {
    if (personIndex >= voices.length) {
      const confidence =
        voices.length === 0 ? CONFIDENCE.onlyChoice : CONFIDENCE.orderWithSpareFaces;
      return { personIndex, voiceIndex: null, confidence, reason: 'no-voice-left' };
    }
    return { personIndex, voiceIndex: personIndex, ...judge(personIndex, peopleCount, voices) };
  });
}

function judge(
  personIndex: number,
  peopleCount: number,
  voices: readonly VoiceEvidence[],
): Pick<AssignmentProposal, 'confidence' | 'reason'> {
  if (voices[personIndex].speakingSeconds <= 0) {
    return { confidence: CONFIDENCE.silentVoice, reason: 'voice-is-silent' };
  }
  if (peopleCount === 1) return { confidence: CONFIDENCE.onlyChoice, reason: 'only-choice' };
  const side = sideInName(voices[personIndex].name);
  if (side !== null) {
    return side === sideOf(personIndex, peopleCount)
      ? { confidence: CONFIDENCE.named, reason: 'order-and-name' }
      : { confidence: CONFIDENCE.againstName, reason: 'order-against-name' };
  }
  const hasSpareFaces = voices.length < peopleCount;
  return {
    confidence: hasSpareFaces ? CONFIDENCE.orderWithSpareFaces : CONFIDENCE.order,
    reason: 'order',
  };
}

type Side = 'left' | 'middle' | 'right';

function sideOf(personIndex: number, peopleCount: number): Side {
  if (personIndex === 0) return 'left';
  return personIndex === peopleCount - 1 ? 'right' : 'middle';
}

/** The side a name speaks of, when it speaks of exactly one. */
function sideInName(name: string): Side | null {
  const words = new Set(name.toLowerCase().split(/[^\p{L}]+/u));
  const sides: Side[] = [];
  if (words.has('left')) sides.push('left');
  if (words.has('right')) sides.push('right');
  if (['middle', 'center', 'centre'].some((word) => words.has(word))) sides.push('middle');
  return sides.length === 1 ? sides[0] : null;
}

function countOf(count: number, noun: string): string {
  if (count === 0) return `no ${noun}s`;
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}
