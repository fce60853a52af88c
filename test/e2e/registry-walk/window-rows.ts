// Pages, panels, and the timeline as it is seen.
import type { Row, Rows } from './row.ts';
import type { Walk, WindowPage } from './walk.ts';

const shows = (page: string, from: WindowPage): Row => ({
  before: (walk) => walk.onPage(from),
  changes: 'page',
  into: page,
});

/** Interface at 100 %, or one step larger. */
const atScale = (chords: readonly string[]) => async (walk: Walk) => {
  await walk.press('Ctrl+Alt+Digit0', ...chords);
  await walk.page.waitForTimeout(200);
};

const tool = (name: string, other: string): Row => ({
  before: (walk) => walk.press(other),
  changes: async (walk) => {
    const { on } = await walk.facts();
    return on.split(',').filter((each) => each === `timeline.${name}`);
  },
  into: [`timeline.${name}`],
});

/** The timeline glides to where it is sent. */
const GLIDES_MS = 400;

const fitted = async (walk: Walk): Promise<void> => {
  await walk.press('Shift+KeyZ');
  await walk.page.waitForTimeout(GLIDES_MS);
};

const zoomed = async (walk: Walk): Promise<void> => {
  await fitted(walk);
  await walk.atFrame(40);
  await walk.press('Equal', 'Equal');
  await walk.page.waitForTimeout(GLIDES_MS);
};

export const VIEW_ROWS: Rows = {
  'view.assign': shows('Assign', 'deliver'),
  'view.animate': shows('Animate', 'assign'),
  'view.review': shows('Review', 'assign'),
  'view.deliver': shows('Deliver', 'assign'),
  'view.maximizePanel': {
    changes: 'maximized',
    after: (walk) => walk.press('Backquote'),
  },
  'view.fullScreenMonitor': { changes: 'fullScreen', into: 'true' },
  'view.nextRegion': { changes: 'region' },
  'view.previousRegion': { changes: 'region' },
  'view.scaleUp': { before: atScale([]), changes: 'scale', into: '110%' },
  'view.scaleDown': { before: atScale([]), changes: 'scale', into: '90%' },
  'view.scaleReset': { before: atScale(['Ctrl+Alt+Equal']), changes: 'scale', into: '100%' },
  'view.palette': { changes: 'dialog' },
};

export const TIMELINE_ROWS: Rows = {
  'timeline.split': tool('split', 'KeyV'),
  'timeline.pencil': tool('pencil', 'KeyV'),
  'timeline.select': tool('select', 'KeyB'),
  'timeline.snap': { changes: 'on' },
  'timeline.follow': { changes: async (walk) => (await walk.view()).isFollowing },
  'timeline.zoomIn': { before: fitted, changes: 'zoom' },
  'timeline.zoomOut': { before: zoomed, changes: 'zoom' },
  'timeline.fit': { before: zoomed, changes: 'zoom' },
  'timeline.zoomToSelection': {
    before: async (walk) => {
      await fitted(walk);
      await walk.atFrame(20);
      await walk.press('KeyI', 'Shift+ArrowRight', 'KeyO');
    },
    changes: 'zoom',
    after: (walk) => walk.press('Alt+KeyX'),
  },
  'timeline.centre': { before: zoomed, changes: async (walk) => (await walk.view()).startTick },
  'timeline.splitAtPlayhead': {
    before: async (walk) => {
      await walk.onPage('assign');
      await walk.atFrame(60);
      await walk.selectVoice(0);
    },
    changes: ({ host }) => host.document.assignments.length,
    after: ({ host }) => host.undo(),
  },
};
