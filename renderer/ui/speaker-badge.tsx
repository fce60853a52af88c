// The letter of a person on the person's colour.
import { speakerLook } from './speaker.ts';
import './speaker-badge.css';

interface SpeakerBadgeProps {
  /** Place of the person in the document, from 0. */
  readonly index: number;
}

export function SpeakerBadge({ index }: SpeakerBadgeProps) {
  const { letter, cssColor } = speakerLook(index);
  // The style sheet draws the letter: in the text it would have to be part of every button's name.
  return (
    <span
      className="speaker-badge"
      style={{ background: cssColor }}
      data-letter={letter}
      aria-hidden
    />
  );
}
