// From an edit of a curve while the film plays to the first picture that is another one for it.
import { setTimeout as wait } from 'node:timers/promises';
import { secondsToTicks } from '#core/time/ticks.ts';
import { arrangeView, BenchWindow, type BenchServer } from './bench-window.ts';
import { figureOf, type Figure } from './figures.ts';

const EDITS = 16;
/** What is looped: short, so that every frame of it is known again soon after an edit. */
const LOOP_SECONDS = [10, 12] as const;
const LEARN_MS = 4500;

/**
 * The motion of every frame of the loop is known from the rounds before. After a press of the key that
 * raises or lowers the selected keys, the first frame whose motion differs from what it was before is
 * the changed picture; its time is taken when it has been handed to the compositor.
 */
const WATCH = `
  const edit = { pressedMs: null, changedMs: null };
  globalThis.benchEdit = edit;
  const known = new Map();
  addEventListener('keydown', (event) => {
    if (!event.altKey || !/^Arrow(Up|Down)$/.test(event.code)) return;
    edit.pressedMs = event.timeStamp;
    edit.changedMs = null;
  }, true);
  globalThis.benchWatchFrames = () => {
    const diagnostics = globalThis.parleyPlayback;
    const presented = diagnostics.presented.bind(diagnostics);
    diagnostics.presented = (picture) => {
      presented(picture);
      const { frame, motion, atMs } = picture;
      const before = known.get(frame);
      const now = motion.join();
      known.set(frame, now);
      if (edit.pressedMs === null || edit.changedMs !== null) return;
      if (before !== undefined && before !== now) edit.changedMs = atMs;
    };
  };
`;

interface EditTimes {
  readonly pressedMs: number | null;
  readonly changedMs: number | null;
}

export async function benchEdit(server: BenchServer, project: string): Promise<Figure[]> {
  const [inTick, outTick] = LOOP_SECONDS.map((seconds) => secondsToTicks(seconds));
  await arrangeView(server, project, {
    page: 'animate',
    playheadTick: inTick,
    inTick,
    outTick,
    isLooping: true,
  });
  const window = await BenchWindow.open(server.address, WATCH);
  const { page } = window;
  try {
    await window.openProject(project);
    await page.evaluate('benchWatchFrames()');
    await page.locator('.person-chip__main').first().click();
    // The next key, then all keys of the person.
    await page.keyboard.press('Period');
    await page.keyboard.press('Control+KeyA');
    await page.locator('[data-action="transport.play"]').click();
    const times: number[] = [];
    for (let edit = 0; edit < EDITS; edit++) {
      await wait(LEARN_MS);
      await page.keyboard.press(edit % 2 === 0 ? 'Alt+ArrowUp' : 'Alt+ArrowDown');
      await window.until('Number.isFinite(benchEdit.changedMs ?? NaN)');
      const { pressedMs, changedMs } = await page.evaluate<EditTimes>('benchEdit');
      times.push((changedMs ?? NaN) - (pressedMs ?? NaN));
    }
    return [
      figureOf(`${project}: edited curve to changed picture, playing`, times, {
        bar: { of: 'p95', most: 150 },
      }),
    ];
  } finally {
    await window.close();
  }
}
