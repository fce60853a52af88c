// The stage: source, draft and finished picture on top of one another, and what is edited over them.
import { useEffect, useRef, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { startLiveMotion } from '../../../lib/motion/live-motion.ts';
import { setFilmPicture } from '../../../lib/playback/film-picture.ts';
import { useMediaLink } from '../../../lib/media/use-media-link.ts';
import { projectStore } from '../../../state/project-store.ts';
import { MonitorPicture } from '../picture/monitor-picture.ts';
import { layStage } from './lay-stage.ts';
import { useStageGestures } from './use-stage-gestures.ts';
import './picture-stage.css';

interface PictureStageProps {
  /** Otherwise it waits behind the takes that are compared. */
  readonly isActive: boolean;
  /** Over the picture, in its box. */
  readonly children?: ReactNode;
  /** Instead of the picture. */
  readonly slate?: ReactNode;
}

export function PictureStage({ isActive, children, slate = null }: PictureStageProps) {
  const stage = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const draft = useRef<HTMLCanvasElement>(null);
  const ready = useRef<HTMLCanvasElement>(null);
  const picture = useRef<MonitorPicture | null>(null);
  const pictureId = useStore(projectStore, ({ shown }) => shown.scene?.pictureId ?? null);
  const address = useMediaLink(
    slate !== null || pictureId === null ? null : { kind: 'media', mediaId: pictureId },
  );
  useStageGestures(stage);

  useEffect(() => {
    if (stage.current === null || frame.current === null) return undefined;
    if (draft.current === null || ready.current === null) return undefined;
    const endLayout = layStage(stage.current, frame.current);
    const endMotion = startLiveMotion();
    const made = new MonitorPicture({
      frame: frame.current,
      draft: draft.current,
      ready: ready.current,
    });
    picture.current = made;
    return () => {
      picture.current = null;
      made.dispose();
      endMotion();
      endLayout();
    };
  }, []);

  useEffect(() => {
    if (!isActive || picture.current === null) return undefined;
    return setFilmPicture(picture.current);
  }, [isActive]);

  return (
    <div ref={stage} className="picture-stage" hidden={!isActive}>
      <div
        ref={frame}
        className="picture"
        data-shows="source"
        data-empty={slate !== null || undefined}
      >
        {address !== null && (
          <img className="picture__source" src={address} alt="" draggable={false} />
        )}
        <canvas ref={draft} className="picture__draft" />
        <canvas ref={ready} className="picture__ready" />
        {slate ?? children}
      </div>
    </div>
  );
}
