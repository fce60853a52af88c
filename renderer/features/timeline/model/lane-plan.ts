// Which lanes a page has, how high they are, and which fold when the timeline is low.
import type { ViewState } from '#core/contract/project-types.ts';
import type { ProjectDocument } from '#core/project/document.ts';
import type { PersonId, VoiceId } from '#core/project/ids.ts';

export type LaneKind =
  /** The scene's picture over the film. */
  | 'picture'
  /** All of one recording, with who speaks what. */
  | 'recording'
  /** What one person speaks. */
  | 'voice'
  | 'score'
  /** A score lane folded to a strip. */
  | 'heat'
  | 'pose'
  | 'turns-head'
  | 'turns'
  | 'seams'
  | 'flags';

export interface Lane {
  readonly id: string;
  readonly kind: LaneKind;
  readonly personId: PersonId | null;
  readonly voiceId: VoiceId | null;
  /** From the first lane, unscrolled. */
  readonly topPx: number;
  readonly heightPx: number;
  readonly isSelected: boolean;
}

export interface LanePlan {
  readonly lanes: readonly Lane[];
  readonly totalPx: number;
}

export interface LaneWish {
  readonly document: ProjectDocument;
  readonly page: ViewState['page'];
  readonly selectedPersonId: PersonId | null;
  readonly selectedVoiceId: VoiceId | null;
  /** Heights that the user chose, by lane id. */
  readonly laneHeights: ViewState['laneHeights'];
  /** Room for lanes. */
  readonly availablePx: number;
  /** A take with seams and measurements is there to be looked at. */
  readonly hasTake: boolean;
  readonly hasFlags: boolean;
}

export const HEAT_PX = 24;
/** Below this a score lane is a heat strip. */
export const FOLD_BELOW_PX = 40;
const SELECTED_SCORE_PX = 112;
const SCORE_PX = 56;
const POSE_PX = 28;
const TURNS_PX = 28;
const HEAD_PX = 24;
/** With more people than these, those who are not selected are heat strips. */
const MAX_TALL_PEOPLE = 4;

type Draft = Omit<Lane, 'topPx'>;
type Fold = 0 | 1 | 2;

const plain = (id: string, kind: LaneKind, heightPx: number): Draft => ({
  id,
  kind,
  personId: null,
  voiceId: null,
  heightPx,
  isSelected: false,
});

function recordings({ document, selectedVoiceId }: LaneWish, fold: Fold): Draft[] {
  return document.voices.map(({ id }) => ({
    ...plain(`recording:${id}`, 'recording', [84, 56, 32][fold]),
    voiceId: id,
    isSelected: id === selectedVoiceId,
  }));
}

function assignLanes(wish: LaneWish, fold: Fold): Draft[] {
  const { people } = wish.document;
  const turns = people.map(({ id }) => ({
    ...plain(`turns:${id}`, 'turns', TURNS_PX),
    personId: id,
    isSelected: id === wish.selectedPersonId,
  }));
  return [
    ...(wish.document.scene === null ? [] : [plain('picture', 'picture', HEAD_PX)]),
    ...recordings(wish, fold),
    ...(turns.length > 0 ? [plain('turns', 'turns-head', HEAD_PX)] : []),
    ...turns,
  ];
}

function scoreHeight(isSelected: boolean, people: number, fold: Fold): number {
  if (isSelected) return SELECTED_SCORE_PX;
  return fold > 0 || people > MAX_TALL_PEOPLE ? HEAT_PX : SCORE_PX;
}

function animateLanes(wish: LaneWish, fold: Fold): Draft[] {
  const { people, poseKeys } = wish.document;
  const posed = new Set<string>();
  for (let i = 0; i < poseKeys.length; i++)
    if (poseKeys[i].personId !== poseKeys[i - 1]?.personId) posed.add(poseKeys[i].personId);
  const shownId = wish.selectedPersonId ?? people.at(0)?.id ?? null;
  return people.flatMap(({ id }): Draft[] => {
    const isSelected = id === shownId;
    const own = { personId: id, isSelected };
    const lanes: Draft[] = [
      { ...plain(`voice:${id}`, 'voice', fold > 0 ? 24 : 32), ...own },
      { ...plain(`score:${id}`, 'score', scoreHeight(isSelected, people.length, fold)), ...own },
    ];
    if (isSelected || (posed.has(id) && fold === 0))
      lanes.push({ ...plain(`pose:${id}`, 'pose', POSE_PX), ...own });
    return lanes;
  });
}

function voiceLanes({ document, selectedPersonId }: LaneWish, fold: Fold): Draft[] {
  return document.people.map(({ id }) => ({
    ...plain(`voice:${id}`, 'voice', [56, 32, 24][fold]),
    personId: id,
    isSelected: id === selectedPersonId,
  }));
}

function draftLanes(wish: LaneWish, fold: Fold): Draft[] {
  switch (wish.page) {
    case 'assign':
      return assignLanes(wish, fold);
    case 'animate':
      return animateLanes(wish, fold);
    case 'review':
      return [
        ...(wish.hasTake ? [plain('seams', 'seams', 28)] : []),
        ...(wish.hasFlags ? [plain('flags', 'flags', 28)] : []),
        ...voiceLanes(wish, fold),
      ];
    case 'deliver':
      return voiceLanes(wish, fold);
  }
}

const RESIZABLE: ReadonlySet<LaneKind> = new Set(['recording', 'voice', 'score']);

export function isResizable({ kind }: Pick<Lane, 'kind'>): boolean {
  return RESIZABLE.has(kind) || kind === 'heat';
}

function withWishes(drafts: readonly Draft[], laneHeights: ViewState['laneHeights']): Draft[] {
  return drafts.map((draft) => {
    const wanted = laneHeights[draft.id] as number | undefined;
    const heightPx = wanted !== undefined && isResizable(draft) ? wanted : draft.heightPx;
    const kind = draft.kind === 'score' && heightPx < FOLD_BELOW_PX ? 'heat' : draft.kind;
    return { ...draft, kind, heightPx: kind === 'heat' ? HEAT_PX : heightPx };
  });
}

const heightOf = (lanes: readonly Draft[]): number =>
  lanes.reduce((sum, { heightPx }) => sum + heightPx, 0);

/** Lanes from top to bottom: as high as they like, or folded as far as it takes to fit. */
export function planLanes(wish: LaneWish): LanePlan {
  let drafts: Draft[] = [];
  for (const fold of [0, 1, 2] as const) {
    drafts = withWishes(draftLanes(wish, fold), wish.laneHeights);
    if (heightOf(drafts) <= wish.availablePx) break;
  }
  let topPx = 0;
  const lanes = drafts.map((draft) => {
    const lane: Lane = { ...draft, topPx };
    topPx += draft.heightPx;
    return lane;
  });
  return { lanes, totalPx: topPx };
}

/** The lane at a height, unscrolled. */
export function laneAt({ lanes }: LanePlan, yPx: number): Lane | null {
  return lanes.find(({ topPx, heightPx }) => yPx >= topPx && yPx < topPx + heightPx) ?? null;
}
