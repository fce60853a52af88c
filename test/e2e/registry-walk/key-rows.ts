// Keys of the speaking-score curves.
import { DRAFT_FRAME_RATE, frameToTicks } from '#core/time/ticks.ts';
import type { Row, Rows } from './row.ts';
import type { Walk } from './walk.ts';

const scoreKeys = ({ host }: Walk) => host.document.scoreKeys;

/** Frames and values of a curve that goes up and down. */
const ZIGZAG = [
  [30, -0.4],
  [40, 0.5],
  [50, -0.2],
] as const;

/** The first person has this curve, its last key is selected. */
const zigzag = async (walk: Walk): Promise<void> => {
  const { document } = walk.host;
  const personId = document.people[0].id;
  const remove = document.scoreKeys
    .filter((key) => key.personId === personId)
    .map(({ tick }) => tick);
  const set = ZIGZAG.map(([frame, value]) => ({
    tick: frameToTicks(frame, DRAFT_FRAME_RATE),
    value,
    interpolation: 'linear',
  }));
  await walk.host.edit('setScoreKeys', { personId, set, remove });
  await walk.withKeyAt(50);
};

const ofSelected = (...chords: readonly string[]): Row => ({
  before: async (walk) => {
    await zigzag(walk);
    for (const chord of chords) await walk.edit(chord);
  },
  changes: scoreKeys,
});

const ofCurve = (): Row => ({
  before: async (walk) => {
    await zigzag(walk);
    await walk.press('Ctrl+Shift+KeyA');
  },
  changes: scoreKeys,
});

const goes = (from: number): Row => ({
  before: async (walk) => {
    await zigzag(walk);
    await walk.atFrame(from);
  },
  changes: 'time',
});

export const KEY_ROWS: Rows = {
  'keys.add': {
    before: async (walk) => {
      await zigzag(walk);
      await walk.atFrame(35);
    },
    changes: scoreKeys,
  },
  'keys.previous': goes(60),
  'keys.next': goes(10),
  'keys.earlier': ofSelected(),
  'keys.later': ofSelected(),
  'keys.muchEarlier': ofSelected(),
  'keys.muchLater': ofSelected(),
  'keys.raise': ofSelected(),
  'keys.lower': ofSelected(),
  'keys.ease': ofSelected(),
  'keys.linear': ofSelected('Ctrl+F9'),
  'keys.hold': ofSelected(),
  'keys.smooth': ofCurve(),
  'keys.silence': ofCurve(),
  'keys.mirror': ofCurve(),
  'keys.shiftEarlier': ofCurve(),
  'keys.shiftLater': ofCurve(),
};
