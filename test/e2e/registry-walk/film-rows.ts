// Playing, stepping, In and Out, markers.
import type { Row, Rows } from './row.ts';
import type { Walk } from './walk.ts';

const atFrame = (frame: number) => (walk: Walk) => walk.atFrame(frame);

const moves = (from: number): Row => ({ before: atFrame(from), changes: 'time' });

const plays = (from: number): Row => ({ before: atFrame(from), changes: 'playing' });

const inTick = async (walk: Walk) => (await walk.view()).inTick;
const outTick = async (walk: Walk) => (await walk.view()).outTick;

const inRange = async (walk: Walk): Promise<void> => {
  await walk.atFrame(10);
  await walk.press('KeyI', 'Shift+ArrowRight', 'KeyO', 'Home');
};
const withoutRange = async (walk: Walk): Promise<void> => {
  await walk.press('Alt+KeyX');
  await walk.atFrame(10);
};

const withMarker = async (walk: Walk): Promise<void> => {
  await withoutMarkers(walk);
  await walk.atFrame(30);
  await walk.edit('KeyM');
};
const withoutMarkers = async ({ host }: Walk): Promise<void> => {
  const remove = host.document.markers.map(({ id }) => id);
  if (remove.length > 0) await host.edit('setMarkers', { remove });
};

export const TRANSPORT_ROWS: Rows = {
  'transport.play': plays(10),
  'transport.playBackwards': plays(100),
  'transport.playForwards': plays(10),
  'transport.stop': {
    before: async (walk) => {
      await walk.atFrame(10);
      await walk.press('Space');
      await walk.page.locator('.transport-bar__play[aria-label^=Pause]').waitFor();
    },
    changes: 'playing',
  },
  'transport.frameBack': moves(5),
  'transport.frameOn': moves(5),
  'transport.tenFramesBack': moves(25),
  'transport.tenFramesOn': moves(5),
  'transport.toStart': moves(5),
  'transport.toEnd': moves(5),
  'transport.previousEdit': moves(5),
  'transport.nextEdit': moves(5),
  'transport.loop': { changes: 'on' },
  'transport.mute': { changes: 'volume' },
};

export const RANGE_ROWS: Rows = {
  'range.setIn': { before: withoutRange, changes: inTick },
  'range.setOut': { before: withoutRange, changes: outTick },
  'range.toIn': { before: inRange, changes: 'time' },
  'range.toOut': { before: inRange, changes: 'time' },
  'range.clearIn': { before: inRange, changes: inTick, into: null },
  'range.clearOut': { before: inRange, changes: outTick, into: null },
  'range.clear': {
    before: inRange,
    changes: async (walk) => [await inTick(walk), await outTick(walk)],
    into: [null, null],
  },
  'range.marker': {
    before: async (walk) => {
      await withoutMarkers(walk);
      await walk.atFrame(20);
    },
    changes: ({ host }) => host.document.markers.length,
    into: 1,
  },
  'range.editMarker': { before: withMarker, changes: 'dialog' },
  'range.nextMarker': {
    before: async (walk) => {
      await withMarker(walk);
      await walk.press('Home');
    },
    changes: 'time',
  },
  'range.previousMarker': {
    before: async (walk) => {
      await withMarker(walk);
      await walk.press('End');
    },
    changes: 'time',
  },
};
