// The same turns of a wheel for whatever shows a timeline: in to single words and out again, with
// scrolling on the way.
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { readStepTimes, TRACE_CATEGORIES, type StepTime } from './step-times.ts';

export interface WheelTarget {
  readonly browser: Browser;
  readonly page: Page;
  readonly devtools: CDPSession;
}

type StepKind = 'zoom' | 'scroll';

interface WheelStep {
  readonly kind: StepKind;
  readonly deltaX: number;
  readonly deltaY: number;
  /** Where the pointer is, as a share of the width. */
  readonly at: number;
}

const NOTCH_PX = 100;
const ZOOM_STEPS = 40;
const SCROLL_EVERY = 5;
const SCROLLS = 4;
const CONTROL = 2;
/** A busy hand: 30 notches a second, as far as the machine keeps up. */
const STEP_MS = 33;

function planSteps(): WheelStep[] {
  const steps: WheelStep[] = [];
  for (const direction of [-1, 1]) {
    for (let step = 1; step <= ZOOM_STEPS; step++) {
      const at = 0.3 + 0.4 * ((step * 0.37) % 1);
      steps.push({ kind: 'zoom', deltaX: 0, deltaY: direction * NOTCH_PX, at });
      if (step % SCROLL_EVERY !== 0) continue;
      const side = (step / SCROLL_EVERY) % 2 === 0 ? -1 : 1;
      for (let i = 0; i < SCROLLS; i++)
        steps.push({ kind: 'scroll', deltaX: side * NOTCH_PX, deltaY: 0, at });
    }
  }
  return steps;
}

export type StepTimes = Readonly<Record<StepKind, readonly StepTime[]>>;

export interface PageBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Turns the wheel over a box of the page: once in and out. @returns what was turned */
export async function turnWheel(
  { devtools }: Pick<WheelTarget, 'devtools'>,
  box: PageBox,
): Promise<readonly WheelStep[]> {
  const steps = planSteps();
  for (const { kind, deltaX, deltaY, at } of steps) {
    await devtools.send('Input.dispatchMouseEvent', {
      type: 'mouseWheel',
      x: box.x + at * box.width,
      y: box.y + box.height * 0.4,
      deltaX,
      deltaY,
      modifiers: kind === 'zoom' ? CONTROL : 0,
    });
    await wait(STEP_MS);
  }
  return steps;
}

/** Reads what every turn of the wheel cost out of a trace. */
export async function measureSteps(target: WheelTarget, box: PageBox): Promise<StepTimes> {
  const { browser, page } = target;
  await browser.startTracing(page, { categories: [...TRACE_CATEGORIES] });
  const steps = await turnWheel(target, box);
  const times = readStepTimes(await browser.stopTracing());
  if (times.length !== steps.length)
    throw new Error(`${steps.length} turns of the wheel were ${times.length} events in the page.`);
  const of = (kind: StepKind): StepTime[] => times.filter((_, index) => steps[index].kind === kind);
  return { zoom: of('zoom'), scroll: of('scroll') };
}
