// The whole project as one JSON object (DESIGN.md section 6).

import type { Assignment, ProjectDocument } from '#core/project/document.ts';
import { countFilmFrames } from '#core/render/film-length.ts';
import { buildPersonTracks, type PersonTrack } from '#core/render/person-tracks.ts';
import type { Box } from '#core/people/face-analysis.ts';
import { SCORE_RATE, type Interval, type SpeakingScore } from '#core/speech/speaking-score.ts';
import { DRAFT_FRAME_RATE, ticksToSeconds, type Rational } from '#core/time/ticks.ts';
import { findScores } from '../analysis/speaking-scores.ts';
import type { ProjectStore } from '../project-store/project-store.ts';
import { mainVoiceOf } from '../render-queue/motion-scene.ts';

export interface ProjectInspection {
  readonly frameRate: Rational;
  readonly frames: number;
  readonly size: readonly [number, number] | null;
  readonly seed: number | null;
  readonly people: readonly InspectedPerson[];
  readonly voices: readonly { id: string; name: string; file: string; seconds: number }[];
  /** First and last frame of each shot; a still is one shot. */
  readonly shots: readonly (readonly [first: number, last: number])[];
  readonly segments: readonly InspectedSegment[];
  readonly chunks: readonly {
    index: number;
    frames: readonly [number, number];
    key: string;
    state: string;
  }[];
}

export interface InspectedPerson {
  readonly id: string;
  readonly name: string;
  /** Face box in picture pixels. */
  readonly box: Box;
  readonly voice: string | null;
  readonly silent: boolean;
  /** Null before analysis. */
  readonly score: { readonly rate: number; readonly values: readonly number[] } | null;
  readonly speaking: readonly Interval[];
}

export interface InspectedSegment {
  readonly voice: string;
  readonly person: string | null;
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
  readonly source: Assignment['source'];
}

const SCORE_DIGITS = 1000;

export function inspectProject(store: ProjectStore): ProjectInspection {
  const { document } = store;
  const frameRate = document.scene?.frameRate ?? DRAFT_FRAME_RATE;
  const frames = countFilmFrames(document);
  const scores = findScores(store);
  const tracks =
    scores &&
    buildPersonTracks(
      document,
      scores.map((score) => score.values),
      frames,
      frameRate,
    );
  return {
    frameRate,
    frames,
    size: document.scene?.size ?? null,
    seed: document.scene?.seed ?? null,
    people: document.people.map((person, index) => ({
      id: person.id,
      name: person.name,
      box: person.face.box,
      silent: person.silent,
      ...describeSpeech(document, tracks?.[index] ?? null, scores),
    })),
    voices: document.voices.map(({ id, name, mediaId, durationTicks }) => ({
      id,
      name,
      file: document.media.find((media) => media.id === mediaId)?.absolutePath ?? '',
      seconds: ticksToSeconds(durationTicks),
    })),
    shots: frames === 0 ? [] : [[0, frames - 1]],
    segments: document.assignments.map((assignment) => describeSegment(document, assignment)),
    chunks: store.journal.list().map(({ index, firstFrame, lastFrame, key, state }) => ({
      index,
      frames: [firstFrame, lastFrame],
      key,
      state,
    })),
  };
}

function describeSpeech(
  document: ProjectDocument,
  track: PersonTrack | null,
  scores: readonly SpeakingScore[] | null,
): Pick<InspectedPerson, 'voice' | 'score' | 'speaking'> {
  if (track === null || scores === null) return { voice: null, score: null, speaking: [] };
  const voice = mainVoiceOf(track);
  return {
    voice: voice < 0 ? null : document.voices[voice].id,
    score: {
      rate: SCORE_RATE,
      values: Array.from(track.scores, (value) => Math.round(value * SCORE_DIGITS) / SCORE_DIGITS),
    },
    speaking: speakingOf(track, scores),
  };
}

/** Intervals of whatever voice is in the mouth, cut to where it is there and not overridden. */
export function speakingOf(track: PersonTrack, scores: readonly SpeakingScore[]): Interval[] {
  const speaks = (frame: number): boolean => {
    const voice = track.voiceOfFrame[frame];
    if (voice < 0 || track.scores[frame] === -1) return false;
    const measured = scores[voice].values[frame] ?? -1;
    if (track.scores[frame] !== measured) return track.scores[frame] > 0;
    const second = (frame + 0.5) / SCORE_RATE;
    return scores[voice].intervals.some(([start, end]) => second >= start && second < end);
  };
  const intervals: Interval[] = [];
  let start = -1;
  for (let frame = 0; frame <= track.scores.length; frame++) {
    const isSpeaking = frame < track.scores.length && speaks(frame);
    if (isSpeaking && start < 0) start = frame;
    if (!isSpeaking && start >= 0) {
      intervals.push([start / SCORE_RATE, frame / SCORE_RATE]);
      start = -1;
    }
  }
  return intervals;
}

function describeSegment(document: ProjectDocument, assignment: Assignment): InspectedSegment {
  const voice = document.voices.find(({ id }) => id === assignment.voiceId);
  return {
    voice: assignment.voiceId,
    person: assignment.personId,
    start: ticksToSeconds(assignment.startTick),
    end: ticksToSeconds(assignment.endTick ?? voice?.durationTicks ?? assignment.startTick),
    confidence: assignment.confidence,
    source: assignment.source,
  };
}
