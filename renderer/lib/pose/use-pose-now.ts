// The pose of a person at the playhead, for components.
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { PersonId } from '#core/project/ids.ts';
import { projectStore } from '../../state/project-store.ts';
import { motionAtFrame, onMotion } from '../motion/live-motion.ts';
import { usePlayheadFrame } from '../playback/use-playhead.ts';
import { poseAt, type PoseNow } from './pose-now.ts';

export function usePoseNow(personId: PersonId): PoseNow {
  const frame = usePlayheadFrame();
  const document = useStore(projectStore, ({ shown }) => shown);
  const [, setVersion] = useState(0);
  useEffect(
    () =>
      onMotion((first, end) => {
        if (frame >= first && frame < end) setVersion((version) => version + 1);
      }),
    [frame],
  );
  return poseAt(document, personId, frame, motionAtFrame(frame));
}
