// How far sound and picture are apart while the film plays for two minutes.
import { setTimeout as wait } from 'node:timers/promises';
import { TICKS_PER_SECOND } from '#core/time/ticks.ts';
import { arrangeView, BenchWindow, type BenchServer } from './bench-window.ts';
import { figureOf, type Figure } from './figures.ts';

const PLAYED_SECONDS = 120;

interface PlaybackReading {
  /** Of every picture, when it was handed to the compositor. */
  readonly shownMs: readonly number[];
  /** Of every animation frame, with the picture that still stood: as long as it stands it ages. */
  readonly heldMs: readonly number[];
  readonly underruns: number;
}

/**
 * An offset is how far what is heard lies outside the time of the picture's frame. The player's
 * diagnostics are told which frame has been handed to the compositor, and once per animation frame
 * which one stands.
 */
const KEEP_OFFSETS = `
  const diagnostics = globalThis.parleyPlayback;
  const reading = { shownMs: [], heldMs: [], underruns: 0 };
  globalThis.benchPlayback = reading;
  const { look, presented } = diagnostics;
  const offsetMs = (tick, first, end) =>
    (1000 * Math.max(0, first - tick, tick - end)) / ${TICKS_PER_SECOND};
  let frameTicks = 0;
  let standing = null;
  diagnostics.look = function (audibleTick, firstTick, endTick) {
    look.call(this, audibleTick, firstTick, endTick);
    frameTicks = endTick - firstTick;
    if (standing === null) return;
    const first = standing * frameTicks;
    reading.heldMs.push(offsetMs(audibleTick, first, first + frameTicks));
  };
  diagnostics.presented = function (picture) {
    presented.call(this, picture);
    standing = picture.frame;
    if (frameTicks === 0) return;
    const first = standing * frameTicks;
    const heard = diagnostics.audibleTick(picture.atMs);
    reading.shownMs.push(offsetMs(heard, first, first + frameTicks));
  };
`;

export async function benchPlayback(server: BenchServer, project: string): Promise<Figure[]> {
  await arrangeView(server, project, { page: 'animate', playheadTick: 0, isLooping: false });
  const window = await BenchWindow.open(server.address);
  try {
    await window.openProject(project);
    await window.page.evaluate(KEEP_OFFSETS);
    await window.page.locator('[data-action="transport.play"]').click();
    await window.until('benchPlayback.shownMs.length > 0');
    await wait(PLAYED_SECONDS * 1000);
    const reading = await window.page.evaluate<PlaybackReading>(
      '({ ...benchPlayback, underruns: parleyPlayback.underruns })',
    );
    const label = `${project}: ${PLAYED_SECONDS} s of playback`;
    return [
      figureOf(`${label}, sound to picture`, reading.shownMs, { bar: { of: 'max', most: 40 } }),
      figureOf(`${label}, until the next picture`, reading.heldMs),
      figureOf(`${label}, pictures drawn`, [reading.shownMs.length / PLAYED_SECONDS], {
        unit: '/s',
      }),
      figureOf(`${label}, gaps in the sound`, [reading.underruns], { unit: '' }),
    ];
  } finally {
    await window.close();
  }
}
