// Everything that a person's motion follows over the film: voice, score, and the user's pose keys.
import type { PoseOverlay } from '../motion/pose-overlay.ts';
import { evaluatePoseOverlay } from '../pose/pose-track.ts';
import type { ProjectDocument } from '../project/document.ts';
import type { Rational } from '../time/ticks.ts';
import type { FrameRange } from './chunk-plan.ts';
import { buildPersonTracks, type PersonTrack } from './person-tracks.ts';
import { shiftScores } from './shift-scores.ts';

export interface MotionTrack extends PersonTrack {
  /** Pose keys over some frames; null where none act. */
  readonly poseOf: (frames: FrameRange) => PoseOverlay | null;
}

/** Versions of one person that are kept: the committed one and that of a gesture. */
const KEPT_VERSIONS = 2;

interface Version {
  readonly inputs: readonly unknown[];
  readonly track: MotionTrack;
}

/**
 * Builds the tracks of documents that follow each other: a person that an edit does not touch keeps
 * the very same track.
 */
export class MotionTracks {
  private readonly versions = new Map<string, readonly Version[]>();

  /** As `buildPersonTracks`, with the lip offsets of the voices applied, and poses. */
  build(
    document: ProjectDocument,
    voiceScores: readonly Float32Array[],
    frames: number,
    rate: Rational,
  ): MotionTrack[] {
    const seen = document.voices.map(({ lipOffsetTicks }, index) =>
      shiftScores(voiceScores[index], lipOffsetTicks, rate),
    );
    const shared = [frames, rate.num, rate.den, ...document.voices, ...voiceScores];
    return document.people.map((person) => {
      const own = <T extends { readonly personId: unknown }>(rows: readonly T[]): T[] =>
        rows.filter((row) => row.personId === person.id);
      const inputs = [
        ...shared,
        person,
        ...document.people.map(({ id }) => id),
        ...own(document.assignments),
        'scores',
        ...own(document.scoreKeys),
        'poses',
        ...own(document.poseKeys),
      ];
      const kept = this.versions.get(person.id) ?? [];
      const known = kept.find((version) => isSame(version.inputs, inputs));
      const track = known?.track ?? buildTrack(document, person.id, seen, frames, rate);
      const others = kept.filter((version) => version !== known);
      this.versions.set(person.id, [{ inputs, track }, ...others].slice(0, KEPT_VERSIONS));
      return track;
    });
  }
}

function buildTrack(
  document: ProjectDocument,
  personId: ProjectDocument['people'][number]['id'],
  seen: readonly Float32Array[],
  frames: number,
  rate: Rational,
): MotionTrack {
  const people = document.people.filter(({ id }) => id === personId);
  const [track] = buildPersonTracks({ ...document, people }, seen, frames, rate);
  return {
    ...track,
    poseOf: ({ first, end }) => evaluatePoseOverlay(document, personId, rate, first, end - first),
  };
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
