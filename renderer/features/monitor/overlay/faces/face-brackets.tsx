// Four corners around a face, in the person's colour and pattern.
import type { Box } from '#core/people/face-analysis.ts';
import type { SpeakerLook } from '../../../../ui/speaker.ts';
import type { PictureSpace } from '../picture-space.ts';

interface FaceBracketsProps {
  readonly box: Box;
  readonly look: SpeakerLook;
  readonly space: PictureSpace;
  readonly isStrong: boolean;
}

const ARM_SHARE = 0.12;
const LEAST_ARM_PX = 8;
const SECOND_LINE_PX = 4;
const TICK_PX = 4;

export function FaceBrackets({ box, look, space, isStrong }: FaceBracketsProps) {
  const [x, y, width, height] = box.map((value) => value * space.scale);
  const arm = Math.max(LEAST_ARM_PX, ARM_SHARE * Math.min(width, height));
  const path = corners(x, y, width, height, arm);
  const inner = SECOND_LINE_PX;
  const lines = [
    path,
    ...(look.isDouble
      ? [corners(x + inner, y + inner, width - 2 * inner, height - 2 * inner, arm - inner)]
      : []),
    ...(look.hasTicks ? [ticks(x, y, width, height, arm)] : []),
  ];
  const strokeWidth = isStrong ? 2.5 : 2;
  return (
    <g className="face-brackets" fill="none">
      {lines.map((line) => (
        <path key={line} d={line} className="face-brackets__shade" strokeWidth={strokeWidth + 2} />
      ))}
      {lines.map((line) => (
        <path
          key={line}
          d={line}
          stroke={look.cssColor}
          strokeWidth={strokeWidth}
          strokeDasharray={look.dash.join(' ')}
        />
      ))}
    </g>
  );
}

function corners(x: number, y: number, width: number, height: number, arm: number): string {
  const [right, bottom] = [x + width, y + height];
  return [
    `M${x} ${y + arm}V${y}H${x + arm}`,
    `M${right - arm} ${y}H${right}V${y + arm}`,
    `M${right} ${bottom - arm}V${bottom}H${right - arm}`,
    `M${x + arm} ${bottom}H${x}V${bottom - arm}`,
  ].join('');
}

/** Short strokes across the middle of each arm. */
function ticks(x: number, y: number, width: number, height: number, arm: number): string {
  const half = arm / 2;
  return [x + half, x + width - half]
    .flatMap((at) => [y, y + height].map((edge) => `M${at} ${edge - TICK_PX}v${2 * TICK_PX}`))
    .join('');
}
