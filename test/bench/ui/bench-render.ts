// Whether the window answers while its host renders: tasks of its thread over 50 ms, and how long turns
// of the wheel wait for it.
import { setTimeout as wait } from 'node:timers/promises';
import { arrangeView, BenchWindow, changeSeed, type BenchServer } from './bench-window.ts';
import { figureOf, type Figure } from './figures.ts';
import { readTaskCpuMs, TRACE_CATEGORIES } from './step-times.ts';
import { turnWheel } from './wheel-steps.ts';

const ROUNDS = 3;
const PATIENCE_MS = 60_000;

interface RenderReading {
  readonly longTasksMs: readonly number[];
  readonly waitsMs: readonly number[];
}

const WATCH = `
  const render = { longTasksMs: [], waitsMs: [] };
  globalThis.benchRender = render;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) render.longTasksMs.push(duration);
  }).observe({ type: 'longtask' });
  addEventListener('wheel', ({ timeStamp }) => {
    render.waitsMs.push(performance.now() - timeStamp);
  }, { capture: true, passive: true });
`;

export async function benchRender(server: BenchServer, project: string): Promise<Figure[]> {
  await changeSeed(server, project);
  await arrangeView(server, project, { page: 'animate', startTick: 0, ticksPerPixel: 0 });
  const window = await BenchWindow.open(server.address);
  const { page } = window;
  try {
    await window.openProject(project);
    const lanes = await window.lanes();
    await page.keyboard.press('Shift+KeyR');
    const running = page.locator('.job-card--running');
    await running.getByText(/Chunk \d+ of/).waitFor({ timeout: PATIENCE_MS });
    await page.evaluate(WATCH);
    await window.browser.startTracing(page, { categories: [...TRACE_CATEGORIES] });
    for (let round = 0; round < ROUNDS; round++) await turnWheel(window, lanes);
    const cpuMs = readTaskCpuMs(await window.browser.stopTracing());
    if ((await running.count()) === 0) throw new Error('The render was over before the wheel was.');
    await wait(500);
    const { longTasksMs, waitsMs } = await page.evaluate<RenderReading>('benchRender');
    await running.getByRole('button', { name: 'Cancel' }).click();
    await running.waitFor({ state: 'detached', timeout: PATIENCE_MS });
    const label = `${project}, while it renders`;
    return [
      // An observer tells of tasks over 50 ms only; without one the longest is not known, but short enough.
      figureOf(`${label}: tasks over 50 ms`, longTasksMs.length > 0 ? longTasksMs : [0], {
        bar: { of: 'max', most: 50 },
      }),
      // What is above this and not in here is time for which the thread had no core.
      figureOf(`${label}: processor time of tasks`, cpuMs),
      figureOf(`${label}: a turn of the wheel waits`, waitsMs),
    ];
  } finally {
    await window.close();
  }
}
