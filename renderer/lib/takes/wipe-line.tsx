// The line between two takes: dragged, or moved by keys.
import { ChevronsLeftRight } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon.tsx';
import { setWipe, wipeStore } from './compare-store.ts';

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -0.01, ArrowRight: 0.01 };
const WIDE_STEP = 10;

export function WipeLine() {
  const { t } = useTranslation('takes');
  const line = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const show = (): void => {
      const { share } = wipeStore.getState();
      const percent = Math.round(share * 100);
      line.current?.parentElement?.style.setProperty('--wipe', String(share));
      line.current?.setAttribute('aria-valuenow', String(percent));
      line.current?.setAttribute('aria-valuetext', t('compare.wipeValue', { percent }));
    };
    show();
    return wipeStore.subscribe(show);
  }, [t]);

  const moveTo = (event: PointerEvent<HTMLElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = event.currentTarget.parentElement?.getBoundingClientRect();
    if (box !== undefined && box.width > 0) setWipe((event.clientX - box.left) / box.width);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { share } = wipeStore.getState();
    if (event.key === 'Home') setWipe(0);
    else if (event.key === 'End') setWipe(1);
    else if (Object.hasOwn(STEPS, event.key))
      setWipe(share + STEPS[event.key] * (event.shiftKey ? WIDE_STEP : 1));
    else return;
    // The arrows would move the playhead.
    event.preventDefault();
  };
  return (
    <div
      ref={line}
      className="wipe-line"
      role="slider"
      tabIndex={0}
      aria-label={t('compare.wipe')}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={50}
      onPointerDown={(event) => {
        if (event.button === 0) event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={moveTo}
      onKeyDown={onKeyDown}
    >
      <span className="wipe-line__handle">
        <Icon shape={ChevronsLeftRight} />
      </span>
    </div>
  );
}
