// From the click on a project to the frame in which its lanes are drawn.
import { arrangeView, BenchWindow, type BenchServer } from './bench-window.ts';
import { figureOf, type Bar, type Figure } from './figures.ts';

const RUNS = 9;
export const OPEN_BAR: Bar = { of: 'p95', most: 300 };

interface OpenTimes {
  readonly clickedMs: number | null;
  readonly paintedMs: number | null;
}

/**
 * Notes the click on a row of the list, and the end of the first frame after it that draws inside
 * the timeline: the message is delivered when the frame has been handed to the compositor.
 */
const WATCH = `
  window.benchOpen = { clickedMs: null, paintedMs: null };
  addEventListener('click', (event) => {
    if (event.target.closest?.('.dialogs__row') === null) return;
    window.benchOpen = { clickedMs: event.timeStamp, paintedMs: null };
  }, true);
  const { clip } = CanvasRenderingContext2D.prototype;
  let isAsked = false;
  CanvasRenderingContext2D.prototype.clip = function (...given) {
    const open = window.benchOpen;
    if (!isAsked && open.clickedMs !== null && open.paintedMs === null
      && this.canvas.closest('[data-timeline-canvas]') !== null) {
      isAsked = true;
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        isAsked = false;
        open.paintedMs = performance.now();
        port1.close();
      };
      port2.postMessage(null);
    }
    return clip.apply(this, given);
  };
`;

export async function benchOpen(
  server: BenchServer,
  project: string,
  bar: Bar | null,
): Promise<Figure[]> {
  await arrangeView(server, project, { page: 'animate', startTick: 0, ticksPerPixel: 0 });
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const window = await BenchWindow.open(server.address, WATCH);
    try {
      await window.openProject(project);
      const { clickedMs, paintedMs } = await window.page.evaluate<OpenTimes>('window.benchOpen');
      if (clickedMs === null || paintedMs === null) throw new Error('No lanes were drawn.');
      times.push(paintedMs - clickedMs);
    } finally {
      await window.close();
    }
  }
  return [figureOf(`${project}: click to lanes on screen`, times, { bar })];
}
