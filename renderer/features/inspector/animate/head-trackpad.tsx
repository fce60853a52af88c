// Turns the head: drag from anywhere, Shift is ten times finer, a double click looks straight ahead.
import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { limitPose } from '#core/pose/head-handles.ts';
import { commitPose, showPose } from '../../../lib/pose/write-pose.ts';
import { dropEdit } from '../../../state/edit.ts';
import { projectStore } from '../../../state/project-store.ts';
import { numberText } from '../../../ui/number-text.ts';
import { speakerLook } from '../../../ui/speaker.ts';
import { useCanPose, type PoseProps } from './pose-field.tsx';
import { headTrail, type HeadTrail } from './trackpad-trail.ts';

const SIDE = 128;
const MIDDLE = SIDE / 2;
/** Degrees from the middle to the edge: a little more than a head may turn. */
const REACH_DEGREES = 24;
const RING_DEGREES = [8, 16] as const;
const STEP_DEGREES = 0.5;
const FINER = 10;

const RADIANS = Math.PI / 180;
const pxOf = (radians: number): number => MIDDLE + (radians / RADIANS / REACH_DEGREES) * MIDDLE;

interface Turn {
  readonly yaw: number;
  readonly pitch: number;
}

const limited = ({ yaw, pitch }: Turn): Turn => ({
  yaw: limitPose('yaw', yaw),
  pitch: limitPose('pitch', pitch),
});

export function HeadTrackpad(props: PoseProps) {
  const { person, index, now } = props;
  const { t } = useTranslation('inspector');
  const document = useStore(projectStore, ({ shown }) => shown);
  const canPose = useCanPose(now);
  const gestures = useTrackpad(props, canPose);
  const { yaw, pitch } = now.values;
  const { cssColor } = speakerLook(index);
  const trail = headTrail(document, person.id, now.frame);
  const degrees = (radians: number): string => numberText(radians / RADIANS, 1);
  const text = t('pose.turn', { yaw: degrees(yaw), pitch: degrees(pitch) });
  return (
    <svg
      className="head-trackpad"
      width={SIDE}
      height={SIDE}
      viewBox={`0 0 ${SIDE} ${SIDE}`}
      tabIndex={canPose ? 0 : -1}
      role="slider"
      aria-label={t('pose.trackpad')}
      aria-valuemin={-REACH_DEGREES}
      aria-valuemax={REACH_DEGREES}
      aria-valuenow={Number((yaw / RADIANS).toFixed(1))}
      aria-valuetext={text}
      aria-disabled={!canPose}
      {...gestures}
    >
      <path className="head-trackpad__cross" d={`M${MIDDLE} 0V${SIDE}M0 ${MIDDLE}H${SIDE}`} />
      {RING_DEGREES.map((ring) => (
        <circle
          key={ring}
          className="head-trackpad__ring"
          cx={MIDDLE}
          cy={MIDDLE}
          r={(ring / REACH_DEGREES) * MIDDLE}
        />
      ))}
      {trail !== null && <Trail trail={trail} color={cssColor} />}
      <text className="head-trackpad__text" x={SIDE - 4} y={MIDDLE - 4} textAnchor="end">
        {t('pose.degrees', { degrees: REACH_DEGREES })}
      </text>
      <text className="head-trackpad__text" x={MIDDLE + 4} y={12}>
        {t('pose.up')}
      </text>
      <circle
        className="head-trackpad__thumb"
        cx={pxOf(yaw)}
        cy={pxOf(pitch)}
        r={6}
        style={{ stroke: cssColor }}
      />
    </svg>
  );
}

function Trail({ trail, color }: { readonly trail: HeadTrail; readonly color: string }) {
  const [first, ...others] = trail.points.map(([yaw, pitch]) => `${pxOf(yaw)} ${pxOf(pitch)}`);
  return (
    <g stroke={color}>
      <path
        className="head-trackpad__trail"
        d={`M${first}${others.map((at) => `L${at}`).join('')}`}
      />
      {trail.keys.map(([yaw, pitch], i) => (
        <circle key={i} className="head-trackpad__key" cx={pxOf(yaw)} cy={pxOf(pitch)} r={3} />
      ))}
    </g>
  );
}

interface Drag {
  readonly pointerId: number;
  readonly start: Turn;
  turn: Turn;
  x: number;
  y: number;
}

function useTrackpad({ person, now }: PoseProps, canPose: boolean) {
  const drag = useRef<Drag | null>(null);
  const place = { personId: person.id, frame: now.frame };
  const here: Turn = { yaw: now.values.yaw, pitch: now.values.pitch };
  const commit = (turn: Turn): void => void commitPose(place, { values: limited(turn) });

  const onPointerDown = (event: PointerEvent<SVGSVGElement>): void => {
    if (!canPose || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const { pointerId, clientX: x, clientY: y } = event;
    drag.current = { pointerId, start: here, turn: here, x, y };
  };
  const onPointerMove = (event: PointerEvent<SVGSVGElement>): void => {
    const { current } = drag;
    if (current === null || current.pointerId !== event.pointerId) return;
    const pagePx = event.currentTarget.getBoundingClientRect().width / SIDE;
    const perPx = (REACH_DEGREES * RADIANS) / MIDDLE / pagePx / (event.shiftKey ? FINER : 1);
    // Step by step, so that Shift may be pressed on the way.
    current.turn = limited({
      yaw: current.turn.yaw + (event.clientX - current.x) * perPx,
      pitch: current.turn.pitch + (event.clientY - current.y) * perPx,
    });
    [current.x, current.y] = [event.clientX, event.clientY];
    showPose(place, { values: current.turn });
  };
  const onPointerUp = (): void => {
    const { current } = drag;
    drag.current = null;
    if (current !== null && current.turn !== current.start) commit(current.turn);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && drag.current !== null) {
      drag.current = null;
      dropEdit();
      event.preventDefault();
      return;
    }
    const step = (STEP_DEGREES * RADIANS) / (event.shiftKey ? FINER : 1);
    const steps: Readonly<Record<string, Turn>> = {
      ArrowLeft: { yaw: -step, pitch: 0 },
      ArrowRight: { yaw: step, pitch: 0 },
      ArrowUp: { yaw: 0, pitch: -step },
      ArrowDown: { yaw: 0, pitch: step },
    };
    const by = steps[event.key] as Turn | undefined;
    if (!canPose || by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    commit({ yaw: here.yaw + by.yaw, pitch: here.pitch + by.pitch });
  };
  return {
    onPointerDown,
    onPointerMove,
    onPointerUp,
    onPointerCancel: () => {
      drag.current = null;
      dropEdit();
    },
    onDoubleClick: () => {
      if (canPose) commit({ yaw: 0, pitch: 0 });
    },
    onKeyDown,
  };
}
