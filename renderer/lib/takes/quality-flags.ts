// What is worth a look in a measured take. The limits are those that the generator is accepted by:
// spec draft-generator, sections 2.1 and 4.
import type { PersonQuality, Take, TakeQuality } from '#core/contract/project-types.ts';
import type { PersonId } from '#core/project/ids.ts';
import type { Seam } from './seams.ts';

export const QUALITY_LIMITS = {
  /** Correlation of lips with the own voice: at least. */
  lipOwn: 0.4,
  /** Frames that lips may be early or late: at most. */
  lagFrames: 1,
  /** Lip motion in silence over lip motion in speech: at most. */
  silentRatio: 0.25,
  /** Eye motion while listening, in face units per frame. */
  eyeMotionListening: [0.008, 0.016],
  /** Jump at a seam over the 95th percentile of ordinary change: at most. */
  seamJump: 1.5,
} as const;

export type Figure = 'lipOwn' | 'lagFrames' | 'silentRatio' | 'eyeMotionListening';
export type Verdict = 'good' | 'low' | 'high';

/** Null: not measurable, so nothing can be said. */
export function judge(figure: Figure, value: number | null): Verdict | null {
  if (value === null) return null;
  const { lipOwn, lagFrames, silentRatio, eyeMotionListening } = QUALITY_LIMITS;
  switch (figure) {
    case 'lipOwn':
      return value < lipOwn ? 'low' : 'good';
    case 'lagFrames':
      return value > lagFrames ? 'high' : value < -lagFrames ? 'low' : 'good';
    case 'silentRatio':
      return value > silentRatio ? 'high' : 'good';
    case 'eyeMotionListening':
      if (value < eyeMotionListening[0]) return 'low';
      return value > eyeMotionListening[1] ? 'high' : 'good';
  }
}

interface FlagRange {
  /** Film frames, end exclusive. */
  readonly first: number;
  readonly end: number;
}

export type QualityFlag = FlagRange & { readonly id: string } & (
    | {
        readonly kind: 'person';
        readonly figure: Figure;
        readonly verdict: 'low' | 'high';
        readonly personId: PersonId | null;
        readonly name: string;
        readonly value: number;
      }
    | {
        readonly kind: 'seam';
        readonly seam: Seam;
        readonly jump: number;
      }
  );

/** Frames shown on both sides of a seam: half a second at 25 frames a second. */
export const SEAM_REACH_FRAMES = 12;

/**
 * What lies outside the limits: people first, then seams in the order of the film.
 * @param seams of the take
 */
export function flagsOf(take: Take, seams: readonly Seam[]): readonly QualityFlag[] {
  const { quality } = take;
  if (quality === null) return [];
  const end = take.firstFrame + take.frames;
  const people = quality.people.flatMap((person, index) =>
    figuresOf(person).flatMap(([figure, value]): QualityFlag[] => {
      const verdict = judge(figure, value);
      if (value === null || verdict === null || verdict === 'good') return [];
      const { personId, name } = person;
      const id = `${index}-${figure}`;
      return [
        { kind: 'person', id, figure, verdict, personId, name, value, first: take.firstFrame, end },
      ];
    }),
  );
  return [...people, ...seamFlags(take, seams)];
}

export function seamRange(take: Take, frame: number): FlagRange {
  return {
    first: Math.max(take.firstFrame, frame - SEAM_REACH_FRAMES),
    end: Math.min(take.firstFrame + take.frames, frame + SEAM_REACH_FRAMES),
  };
}

/** What was measured and lies inside the limits, for the line that says so. */
export function isOnlySpeakerMoving(quality: TakeQuality): boolean {
  const known = quality.people.filter((person) => person.silentRatio !== null);
  return (
    known.length > 0 && known.every((person) => judge('silentRatio', person.silentRatio) === 'good')
  );
}

function seamFlags(take: Take, seams: readonly Seam[]): readonly QualityFlag[] {
  return seams.flatMap((seam): QualityFlag[] => {
    const { frame, jump } = seam;
    if (jump === null || jump <= QUALITY_LIMITS.seamJump) return [];
    return [{ kind: 'seam', id: `seam-${frame}`, seam, jump, ...seamRange(take, frame) }];
  });
}

function figuresOf(person: PersonQuality): readonly (readonly [Figure, number | null])[] {
  return [
    ['lipOwn', person.lipOwn],
    ['lagFrames', person.lagFrames],
    ['silentRatio', person.silentRatio],
    ['eyeMotionListening', person.eyeMotionListening],
  ];
}
