// What the lanes draw, derived from the stores and kept while its sources stay the same.
import type { ChunksEvent } from '#core/contract/project-types.ts';
import { findEditedSpans, type EditedSpan } from '#core/curve/edited-spans.ts';
import type { Person, PoseKey, ProjectDocument, ScoreKey } from '#core/project/document.ts';
import type { PersonId, VoiceId } from '#core/project/ids.ts';
import { scoreKeysOf } from '#core/project/score-curve.ts';
import { poseKeysOf } from '#core/pose/pose-track.ts';
import { frameToTicks, type Rational } from '#core/time/ticks.ts';
import { analysedScores } from '../../../lib/timeline/analysed-scores.ts';
import { filmExtent } from '../../../lib/playback/film-extent.ts';
import { projectStore, type ProjectState } from '../../../state/project-store.ts';
import { speakerLook, type SpeakerLook } from '../../../ui/speaker.ts';
import { findRuns, type ChunkRun } from './chunk-runs.ts';
import { clipsOfPerson, clipsOfVoice, type Clip } from './clips.ts';
import { OverrideTrack } from './override-track.ts';
import { makePyramid, reduceAll, type ScorePyramid } from './score-pyramid.ts';

export interface PersonModel {
  readonly person: Person;
  readonly index: number;
  readonly look: SpeakerLook;
  readonly clips: readonly Clip[];
  /** By tick. */
  readonly keys: readonly ScoreKey[];
  readonly spans: readonly EditedSpan[];
  readonly poseKeys: readonly PoseKey[];
  readonly analysed: ScorePyramid;
  readonly override: OverrideTrack;
}

export class TimelineModel {
  document: ProjectDocument = projectStore.getState().shown;
  people: readonly PersonModel[] = [];
  clipsByVoice: ReadonlyMap<VoiceId, readonly Clip[]> = new Map();
  chunks: ChunksEvent = { frames: 0, chunks: [], secondsToRender: null };
  runs: readonly ChunkRun[] = [];
  frames = 0;
  endTick = 0;
  rate: Rational = { num: 25, den: 1 };
  frameTicks = frameToTicks(1, { num: 25, den: 1 });
  private scores: readonly Float32Array[] = [];
  private isFilled = false;

  /** Follows the stores. @returns whether anything that is drawn has changed */
  update(): boolean {
    const state = projectStore.getState();
    const isSame =
      this.isFilled &&
      state.shown === this.document &&
      state.chunks === this.chunks &&
      state.analysis.scores === this.scores;
    if (isSame) return false;
    this.isFilled = true;
    if (state.chunks !== this.chunks) this.runs = findRuns(state.chunks.chunks);
    this.chunks = state.chunks;
    this.followDocument(state);
    return true;
  }

  personOf(id: PersonId | null): PersonModel | null {
    return this.people.find(({ person }) => person.id === id) ?? null;
  }

  private followDocument({ shown, analysis }: ProjectState): void {
    const before = this.document;
    const { frames, rate, endTick } = filmExtent();
    const isOtherFilm = frames !== this.frames || rate.num !== this.rate.num;
    Object.assign(this, { document: shown, frames, rate, endTick });
    this.frameTicks = frameToTicks(1, rate);
    const isVoices =
      isOtherFilm ||
      analysis.scores !== this.scores ||
      shown.assignments !== before.assignments ||
      shown.voices !== before.voices ||
      shown.people !== before.people;
    this.scores = analysis.scores;
    const old = new Map(this.people.map((each) => [each.person.id, each]));
    this.people = shown.people.map((person, index) => {
      const known = isOtherFilm ? undefined : old.get(person.id);
      return this.followPerson(person, index, known, before, isVoices);
    });
    if (isVoices || this.clipsByVoice.size !== shown.voices.length)
      this.clipsByVoice = new Map(
        shown.voices.map((voice) => [voice.id, clipsOfVoice(shown, voice)]),
      );
  }

  private followPerson(
    person: Person,
    index: number,
    known: PersonModel | undefined,
    before: ProjectDocument,
    isVoices: boolean,
  ): PersonModel {
    const { document } = this;
    const hasKeys = known !== undefined && document.scoreKeys === before.scoreKeys;
    const keys = hasKeys ? known.keys : scoreKeysOf(document, person.id);
    const hasPoses = known !== undefined && document.poseKeys === before.poseKeys;
    const poseKeys = hasPoses ? known.poseKeys : poseKeysOf(document, person.id);
    const override = known?.override ?? new OverrideTrack(this.frames, this.rate);
    if (!hasKeys) override.setKeys(keys);
    const isHeard = known !== undefined && !isVoices;
    return {
      person,
      index,
      look: speakerLook(index),
      clips: isHeard ? known.clips : clipsOfPerson(document, person.id),
      keys,
      spans: hasKeys ? known.spans : findEditedSpans(keys),
      poseKeys,
      analysed: isHeard ? known.analysed : this.analysedOf(person.id, known?.analysed),
      override,
    };
  }

  private analysedOf(personId: PersonId, known: ScorePyramid | undefined): ScorePyramid {
    const values = analysedScores(personId);
    return values === known?.values ? known : reduceAll(makePyramid(values));
  }
}
