// Everything that is drawn over the picture and edited on it.
import { useEffect, useRef, type PointerEvent } from 'react';
import { useStore } from 'zustand';
import { beginVoiceDrag } from '../../../lib/dnd/voice-drag.ts';
import { personMenu } from '../../../lib/people/person-menu.ts';
import { selectPerson } from '../../../lib/people/select-person.ts';
import { playbackStore } from '../../../state/playback-store.ts';
import { projectStore } from '../../../state/project-store.ts';
import { viewStore } from '../../../state/view-store.ts';
import { openContextMenu } from '../../../ui/context-menu.tsx';
import { BindingsCanvas } from './bindings/bindings-canvas.tsx';
import { FaceLayer } from './faces/face-layer.tsx';
import { followMasks } from './masks/mask-store.ts';
import { personAt, registerPeople } from './monitor-targets.ts';
import './picture-overlay.css';

export function PictureOverlay() {
  const frame = useRef<HTMLDivElement>(null);
  const people = useStore(projectStore, ({ shown }) => shown.people);
  const showsFaces = useStore(viewStore, (view) => view.showFaces);
  const isPlaying = useStore(playbackStore, (playback) => playback.isPlaying);

  useEffect(followMasks, []);
  useEffect(
    () => (frame.current === null ? undefined : registerPeople(people, frame.current)),
    [people],
  );

  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return;
    const person = personAt(people, event.currentTarget, event.clientX, event.clientY);
    if (person === null) {
      selectPerson(null);
      return;
    }
    const payload = { kind: 'person', personId: person.id, name: person.name } as const;
    beginVoiceDrag(event.nativeEvent, payload, () => selectPerson(person.id));
  };

  return (
    <div
      ref={frame}
      className="picture-overlay"
      onPointerDown={onPointerDown}
      onContextMenu={(event) => {
        event.preventDefault();
        const { clientX: x, clientY: y } = event;
        const person = personAt(people, event.currentTarget, x, y);
        if (person === null) return;
        selectPerson(person.id);
        openContextMenu({ label: person.name, entries: personMenu(person), x, y });
      }}
    >
      <BindingsCanvas />
      <div className="picture-overlay__handles" data-playing={isPlaying || undefined}>
        {showsFaces && <FaceLayer />}
      </div>
    </div>
  );
}
