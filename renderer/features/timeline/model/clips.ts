// Stretches of voices as the lanes show them: with ends, and with what nobody has decided yet.
import type { Assignment, ProjectDocument, Voice } from '#core/project/document.ts';
import type { PersonId } from '#core/project/ids.ts';

export interface Clip {
  readonly voice: Voice;
  readonly startTick: number;
  readonly endTick: number;
  /** Null: nothing is decided or proposed about this stretch. */
  readonly assignment: Assignment | null;
}

function clipOf(voice: Voice, assignment: Assignment): Clip {
  const endTick = Math.min(assignment.endTick ?? Infinity, voice.durationTicks);
  return { voice, startTick: assignment.startTick, endTick, assignment };
}

/** The whole of a voice, from left to right without gaps. */
export function clipsOfVoice(document: ProjectDocument, voice: Voice): Clip[] {
  const clips: Clip[] = [];
  let tick = 0;
  const gap = (endTick: number): void => {
    if (endTick > tick) clips.push({ voice, startTick: tick, endTick, assignment: null });
  };
  for (const assignment of document.assignments) {
    if (assignment.voiceId !== voice.id) continue;
    gap(assignment.startTick);
    const clip = clipOf(voice, assignment);
    clips.push(clip);
    tick = clip.endTick;
  }
  gap(voice.durationTicks);
  return clips;
}

/** What one person speaks, by time. */
export function clipsOfPerson(document: ProjectDocument, personId: PersonId): Clip[] {
  const voices = new Map(document.voices.map((voice) => [voice.id, voice]));
  return document.assignments
    .flatMap((assignment) => {
      const voice = voices.get(assignment.voiceId);
      return assignment.personId === personId && voice !== undefined
        ? [clipOf(voice, assignment)]
        : [];
    })
    .sort((a, b) => a.startTick - b.startTick);
}

/** The index of the first clip that ends behind a tick; clips by start, hardly overlapping. */
export function firstClipAt(clips: readonly Clip[], tick: number): number {
  let [low, high] = [0, clips.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (clips[middle].endTick <= tick) low = middle + 1;
    else high = middle;
  }
  // An overlapping clip before may be longer.
  return Math.max(0, low - 1);
}
