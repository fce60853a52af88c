// Stretches of voices: a click selects, a drag carries the stretch to a person, the split tool cuts.
import { beginVoiceDrag } from '../../../lib/dnd/voice-drag.ts';
import { commitEdit } from '../../../state/edit.ts';
import { selectionStore } from '../../../state/selection-store.ts';
import type { PointerPlace } from './gesture.ts';
import type { Hit } from './hit-test.ts';
import { toFrame } from './snap.ts';

type ClipHit = Extract<Hit, { kind: 'clip' }>;

export function pressClip(event: PointerEvent, { clip }: ClipHit, place: PointerPlace): void {
  const { voice, assignment, startTick, endTick } = clip;
  const ids = new Set(place.isShift ? selectionStore.getState().assignmentIds : []);
  if (assignment !== null && !ids.delete(assignment.id)) ids.add(assignment.id);
  selectionStore.setState({
    assignmentIds: ids,
    voiceId: voice.id,
    scoreKeyIds: new Set(),
    poseKeyIds: new Set(),
  });
  beginVoiceDrag(event, {
    kind: 'voice',
    voiceId: voice.id,
    name: voice.name,
    startTick: assignment === null ? null : startTick,
    endTick: assignment === null ? null : endTick,
  });
}

/** Cuts where the pointer is; a cut at an end is none. */
export function splitClip({ clip, tick }: ClipHit): void {
  const at = toFrame(tick);
  if (at <= clip.startTick || at >= clip.endTick) return;
  void commitEdit('splitAssignment', { voiceId: clip.voice.id, tick: at });
}
