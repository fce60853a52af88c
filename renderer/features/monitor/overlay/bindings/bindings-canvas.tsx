// The tint of people over the picture: who speaks, where a dragged voice may go, where two voices meet.
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useActivities } from '../../../../lib/people/use-activities.ts';
import { isAimedAt } from '../../../../lib/people/drop-on-person.ts';
import { hasVoice } from '../../../../lib/people/has-voice.ts';
import { voiceDragStore } from '../../../../lib/dnd/voice-drag.ts';
import { projectStore } from '../../../../state/project-store.ts';
import { viewStore } from '../../../../state/view-store.ts';
import { speakerLook } from '../../../../ui/speaker.ts';
import { stageStore } from '../../stage/stage-store.ts';
import { maskStore } from '../masks/mask-store.ts';
import { drawBindings, type PersonTint } from './draw-bindings.ts';

const BOUND_FILL = 0.18;
const HOVERED_FILL = 0.32;
/** More would only cost time. */
const MOST_DEVICE_SCALE = 2;

function useTints(): { readonly tints: readonly PersonTint[]; readonly isHatched: boolean } {
  const document = useStore(projectStore, ({ shown }) => shown);
  const masks = useStore(maskStore, (state) => state.masks);
  const isShown = useStore(viewStore, ({ showBindings }) => showBindings);
  const isDragging = useStore(voiceDragStore, ({ payload }) => payload?.kind === 'voice');
  const aimedId = useStore(voiceDragStore, (drag) =>
    drag.verdict?.isLegal === true
      ? (document.people.find(({ id }) => isAimedAt(drag, id))?.id ?? null)
      : null,
  );
  const activities = useActivities();
  const tints = document.people.flatMap((person, index): PersonTint[] => {
    const mask = masks.get(person.id);
    if (mask === undefined) return [];
    const isHovered = person.id === aimedId;
    const isTarget = isDragging && !person.silent;
    const isBound = isShown && hasVoice(document, person);
    return [
      {
        mask,
        hex: speakerLook(index).hex,
        fill: isHovered ? HOVERED_FILL : isBound ? BOUND_FILL : 0,
        isEdged: isHovered || isBound || isTarget,
        isConflict: activities.at(index)?.isConflict ?? false,
      },
    ];
  });
  return { tints, isHatched: isShown };
}

export function BindingsCanvas() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = useStore(stageStore, ({ place }) => Math.round(place.width));
  const height = useStore(stageStore, ({ place }) => Math.round(place.height));
  const { tints, isHatched } = useTints();
  // A name of what is drawn, so that an edit elsewhere draws nothing.
  const drawn = JSON.stringify([
    width,
    height,
    isHatched,
    ...tints.map(({ hex, fill, isEdged, isConflict }) => [hex, fill, isEdged, isConflict]),
  ]);
  const masks = useStore(maskStore, (state) => state.masks);

  useEffect(() => {
    const pen = canvas.current?.getContext('2d');
    if (pen === undefined || pen === null) return;
    const scale = Math.min(MOST_DEVICE_SCALE, window.devicePixelRatio);
    pen.canvas.width = Math.max(1, width * scale);
    pen.canvas.height = Math.max(1, height * scale);
    drawBindings(pen, tints, isHatched, scale);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `drawn` and `masks` stand for the rest
  }, [drawn, masks]);

  return <canvas ref={canvas} className="bindings-canvas" aria-hidden />;
}
