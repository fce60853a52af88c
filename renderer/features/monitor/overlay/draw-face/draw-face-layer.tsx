// The next drag over the picture draws the box of a face that was missed.
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Box } from '#core/people/face-analysis.ts';
import { chooseMonitorTool } from '../../../../lib/people/monitor-tool.ts';
import { reportError } from '../../../../state/edit.ts';
import { projectStore } from '../../../../state/project-store.ts';
import { pictureSizeOf } from '../../stage/film-size.ts';
import { clientScale, picturePoint, usePictureSpace } from '../picture-space.ts';
import { useEscape } from '../use-escape.ts';
import { useHints } from '../use-hints.ts';
import { addDrawnFace } from './add-drawn-face.ts';
import { boxAfterKey, boxBetween, firstBox, type Point } from './drawn-box.ts';
import './draw-face-layer.css';

/** A shorter drag was none. */
const LEAST_DRAG_PX = 10;
const HINTS = ['draw', 'boxKeys', 'look', 'leave'] as const;

const pictureSize = () => pictureSizeOf(projectStore.getState().shown);

export function DrawFaceLayer() {
  const { t } = useTranslation('monitor');
  const space = usePictureSpace();
  const layer = useRef<HTMLDivElement>(null);
  const start = useRef<Point | null>(null);
  const [box, setBox] = useState<Box | null>(null);
  const { isLooking, look, giveUp } = useSearch(() => setBox(null));
  useHints(HINTS);
  useEffect(() => layer.current?.focus({ preventScroll: true }), []);
  useEscape(() => {
    const isIdle = box === null && !isLooking;
    start.current = null;
    setBox(null);
    giveUp();
    if (isIdle) chooseMonitorTool('select');
  });

  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0 || isLooking) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = picturePoint(event.currentTarget, event.clientX, event.clientY);
    setBox(null);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (start.current === null) return;
    const end = picturePoint(event.currentTarget, event.clientX, event.clientY);
    setBox(boxBetween(start.current, end, pictureSize()));
  };
  const onPointerUp = (event: PointerEvent<HTMLDivElement>): void => {
    if (start.current === null) return;
    start.current = null;
    const leastPx = LEAST_DRAG_PX / clientScale(event.currentTarget);
    if (box !== null && Math.min(box[2], box[3]) >= leastPx) look(box);
    else setBox(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isLooking) return;
    if (event.key === 'Enter' && box !== null) look(box);
    else {
      const next = boxAfterKey(
        box ?? firstBox(pictureSize()),
        event.key,
        event.shiftKey,
        pictureSize(),
      );
      if (next === null) return;
      setBox(box === null ? firstBox(pictureSize()) : next);
    }
    event.preventDefault();
  };
  return (
    <div
      ref={layer}
      className="draw-face-layer"
      role="group"
      tabIndex={0}
      aria-label={t('draw.layer')}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => {
        start.current = null;
        setBox(null);
      }}
      onKeyDown={onKeyDown}
    >
      {box !== null && (
        <div
          className="draw-face-layer__box"
          data-looking={isLooking || undefined}
          style={{
            left: box[0] * space.scale,
            top: box[1] * space.scale,
            width: box[2] * space.scale,
            height: box[3] * space.scale,
          }}
        >
          {isLooking && (
            <span className="draw-face-layer__state" role="status">
              {t('draw.looking')}
            </span>
          )}
        </div>
      )}
    </div>
  );
}

/** Looking for a face in a box: one search at a time, given up with the layer. */
function useSearch(onEnd: () => void) {
  const search = useRef<AbortController | null>(null);
  const [isLooking, setLooking] = useState(false);
  useEffect(() => () => search.current?.abort(), []);
  const look = (box: Box): void => {
    const controller = new AbortController();
    search.current = controller;
    setLooking(true);
    addDrawnFace(box, controller.signal)
      .catch((error: unknown) => {
        if (!controller.signal.aborted) reportError(error);
      })
      .finally(() => {
        if (search.current !== controller) return;
        setLooking(false);
        onEnd();
      });
  };
  const giveUp = (): void => {
    search.current?.abort();
    search.current = null;
    setLooking(false);
  };
  return { isLooking, look, giveUp };
}
