// An edge between two regions: dragged, or moved with the arrow keys; double click gives it back.
// Left column and track headers, inspector and queue share their edges, so one separator moves both.
import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { appStore } from '../state/app-store.ts';
import { changeSettings } from '../state/app-sync.ts';
import { clampEdge, defaultEdge, edgePx, type EdgeName } from './edges.ts';

const KEY_STEP_PX = 8;

interface SeparatorProps {
  readonly edge: EdgeName;
  /** Grid area that it lies over. */
  readonly className: string;
}

export function Separator({ edge, className }: SeparatorProps) {
  const { t } = useTranslation('shell');
  const drag = useRef<{ readonly from: number; readonly startPx: number } | null>(null);
  const sizes = useStore(appStore, ({ settings }) => settings.panelSizes);
  const isVertical = edge !== 'timeline';
  const sizePx = edgePx(edge, sizes);

  const show = (px: number): number => {
    const size = clampEdge(edge, px);
    document.documentElement.style.setProperty(`--${edge}-size`, `${size}px`);
    return size;
  };
  const keep = (px: number): void => {
    const whole = isVertical ? window.innerWidth : window.innerHeight;
    void changeSettings({ panelSizes: { ...sizes, [edge]: (show(px) / whole) * 100 } });
  };
  const along = (event: PointerEvent): number => (isVertical ? event.clientX : event.clientY);
  /** The left column grows to the right, the others against the pointer. */
  const sign = edge === 'left' ? 1 : -1;

  return (
    <div
      className={`separator ${className}`}
      role="separator"
      tabIndex={0}
      aria-label={t(`resize.${edge}`)}
      aria-orientation={isVertical ? 'vertical' : 'horizontal'}
      aria-valuenow={Math.round(sizePx)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { from: along(event), startPx: sizePx };
      }}
      onPointerMove={(event) => {
        if (drag.current === null) return;
        show(drag.current.startPx + sign * (along(event) - drag.current.from));
      }}
      onPointerUp={(event) => {
        if (drag.current === null) return;
        keep(drag.current.startPx + sign * (along(event) - drag.current.from));
        drag.current = null;
      }}
      onDoubleClick={() => keep(defaultEdge(edge))}
      onKeyDown={(event: KeyboardEvent) => {
        const grow = isVertical ? 'ArrowRight' : 'ArrowUp';
        const shrink = isVertical ? 'ArrowLeft' : 'ArrowDown';
        if (event.key !== grow && event.key !== shrink) return;
        const by = (event.key === grow ? KEY_STEP_PX : -KEY_STEP_PX) * (isVertical ? sign : 1);
        keep(sizePx + by);
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
