// Who it is and what is so about them, on a dark plate over the picture.
import type { ReactNode } from 'react';
import { SpeakerBadge } from '../../../../ui/speaker-badge.tsx';
import { speakerLook } from '../../../../ui/speaker.ts';

export type PlateTone = 'plain' | 'guess' | 'drop' | 'danger' | 'dimmed';

interface NamePlateProps {
  readonly index: number;
  /** Of the left upper corner, or of the middle, in CSS pixels of the picture. */
  readonly x: number;
  readonly y: number;
  readonly tone?: PlateTone;
  readonly isCentred?: boolean;
  readonly children: ReactNode;
}

export function NamePlate({
  index,
  x,
  y,
  tone = 'plain',
  isCentred = false,
  children,
}: NamePlateProps) {
  return (
    <div
      className="name-plate"
      data-tone={tone}
      data-centred={isCentred || undefined}
      style={{ left: x, top: y, outlineColor: speakerLook(index).cssColor }}
    >
      <SpeakerBadge index={index} />
      {children}
    </div>
  );
}
