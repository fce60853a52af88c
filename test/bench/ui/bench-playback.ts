// How far sound and picture are apart while the film plays for two minutes.
import { setTimeout as wait } from 'node:timers/promises';
import { TICKS_PER_SECOND } from '#core/time/ticks.ts';
import { arrangeView, BenchWindow, type BenchServer } from './bench-window.ts';
import { figureOf, type Figure } from './figures.ts';

const PLAYED_SECONDS = 120;

interface PlaybackReading {
  readonly offsetsMs: readonly number[];
  readonly drawn: number;
  readonly underruns: number;
}

/**
 * The player tells its diagnostics, once per animation frame and before it draws, what is heard and
 * for which ticks the frame on screen stands. Every one of these looks is kept, not only their sums.
 */
const KEEP_OFFSETS = `
  const diagnostics = globalThis.parleyPlayback;
  const reading = { offsetsMs: [], drawn: 0, underruns: 0 };
  globalThis.benchPlayback = reading;
  const look = diagnostics.look.bind(diagnostics);
  diagnostics.look = (audibleTick, firstTick, endTick) => {
    look(audibleTick, firstTick, endTick);
    const outside = Math.max(0, firstTick - audibleTick, audibleTick - endTick);
    reading.offsetsMs.push((1000 * outside) / ${TICKS_PER_SECOND});
  };
  const drawn = diagnostics.drawn.bind(diagnostics);
  diagnostics.drawn = (record) => {
    drawn(record);
    reading.drawn++;
  };
`;

export async function benchPlayback(server: BenchServer, project: string): Promise<Figure[]> {
  await arrangeView(server, project, { page: 'animate', playheadTick: 0, isLooping: false });
  const window = await BenchWindow.open(server.address);
  try {
    await window.openProject(project);
    await window.page.evaluate(KEEP_OFFSETS);
    await window.page.locator('[data-action="transport.play"]').click();
    await window.until('benchPlayback.drawn > 0');
    await wait(PLAYED_SECONDS * 1000);
    const reading = await window.page.evaluate<PlaybackReading>(
      '({ ...benchPlayback, underruns: parleyPlayback.underruns })',
    );
    const label = `${project}: ${PLAYED_SECONDS} s of playback`;
    return [
      figureOf(`${label}, sound to picture`, reading.offsetsMs, { bar: { of: 'max', most: 40 } }),
      figureOf(`${label}, pictures drawn`, [reading.drawn / PLAYED_SECONDS], { unit: '/s' }),
      figureOf(`${label}, gaps in the sound`, [reading.underruns], { unit: '' }),
    ];
  } finally {
    await window.close();
  }
}
