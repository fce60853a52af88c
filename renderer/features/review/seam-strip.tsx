// Two frames before a seam and two after it, each person from nose to chin, cut from the film.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Take } from '#core/contract/project-types.ts';
import type { Person } from '#core/project/document.ts';
import type { Seam } from '../../lib/takes/seams.ts';
import { readTakeStills } from '../../lib/takes/take-film.ts';
import { projectStore } from '../../state/project-store.ts';
import { mouthCrop } from './mouth-crop.ts';
import './seam-strip.css';

interface SeamStripProps {
  readonly take: Take;
  readonly seam: Seam;
}

const WIDTH_PX = 60;
/** Height of a face by number of people; more people are shown smaller. */
const heightPxFor = (people: number): number => (people <= 2 ? 54 : people <= 4 ? 40 : 28);

export function SeamStrip({ take, seam }: SeamStripProps) {
  const { t } = useTranslation('review');
  const people = useStore(projectStore, ({ document }) => document.people);
  const strip = useRef<HTMLDivElement>(null);
  const [isBroken, setBroken] = useState(false);
  const heightPx = heightPxFor(people.length);
  const frames = framesAround(take, seam.frame);
  const frameList = frames.join();

  useEffect(() => {
    const end = new AbortController();
    const draw = (frame: number, still: CanvasImageSource): void => {
      const canvases = strip.current?.querySelectorAll<HTMLCanvasElement>(
        `[data-frame="${frame}"] canvas`,
      );
      people.forEach((person, index) => {
        const canvas = canvases?.item(index);
        if (canvas instanceof HTMLCanvasElement) drawPerson(canvas, still, take, person);
      });
    };
    readTakeStills(take, frameList.split(',').map(Number), draw, end.signal).then(
      () => setBroken(false),
      () => setBroken(!end.signal.aborted),
    );
    return () => end.abort();
  }, [take, frameList, people, heightPx]);

  const density = window.devicePixelRatio;
  return (
    <>
      <div
        ref={strip}
        className="seam-strip"
        role="img"
        aria-label={t('seam.strip', { count: frames.length, frame: seam.frame })}
      >
        {frames.map((frame) => (
          <div
            key={frame}
            className="seam-strip__frame"
            data-frame={frame}
            data-first={frame === seam.frame || undefined}
          >
            {people.map(({ id }) => (
              <canvas
                key={id}
                width={WIDTH_PX * density}
                height={heightPx * density}
                style={{ width: `${WIDTH_PX}px`, height: `${heightPx}px` }}
              />
            ))}
            <span className="seam-strip__number">{frame}</span>
          </div>
        ))}
      </div>
      {isBroken && (
        <p className="seam-strip__problem">{t('takes:compare.failed', { name: take.name })}</p>
      )}
    </>
  );
}

function framesAround(take: Take, frame: number): readonly number[] {
  return [frame - 2, frame - 1, frame, frame + 1].filter(
    (each) => each >= take.firstFrame && each < take.firstFrame + take.frames,
  );
}

function drawPerson(
  canvas: HTMLCanvasElement,
  still: CanvasImageSource,
  take: Take,
  { face }: Person,
): void {
  const { scene, media } = projectStore.getState().document;
  const picture = media.find(({ id }) => id === scene?.pictureId);
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null || picture === undefined || picture.kind === 'voice') return;
  const { width, height } = picture.facts;
  const crop = mouthCrop(face, [width, height], take.size, canvas.width / canvas.height);
  context.imageSmoothingQuality = 'high';
  const to = [0, 0, canvas.width, canvas.height] as const;
  context.drawImage(still, crop.x, crop.y, crop.width, crop.height, ...to);
}
