// Two takes at the playhead: one or the other, divided by a line, side by side, or what differs.
// While it is on screen it is the film's picture; it fills its parent.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Take } from '#core/contract/project-types.ts';
import { setFilmPicture } from '../playback/film-picture.ts';
import { ComparePicture, type SideStatus } from './compare-picture.ts';
import { compareStore, type Side } from './compare-store.ts';
import { useComparedTakes } from './use-compared-takes.ts';
import { WipeLine } from './wipe-line.tsx';
import './compare-view.css';

/** A difference between takes is small; this often it is multiplied. */
const GAIN = 4;

export function CompareView() {
  const { t } = useTranslation('takes');
  const { left, right } = useComparedTakes();
  const { mode, side } = useStore(compareStore);
  const canvases = useRef<Record<Side, HTMLCanvasElement | null>>({ left: null, right: null });
  const picture = useRef<ComparePicture | null>(null);
  const [status, setStatus] = useState<Record<Side, SideStatus>>(LOADING);

  useEffect(() => {
    const made = new ComparePicture((of, next) => setStatus((now) => ({ ...now, [of]: next })));
    picture.current = made;
    const end = setFilmPicture(made);
    return () => {
      end();
      made.dispose();
      picture.current = null;
    };
  }, []);
  useEffect(() => {
    picture.current?.setTake('left', left, canvases.current.left);
    picture.current?.setTake('right', right, canvases.current.right);
  }, [left, right]);

  if (right === null) return null;
  const shownMode = left === null ? 'alone' : mode;
  const sides: readonly (readonly [Side, Take])[] =
    left === null
      ? [['right', right]]
      : [
          ['right', right],
          ['left', left],
        ];
  return (
    <div className="compare" data-mode={shownMode} data-side={side}>
      <div
        className="compare__stage"
        style={{ ['--ratio' as string]: right.size[0] / right.size[1] }}
      >
        {sides.map(([of, take]) => (
          <figure key={of} className={`compare__film compare__film--${of}`}>
            <canvas
              ref={(canvas) => {
                canvases.current[of] = canvas;
              }}
              aria-hidden
            />
            <figcaption className="compare__label">
              {t('compare.label', {
                name: take.name,
                generator: t(`generatorInLabel.${take.generator}`),
              })}
            </figcaption>
            {(status[of] === 'outside' || status[of] === 'failed') && (
              <p className="compare__note">{t(`compare.${status[of]}`, { name: take.name })}</p>
            )}
          </figure>
        ))}
        {shownMode === 'wipe' && <WipeLine />}
      </div>
      {shownMode === 'difference' && (
        <p className="compare__gain">{t('compare.gain', { gain: GAIN })}</p>
      )}
    </div>
  );
}

const LOADING: Record<Side, SideStatus> = { left: 'loading', right: 'loading' };
