// Script time per zoom and scroll step of the timeline.
import type { ViewState } from '#core/contract/project-types.ts';
import { arrangeView, BenchWindow, type BenchServer } from './bench-window.ts';
import { figureOf, type Bar, type Figure } from './figures.ts';
import type { StepTime } from './step-times.ts';
import { measureSteps, type StepTimes } from './wheel-steps.ts';

const STEP_BAR: Bar = { of: 'p95', most: 2 };
/** The first time through waveforms come from the host; they are kept for the next. */
const WARM_ROUNDS = 3;

export function stepFigures(
  label: string,
  times: StepTimes,
  bar: Bar | null,
  of: (time: StepTime) => number = ({ scriptCpuMs }) => scriptCpuMs,
): Figure[] {
  return (['zoom', 'scroll'] as const).map((kind) =>
    figureOf(`${label}, script per ${kind} step`, times[kind].map(of), { bar }),
  );
}

export const joinTimes = (rounds: readonly StepTimes[]): StepTimes => ({
  zoom: rounds.flatMap(({ zoom }) => zoom),
  scroll: rounds.flatMap(({ scroll }) => scroll),
});

export async function benchTimeline(
  server: BenchServer,
  project: string,
  page: ViewState['page'],
): Promise<Figure[]> {
  await arrangeView(server, project, { page, startTick: 0, ticksPerPixel: 0, playheadTick: 0 });
  const window = await BenchWindow.open(server.address);
  try {
    await window.openProject(project);
    const lanes = await window.lanes();
    const first = await measureSteps(window, lanes);
    await window.settle();
    const rounds: StepTimes[] = [];
    for (let round = 0; round < WARM_ROUNDS; round++)
      rounds.push(await measureSteps(window, lanes));
    const warm = joinTimes(rounds);
    const label = `${project} (${page})`;
    return [
      ...stepFigures(label, warm, STEP_BAR),
      ...stepFigures(`${label}, by the clock`, warm, null, ({ scriptWallMs }) => scriptWallMs),
      ...stepFigures(
        `${label}, with layout and paint`,
        warm,
        null,
        ({ threadCpuMs }) => threadCpuMs,
      ),
      ...stepFigures(`${label}, first time through`, first, null),
    ];
  } finally {
    await window.close();
  }
}

/** How much slower the longer project is, in the p95 of the same steps. */
export function compareLengths(one: readonly Figure[], ten: readonly Figure[]): Figure[] {
  return [0, 1].map((index) =>
    figureOf(
      `${index === 0 ? 'Zoom' : 'Scroll'} step, ten hours to one hour (p95)`,
      [ten[index].p95 / one[index].p95],
      { unit: 'x', bar: { of: 'max', most: 1.1 } },
    ),
  );
}
