// Everything that is drawn over the picture and edited on it.
import { useEffect, useRef, type MouseEvent, type PointerEvent, type RefObject } from 'react';
import { useStore } from 'zustand';
import type { Person } from '#core/project/document.ts';
import { beginVoiceDrag } from '../../../lib/dnd/voice-drag.ts';
import { chooseMonitorTool, monitorToolStore } from '../../../lib/people/monitor-tool.ts';
import { personMenu } from '../../../lib/people/person-menu.ts';
import { selectPerson } from '../../../lib/people/select-person.ts';
import { playbackStore } from '../../../state/playback-store.ts';
import { projectStore } from '../../../state/project-store.ts';
import { selectionStore } from '../../../state/selection-store.ts';
import { viewStore } from '../../../state/view-store.ts';
import { openContextMenu } from '../../../ui/context-menu.tsx';
import { BindingsCanvas } from './bindings/bindings-canvas.tsx';
import { DrawFaceLayer } from './draw-face/draw-face-layer.tsx';
import { FaceLayer } from './faces/face-layer.tsx';
import { LandmarkLayer } from './landmarks/landmark-layer.tsx';
import { followMasks } from './masks/mask-store.ts';
import { personAt, registerPeople } from './monitor-targets.ts';
import { useDeletePerson } from './use-delete-person.ts';
import './picture-overlay.css';

export function PictureOverlay() {
  const frame = useRef<HTMLDivElement>(null);
  const people = useStore(projectStore, ({ shown }) => shown.people);
  const showsFaces = useStore(viewStore, (view) => view.showFaces);
  const isPlaying = useStore(playbackStore, (playback) => playback.isPlaying);
  const tool = useStore(monitorToolStore, (state) => state.tool);

  useEffect(followMasks, []);
  // On other pages there is nothing to be drawn on.
  useEffect(() => () => chooseMonitorTool('select'), []);
  useEffect(
    () => (frame.current === null ? undefined : registerPeople(people, frame.current)),
    [people],
  );
  const takeKeys = useDeletePerson(frame);
  const gestures = usePersonGestures(people, frame);

  return (
    <div ref={frame} className="picture-overlay" tabIndex={-1} onFocus={takeKeys} {...gestures}>
      <BindingsCanvas />
      <div className="picture-overlay__handles" data-playing={isPlaying || undefined}>
        {showsFaces && tool !== 'landmarks' && <FaceLayer />}
        {tool === 'draw-face' && <DrawFaceLayer />}
        {tool === 'landmarks' && <SelectedLandmarks people={people} />}
      </div>
    </div>
  );
}

function SelectedLandmarks({ people }: { readonly people: readonly Person[] }) {
  const selectedId = useStore(selectionStore, ({ personId }) => personId);
  const index = people.findIndex(({ id }) => id === selectedId);
  useEffect(() => {
    if (index < 0) chooseMonitorTool('select');
  }, [index]);
  return index < 0 ? null : <LandmarkLayer key={selectedId} person={people[index]} index={index} />;
}

/** A person is chosen, dragged onto a voice, or asked what can be done. */
function usePersonGestures(people: readonly Person[], frame: RefObject<HTMLElement | null>) {
  const at = ({ clientX, clientY }: MouseEvent): Person | null =>
    frame.current === null ? null : personAt(people, frame.current, clientX, clientY);
  return {
    onPointerDown: (event: PointerEvent): void => {
      if (event.button !== 0) return;
      const person = at(event);
      if (monitorToolStore.getState().tool === 'landmarks') {
        // Beside the points, another face can be chosen; the tool stays in hand.
        if (person !== null) selectPerson(person.id);
        return;
      }
      if (person === null) {
        selectPerson(null);
        return;
      }
      const payload = { kind: 'person', personId: person.id, name: person.name } as const;
      beginVoiceDrag(event.nativeEvent, payload, () => selectPerson(person.id));
    },
    onContextMenu: (event: MouseEvent): void => {
      event.preventDefault();
      const person = at(event);
      if (person === null) return;
      selectPerson(person.id);
      const { clientX: x, clientY: y } = event;
      openContextMenu({ label: person.name, entries: personMenu(person), x, y });
    },
  };
}
