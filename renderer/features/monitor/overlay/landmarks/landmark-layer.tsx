// The points of one face, to be dragged where they belong in the picture.
import { Move } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '#core/project/document.ts';
import { chooseMonitorTool } from '../../../../lib/people/monitor-tool.ts';
import { projectStore } from '../../../../state/project-store.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { speakerLook } from '../../../../ui/speaker.ts';
import { pictureSizeOf } from '../../stage/film-size.ts';
import { zoomToBox } from '../../stage/place-picture.ts';
import { setStageView, stageStore } from '../../stage/stage-store.ts';
import { frameOfFace } from '../faces/place-plate.ts';
import { usePictureSpace, type PictureSpace } from '../picture-space.ts';
import { useEscape } from '../use-escape.ts';
import { useHints } from '../use-hints.ts';
import { forgetPicture } from './face-pixels.ts';
import { landmarkPath } from './landmark-lines.ts';
import { placeHandles, type PlacedHandle } from './place-handles.ts';
import { useLandmarkGestures, type LandmarkGestures } from './use-landmark-gestures.ts';
import './landmark-layer.css';

/** One layer for one person: with another `key` for each. */
interface LandmarkLayerProps {
  readonly person: Person;
  readonly index: number;
}

const HINTS = ['point', 'nudge', 'nudgeFar', 'leave'] as const;

export function LandmarkLayer({ person, index }: LandmarkLayerProps) {
  const { t } = useTranslation('monitor');
  const layer = useRef<HTMLDivElement>(null);
  const space = usePictureSpace();
  const gestures = useLandmarkGestures(person, () => layer.current);
  useZoomToFace(person);
  useHints(HINTS);
  useEffect(() => forgetPicture, []);
  useEscape(() => {
    if (!gestures.drop()) chooseMonitorTool('select');
  });
  const handles = placeHandles(gestures.landmarks, space.scale);
  const path = landmarkPath(gestures.landmarks, space.scale);
  const { cssColor } = speakerLook(index);
  return (
    <div
      ref={layer}
      className="landmark-layer"
      role="group"
      aria-label={t('landmarks.of', { name: person.name })}
      style={{ '--person-color': cssColor } as CSSProperties}
    >
      <svg className="landmark-layer__lines" aria-hidden>
        <path className="landmark-layer__shade" d={path} />
        <path className="landmark-layer__mesh" d={path} />
        {handles.map(
          ({ part, x, y, from }) =>
            from !== null && (
              <path
                key={part}
                className="landmark-layer__leader"
                d={`M${from[0]} ${from[1]}L${x} ${y}`}
              />
            ),
        )}
      </svg>
      {handles.map((handle) => (
        <Handle key={handle.part} handle={handle} gestures={gestures} space={space} />
      ))}
    </div>
  );
}

interface HandleProps {
  readonly handle: PlacedHandle;
  readonly gestures: LandmarkGestures;
  readonly space: PictureSpace;
}

function Handle({ handle: { part, x, y, from }, gestures, space }: HandleProps) {
  const { t } = useTranslation('monitor');
  const [left, top] = (from ?? [x, y]).map((value) => Math.round(value / space.scale));
  return (
    <div
      role="slider"
      tabIndex={0}
      className="landmark-handle"
      style={{ left: x, top: y }}
      data-part={part}
      data-active={gestures.activePart === part || undefined}
      aria-label={t(`landmarks.part.${part}`)}
      aria-valuemin={0}
      aria-valuemax={Math.round(space.width / space.scale)}
      aria-valuenow={left}
      aria-valuetext={t('landmarks.place', { x: left, y: top })}
      onPointerDown={(event) => gestures.onPointerDown(part, event)}
      onPointerMove={gestures.onPointerMove}
      onPointerUp={gestures.onPointerUp}
      onPointerCancel={gestures.drop}
      onKeyDown={(event) => gestures.onKeyDown(part, event)}
      onKeyUp={gestures.onKeyEnd}
      onBlur={gestures.onKeyEnd}
    >
      {part === 'wholeFace' ? <Icon shape={Move} /> : <span className="landmark-handle__dot" />}
    </div>
  );
}

/** Points lie close together: the face comes near while they are dragged. */
function useZoomToFace({ face }: Person): void {
  const zoom = useEffectEvent(() => {
    const { stage, film, view } = stageStore.getState();
    const picture = pictureSizeOf(projectStore.getState().shown);
    const scale = film.width / picture.width;
    const near = zoomToBox(
      stage,
      film,
      frameOfFace(face).map((value) => value * scale),
    );
    if (near !== null) setStageView(near);
    return view;
  });
  useEffect(() => {
    const before = zoom();
    return () => setStageView(before);
  }, []);
}
