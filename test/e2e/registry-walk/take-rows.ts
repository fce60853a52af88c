// Renders, takes and deliveries.
import type { Row, Rows } from './row.ts';
import type { Walk } from './walk.ts';

const jobs = ({ host }: Walk) => host.jobs.length;
const takes = ({ host }: Walk) => host.takes;

/** Ten frames across the first seam. */
const shortRange = async (walk: Walk): Promise<void> => {
  await walk.onPage('assign');
  await walk.atFrame(75);
  await walk.press('KeyI', 'Shift+ArrowRight', 'KeyO');
};

const queues = (before: (walk: Walk) => Promise<void>): Row => ({ before, changes: jobs });

const done = async (walk: Walk): Promise<void> => {
  await walk.until(() => walk.host.jobs.every(({ state }) => state === 'done'));
};

/** Where the film is rendered, the playhead standing still. */
const atRendered = async (walk: Walk): Promise<void> => {
  await walk.onPage('assign');
  await walk.atFrame(10);
};

const reviewing = async (walk: Walk): Promise<void> => {
  await walk.onPage('review');
  await walk.page.locator('.take-row').nth(1).waitFor();
};

const ofReview = (changes: Row['changes'], before?: Row['before']): Row => ({
  before: async (walk) => {
    await reviewing(walk);
    await before?.(walk);
  },
  changes,
});

const wiping = async ({ page }: Walk): Promise<void> => {
  await page.locator('.monitor-bar').getByRole('radio', { name: 'Wipe' }).click();
};

export const TAKE_ROWS: Rows = {
  'takes.renderRange': { ...queues(shortRange), after: done },
  'takes.renderAll': { ...queues((walk) => walk.onPage('assign')), after: done },
  'transport.showFinal': { before: atRendered, changes: 'shows', into: 'ready' },
  'transport.showDraft': { before: atRendered, changes: 'shows', into: 'draft' },
  'takes.renderAgain': { ...queues(reviewing), after: done },
  'takes.toggle': ofReview('on', wiping),
  'takes.wipe': ofReview('on', wiping),
  'takes.swap': ofReview('sides'),
  'takes.nextSeam': ofReview('time', (walk) => walk.atFrame(0)),
  'takes.previousSeam': ofReview('time', (walk) => walk.press('Ctrl+Shift+KeyA', 'End')),
  'takes.star': ofReview(takes),
  'takes.measure': ofReview('measuring'),
  'takes.rename': ofReview('renaming'),
  'takes.remove': ofReview('dialog'),
  'takes.addToQueue': queues((walk) => walk.onPage('deliver')),
};
