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
  /** Over the picture, in its box. */
  readonly children?: ReactNode;
  /** Instead of the picture. */
  readonly slate?: ReactNode;
}

export function PictureStage({ children, slate = null }: PictureStageProps) {
  const stage = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const draft = useRef<HTMLCanvasElement>(null);
  const ready = useRef<HTMLCanvasElement>(null);
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
    const picture = new MonitorPicture({
      frame: frame.current,
      draft: draft.current,
      ready: ready.current,
    });
    const takeAway = setFilmPicture(picture);
    return () => {
      takeAway();
      picture.dispose();
      endMotion();
      endLayout();
    };
  }, []);

  return (
    <div ref={stage} className="picture-stage">
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
